import CasusDiagnostics
import CasusSemantics
import CasusSyntax

/// What people wrote beside a rule for other people.
extension ExplanationWording {
  /// The documentation comment above a declaration, on one line.
  func note(above span: SourceSpan) -> String? {
    guard let source = builder.sources[span.source] else { return nil }
    let bytes = source.bytes
    var lines: [String] = []
    var end = lineStart(before: min(Int(span.start), bytes.count), bytes)
    while end > 0 {
      let start = lineStart(before: end - 1, bytes)
      let line = bytes[start..<end].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      guard line.starts(with: Array("///".utf8)) else { break }
      lines.insert(String(decoding: line.dropFirst(3), as: UTF8.self), at: 0)
      end = start
    }
    let words = lines.joined(separator: " ").split(whereSeparator: { $0.isWhitespace })
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  /// Whether alternatives of a rule behind the first have comments of their own; else that above the first is about all.
  func tellsAlternativesApart(_ declaration: CheckedDeclaration) -> Bool {
    guard case .rule(let details) = declaration.kind else { return false }
    return details.alternatives.dropFirst().contains { note(above: $0.span) != nil }
  }

  private func lineStart(before offset: Int, _ bytes: [UInt8]) -> Int {
    var start = offset
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return start
  }

  /// The beginning of a quantifier in words, the rest being told below it: `for some foe in State, what follows`.
  func sentence(ofQuantifier text: String) -> String? {
    let parts = text.split(separator: " ")
    guard let first = parts.first, first == "some" || first == "every",
      let end = parts.firstIndex(of: "satisfies")
    else { return nil }
    return "For " + parts[..<end].joined(separator: " ") + ", what follows"
  }
}
