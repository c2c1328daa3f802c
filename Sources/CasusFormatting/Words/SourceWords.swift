import CasusDiagnostics
import CasusSyntax

/// The words of a source in their order; the last is its end.
struct SourceWords {
  private(set) var words: [SourceWord] = []

  init(_ source: SourceText, _ tokens: [Token]) {
    var reader = WordReader(source)
    for token in tokens { reader.read(token) }
    words = reader.finish()
    matchBrackets()
  }

  /// The word at a position; its last behind the end.
  subscript(position: Int) -> SourceWord { words[max(0, min(position, words.count - 1))] }

  /// The position of the word that starts at a place of the source, or of the first behind it.
  func position(startingAt start: Int32) -> Int {
    var low = 0
    var high = words.count
    while low < high {
      let middle = low + (high - low) / 2
      if words[middle].start < start { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func matchBrackets() {
    var open: [Int] = []
    for position in words.indices {
      switch words[position].kind {
      case .leftParenthesis, .leftBrace: open.append(position)
      case .rightParenthesis, .rightBrace:
        if let opening = open.popLast() { words[opening].closing = Int32(truncatingIfNeeded: position) }
      default: break
      }
    }
  }
}

/// Reads tokens into words, one by one.
private struct WordReader {
  private let source: SourceText
  private var words: [SourceWord] = []
  private var latest: SourceWord?
  private var trivia = Trivia()
  private var offset = 0

  init(_ source: SourceText) { self.source = source }

  mutating func read(_ token: Token) {
    let bytes = source.bytes[offset..<(offset + Int(token.length))]
    switch token.kind {
    case .whitespace: trivia.add(lineBreaks: bytes.lineBreakCount)
    case .lineComment, .documentationComment:
      trivia.add(Comment(lines: [text(bytes.withoutTrailingBlanks)], column: column), endsLine: true)
    case .blockComment, .unterminatedBlockComment:
      let lines = bytes.lines.map { text($0.withoutTrailingBlanks) }
      trivia.add(Comment(lines: lines, column: lines.count > 1 ? column : nil), endsLine: lines.count > 1)
    default: place(word(token.kind, bytes))
    }
    offset += Int(token.length)
  }

  mutating func finish() -> [SourceWord] {
    place(word(.endOfFile, []))
    return words + (latest.map { [$0] } ?? [])
  }

  private func word(_ kind: TokenKind, _ bytes: ArraySlice<UInt8>) -> SourceWord {
    let start = Int32(truncatingIfNeeded: offset)
    let end = Int32(truncatingIfNeeded: offset + bytes.count)
    guard kind == .text else { return SourceWord(kind: kind, start: start, end: end, text: text(bytes)) }
    // A line break with the blanks around it is one space, so lines may begin where they look best.
    var lines = bytes.lines
    for index in lines.indices.dropLast() { lines[index] = lines[index].withoutTrailingBlanks }
    for index in lines.indices.dropFirst() { lines[index] = lines[index].drop { $0.isBlankInText } }
    let further = lines.dropFirst().filter { !$0.isEmpty }.map { text($0) }
    return SourceWord(kind: kind, start: start, end: end, text: text(lines[0]), furtherLines: further)
  }

  private mutating func place(_ word: SourceWord) {
    var word = word
    trivia.share(between: &latest, and: &word)
    if let latest { words.append(latest) }
    latest = word
    trivia = Trivia()
  }

  /// The columns before the token in hand. Asked only of comments that end their line, for long lines have many others.
  private var column: Int {
    let start = Int(source.lineStarts[source.lineIndex(at: offset)])
    return String(decoding: source.bytes[start..<max(start, offset)], as: UTF8.self).terminalWidth
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}

extension UInt8 {
  /// Whether a text passes over it behind a line break.
  fileprivate var isBlankInText: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

extension ArraySlice<UInt8> {
  /// The lines, of which `\n`, `\r\n` and `\r` end each but the last. Never empty.
  var lines: [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = startIndex
    for index in indices where self[index] == UInt8(ascii: "\n") || self[index] == UInt8(ascii: "\r") {
      let isSecondOfTwo =
        self[index] == UInt8(ascii: "\n") && index > startIndex && self[index - 1] == UInt8(ascii: "\r")
      if !isSecondOfTwo { lines.append(self[start..<index]) }
      start = index + 1
    }
    return lines + [self[start...]]
  }

  fileprivate var lineBreakCount: Int { lines.count - 1 }

  fileprivate var withoutTrailingBlanks: ArraySlice<UInt8> {
    let last = lastIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    return self[startIndex..<(last.map { $0 + 1 } ?? startIndex)]
  }
}
