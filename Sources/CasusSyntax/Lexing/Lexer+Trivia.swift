extension Lexer {
  /// Blanks and line breaks of any script.
  mutating func scanWhitespace() -> TokenKind {
    while let byte = peek() {
      if byte == UInt8(ascii: " ") || (byte >= 0x09 && byte <= 0x0D) {
        position += 1
      } else if byte >= 0x80, let (scalar, length) = scalar(at: position), scalar.properties.isWhitespace {
        position += length
      } else {
        break
      }
    }
    return .whitespace
  }

  /// `// …` to the end of the line; exactly three strokes make it documentation.
  mutating func scanLineComment() -> TokenKind {
    let isDocumentation = isAt("/", 2) && !isAt("/", 3)
    while let byte = peek(), byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") { position += 1 }
    return isDocumentation ? .documentationComment : .lineComment
  }

  /// `/* … */`, with comments inside it counted rather than followed, so that no depth of them does harm.
  mutating func scanBlockComment() -> TokenKind {
    var depth = 0
    while position < bytes.count {
      if isAt("/"), isAt("*", 1) {
        depth += 1
        position += 2
      } else if isAt("*"), isAt("/", 1) {
        depth -= 1
        position += 2
        if depth == 0 { return .blockComment }
      } else {
        position += 1
      }
    }
    return .unterminatedBlockComment
  }
}
