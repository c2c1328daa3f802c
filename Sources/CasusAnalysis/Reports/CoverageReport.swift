package import CasusDiagnostics
package import CasusSemantics

/// What tests have decided of programs, with all names and places resolved. Reports of several programs are joined: a file
/// that several of them use is told once, with what any of them decided.
package struct CoverageReport: Sendable, Equatable {
  package struct Item: Sendable, Equatable {
    /// `rule`, `exception`, `norm` or `condition`.
    package var kind: String
    /// The name of a declaration, or a condition as it is written.
    package var text: String
    package var file: String
    package var line: Int
    package var column: Int
    package var holds: Bool
    package var fails: Bool

    package var isBoth: Bool { holds && fails }

    /// What is missing, in words.
    package var missing: String? {
      switch (holds, fails) {
      case (true, true): nil
      case (false, true): "never true"
      case (true, false): "never false"
      case (false, false): "never decided"
      }
    }
  }

  /// By file and place.
  package private(set) var items: [Item] = []

  package init() {}

  package init(_ coverage: Coverage, of program: Program, in sources: SourceMap) {
    for subject in program.coverable {
      let span: SourceSpan
      var kind = "condition"
      switch subject {
      case .declaration(let id):
        span = program[id].span
        kind = program[id].kind.word
      case .condition(let id): span = program[id].span
      }
      guard let source = sources[span.source] else { continue }
      let position = source.position(at: Int(span.start))
      var item = Item(
        kind: kind, text: Self.oneLine(source.text(in: span)), file: source.name, line: position.line,
        column: position.column, holds: coverage[subject].holds, fails: coverage[subject].fails)
      if case .declaration(let id) = subject { item.text = program[id].qualifiedName }
      items.append(item)
    }
    sort()
  }

  package mutating func add(_ other: CoverageReport) {
    for item in other.items {
      if let known = items.firstIndex(where: { $0.isTheSame(as: item) }) {
        items[known].holds = items[known].holds || item.holds
        items[known].fails = items[known].fails || item.fails
      } else {
        items.append(item)
      }
    }
    sort()
  }

  package var coveredCount: Int { items.count { $0.isBoth } }

  private mutating func sort() {
    items.sort { ($0.file, $0.line, $0.column, $0.kind) < ($1.file, $1.line, $1.column, $1.kind) }
  }

  /// A condition may be written over several lines.
  private static func oneLine(_ text: String) -> String {
    text.split { $0 == " " || $0.isNewline || $0 == "\t" }.joined(separator: " ")
  }
}

extension CoverageReport.Item {
  fileprivate func isTheSame(as other: CoverageReport.Item) -> Bool {
    line == other.line && column == other.column && kind == other.kind && text == other.text && file == other.file
  }
}

extension CheckedDeclaration.Kind {
  fileprivate var word: String {
    switch self {
    case .rule: "rule"
    case .exception: "exception"
    case .norm: "norm"
    case .definition: "definition"
    case .fact: "fact"
    case .event: "event"
    }
  }
}
