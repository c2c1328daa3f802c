import CasusDiagnostics
import CasusSemantics

/// A scenario that the session is in: its statements come before those of the program, and what is typed belongs to it.
struct EnteredScenario {
  let title: String
  let asOf: Moment?
  /// Whether no file has it.
  let isNew: Bool
  private(set) var statements: [CheckedStatement]
  private var levels: StatementLevels?

  init(_ title: String, in program: Program) {
    self.title = title
    let known = program.scenarios.first { $0.title == title }
    isNew = known == nil
    asOf = known?.asOf
    statements = (known?.entries ?? []).compactMap { if case .told(let statement) = $0 { statement } else { nil } }
  }

  var isDated: Bool { asOf != nil || statements.contains { $0.time.isDated } }

  /// Adds statements; gives what contradicts, and then none is added.
  mutating func add(_ new: [CheckedStatement]) -> [Diagnostic] {
    var levels = levels.take() ?? StatementLevels(of: statements)
    let contradictions = levels.admit(new, behind: statements)
    self.levels = levels
    statements += new
    defer { if !contradictions.isEmpty { statements.removeLast(new.count) } }
    return contradictions.map { contradiction in
      Diagnostic(
        contradictionOf: statements[contradiction.statement], with: contradiction.earlier.map { statements[$0] })
    }
  }

  /// Takes back the last statements, if all are from this source.
  mutating func removeLast(_ count: Int, of source: SourceID) -> Bool {
    guard statements.suffix(count).allSatisfy({ $0.span.source == source }) else { return false }
    statements.removeLast(count)
    levels = nil
    return true
  }
}
