import CasusDiagnostics
import CasusSyntax

/// How two texts differ in what they say; nil where they say the same.
///
/// The parser reads words alone, never blanks, so texts with the same words in the same order have the same tree. Their
/// comments are compared as well, and where among the words each of them stands.
func firstDifference(between source: SourceText, and other: SourceText, _ limits: ParserLimits) -> String? {
  let parsed = parse(other, id: SourceID(0), limits: limits)
  if let error = parsed.diagnostics.first { return "it would have an error: \(error.message)" }
  var left = Utterances(source, tokenize(source.bytes))
  var right = Utterances(other, parsed.tree.tokens)
  while true {
    switch (left.next(), right.next()) {
    case (nil, nil): return nil
    case (let one?, let two?) where one == two: continue
    case (let one?, _): return "line \(one.line) would not be the same"
    case (nil, .some): return "it would say more"
    }
  }
}

/// The words and comments of a text, one after the other.
private struct Utterances {
  private let source: SourceText
  private var tokens: ArraySlice<Token>
  private var offset = 0

  init(_ source: SourceText, _ tokens: [Token]) {
    self.source = source
    self.tokens = tokens[...]
  }

  mutating func next() -> Utterance? {
    while let token = tokens.popFirst() {
      let start = offset
      offset += Int(token.length)
      if token.kind != .whitespace { return utterance(token.kind, from: start) }
    }
    return nil
  }

  private func utterance(_ kind: TokenKind, from start: Int) -> Utterance {
    let bytes = source.bytes[start..<offset]
    var utterance = Utterance(kind: kind, lines: [bytes], line: source.lineIndex(at: start) + 1)
    if kind == .text {
      utterance.lines = [Array(DecodedText(source.bytes, from: start + 1, to: offset - 1).value.utf8)[...]]
    } else if kind.isTrivia {
      utterance.lines = bytes.lines.enumerated().map { $1.trimmed(isAtStart: $0 > 0) }
    }
    return utterance
  }
}

/// A word or a comment, without what may change about it: how the later lines of a comment or a text are indented, and
/// blanks at the ends of lines.
private struct Utterance: Equatable {
  var kind: TokenKind
  /// Of a text, what it means.
  var lines: [ArraySlice<UInt8>]
  /// Where it stands.
  var line: Int

  static func == (left: Utterance, right: Utterance) -> Bool {
    left.kind == right.kind && left.lines.elementsEqual(right.lines) { $0.elementsEqual($1) }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func trimmed(isAtStart: Bool) -> ArraySlice<UInt8> {
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    var slice = self
    while isAtStart, let first = slice.first, isBlank(first) { slice.removeFirst() }
    while let last = slice.last, isBlank(last) { slice.removeLast() }
    return slice
  }
}
