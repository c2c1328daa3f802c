/// One piece of the text: what it is and how many bytes it takes. Positions are sums of lengths.
///
/// Blanks and comments are tokens too, so that the lengths of all tokens add up to the length of the source; a fault is
/// a flag on the kind (`unterminatedText`), and whoever parses reports it.
package struct Token: Equatable, Sendable {
  package var kind: TokenKind
  package var length: Int32

  package init(_ kind: TokenKind, length: Int) {
    self.kind = kind
    self.length = Int32(truncatingIfNeeded: length)
  }
}

/// What a token is.
package enum TokenKind: Equatable, Hashable, Sendable {
  // Trivia: between the tokens that the grammar speaks of.
  case whitespace
  case lineComment
  /// `/// …`: documents the declaration behind it.
  case documentationComment
  case blockComment
  case unterminatedBlockComment

  // Words.
  case keyword(Keyword)
  case name
  /// A name in backticks.
  case quotedName
  case unterminatedQuotedName

  // Literals; what their text means is for later phases to say.
  case integer
  case decimal
  /// Shaped like a date, `2024-06-19` with or without a time of day; the day may not exist.
  case date
  case text
  case unterminatedText

  // Punctuation and operators.
  case leftParenthesis, rightParenthesis, leftBrace, rightBrace
  case comma, colon, period, range, arrow, bar, equals
  case plus, minus, times, divide
  case less, lessOrEqual, greater, greaterOrEqual

  /// Bytes that begin no token, bytes that are no UTF-8 included.
  case unknown
  case endOfFile

  /// Whether the grammar passes over it.
  package var isTrivia: Bool {
    switch self {
    case .whitespace, .lineComment, .documentationComment, .blockComment, .unterminatedBlockComment: true
    default: false
    }
  }
}
