/// Cuts a text into tokens, blanks and comments included, whose lengths add up to its own.
///
/// It never fails: what begins no token becomes `.unknown`, and a fault is a flag on the kind.
package func tokenize(_ bytes: [UInt8]) -> [Token] {
  var lexer = Lexer(bytes)
  var tokens: [Token] = []
  tokens.reserveCapacity(bytes.count / 4)
  while lexer.position < bytes.count {
    let start = lexer.position
    let kind = lexer.nextKind()
    assert(lexer.position > start, "the lexer consumed nothing")
    tokens.append(Token(kind, length: lexer.position - start))
  }
  return tokens
}

/// A place in the bytes, and the rules for what begins there.
struct Lexer {
  let bytes: [UInt8]
  var position = 0
  private let keywords = KeywordTable.byPackedSpelling

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The byte some places further on, or nil behind the end.
  func peek(_ distance: Int = 0) -> UInt8? {
    let index = position + distance
    return index < bytes.count ? bytes[index] : nil
  }

  func isAt(_ character: Unicode.Scalar, _ distance: Int = 0) -> Bool { peek(distance) == UInt8(ascii: character) }

  func isDigit(_ distance: Int) -> Bool {
    guard let byte = peek(distance) else { return false }
    return byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// Consumes one token and says what it was. Only called before the end.
  mutating func nextKind() -> TokenKind {
    guard let byte = peek() else { return .endOfFile }
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
      return scanWord()
    case UInt8(ascii: " "), 0x09...0x0D:
      return scanWhitespace()
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      return scanNumber()
    case UInt8(ascii: "\""):
      return scanText()
    case UInt8(ascii: "`"):
      return scanQuotedName()
    case UInt8(ascii: "/"):
      return scanSlash()
    case 0x80...:
      return scanBeyondASCII()
    default:
      return scanPunctuation(byte)
    }
  }

  /// A name or a keyword, whose first character is known to begin one.
  mutating func scanWord() -> TokenKind {
    let start = position
    skipNameCharacters()
    if let packed = KeywordTable.pack(bytes[start..<position]), let keyword = keywords[packed] {
      return .keyword(keyword)
    }
    return .name
  }

  /// A name in backticks, which ends with its line at the latest; anything may stand in it.
  private mutating func scanQuotedName() -> TokenKind {
    position += 1
    while let byte = peek(), byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") {
      position += 1
      if byte == UInt8(ascii: "`") { return .quotedName }
    }
    return .unterminatedQuotedName
  }

  /// A comment, or the sign of division.
  private mutating func scanSlash() -> TokenKind {
    if isAt("/", 1) { return scanLineComment() }
    if isAt("*", 1) { return scanBlockComment() }
    position += 1
    return .divide
  }

  private mutating func scanPunctuation(_ byte: UInt8) -> TokenKind {
    let (kind, length) = punctuation(byte)
    position += length
    if kind == .unknown {
      // A run of one and the same character is one slip, as in `&&`.
      while peek() == byte { position += 1 }
    }
    return kind
  }

  private func punctuation(_ byte: UInt8) -> (TokenKind, length: Int) {
    switch Unicode.Scalar(byte) {
    case "(": (.leftParenthesis, 1)
    case ")": (.rightParenthesis, 1)
    case "{": (.leftBrace, 1)
    case "}": (.rightBrace, 1)
    case ",": (.comma, 1)
    case ":": (.colon, 1)
    case "|": (.bar, 1)
    case "=": (.equals, 1)
    case "+": (.plus, 1)
    case "*": (.times, 1)
    case "-": isAt(">", 1) ? (.arrow, 2) : (.minus, 1)
    case ".": isAt(".", 1) ? (.range, 2) : (.period, 1)
    case "<": isAt("=", 1) ? (.lessOrEqual, 2) : (.less, 1)
    case ">": isAt("=", 1) ? (.greaterOrEqual, 2) : (.greater, 1)
    default: (.unknown, 1)
    }
  }
}
