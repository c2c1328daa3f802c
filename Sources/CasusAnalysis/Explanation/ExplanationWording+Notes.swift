import CasusDiagnostics
import CasusSemantics
import CasusSyntax

/// What people wrote beside a rule for other people.
extension ExplanationWording {
  /// The documentation comment above a declaration, on one line.
  func note(above span: SourceSpan) -> String? {
    guard let source = builder.sources[span.source] else { return nil }
    let bytes = source.bytes
    let end = min(Int(span.start), bytes.count)
    var start = lineStart(before: end, bytes)
    var lines: [ArraySlice<UInt8>] = []
    while start > 0 {
      let next = lineStart(before: start - 1, bytes)
      let line = bytes[next..<start].drop { isBlank($0) }
      guard line.starts(with: [0x2F, 0x2F, 0x2F]) else { break }
      lines.append(line.dropFirst(3))
      start = next
    }
    var words: [UInt8] = []
    words.reserveCapacity(end - start)
    for line in lines.reversed() {
      var isNewWord = true
      for byte in line {
        let isBetween = isBlank(byte)
        if !isBetween {
          if isNewWord && !words.isEmpty { words.append(UInt8(ascii: " ")) }
          words.append(byte)
        }
        isNewWord = isBetween
      }
    }
    return words.isEmpty ? nil : String(decoding: words, as: UTF8.self)
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }

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
