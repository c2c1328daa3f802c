import CasusSyntax

/// What stands between two words: comments, and how many line breaks there are between them.
struct Trivia {
  struct Piece {
    var comment: Comment
    /// Whether nothing can follow it on its line: it ends with the line, or runs over several.
    var endsLine: Bool
    /// The line breaks between it and what stands before it.
    var breaksBefore: Int
  }

  private var pieces: [Piece] = []
  /// The line breaks behind the last comment; in all, where there is none.
  private var breaks = 0

  mutating func add(lineBreaks count: Int) { breaks += count }

  mutating func add(_ comment: Comment, endsLine: Bool) {
    pieces.append(Piece(comment: comment, endsLine: endsLine, breaksBefore: breaks))
    breaks = 0
  }

  /// Gives each comment to the word before it or to the word behind it.
  func share(between previous: inout SourceWord?, and next: inout SourceWord) {
    let isAtEnd = next.kind == .endOfFile
    let trailing = previous == nil ? 0 : trailingCount(isAtEnd: isAtEnd)
    if trailing > 0 { previous?.trailing = Trivia.joined(pieces.prefix(trailing)) }
    let rest = pieces.dropFirst(trailing)
    let inline = breaks > 0 || isAtEnd ? 0 : Trivia.inlineCount(of: rest)
    Trivia.share(rest.dropLast(inline), with: &next)
    let text = Trivia.joined(rest.suffix(inline))?.lines.first ?? ""
    let clings = Trivia.clings(next.kind) && rest.count == inline && trailing == 0
    if clings, previous != nil { previous?.inlineBehind = text } else { next.inlineBefore = text }

    let breaksBefore = rest.first?.breaksBefore ?? breaks
    let breaksBehindLead = rest.suffix(inline).first?.breaksBefore ?? breaks
    let opens = previous?.opens ?? true
    let closes = next.closes || isAtEnd
    next.isBrokenBefore = breaksBefore > 0 || trailing > 0
    next.isBlankBefore = breaksBefore > 1 && !opens && !(closes && next.lead.isEmpty)
    next.isBlankBehindLead = breaksBehindLead > 1 && !closes && !next.lead.isEmpty
  }

  /// How many of the first comments end the line of the word before them.
  ///
  /// - Parameter isAtEnd: whether the source ends behind them, which ends the line as well.
  private func trailingCount(isAtEnd: Bool) -> Int {
    let beside = pieces.prefix { $0.breaksBefore == 0 }
    let endsLine = beside.count < pieces.count || breaks > 0 || isAtEnd || beside.contains { $0.endsLine }
    return endsLine ? beside.count : 0
  }

  /// How many of the last comments stand on the line of the word behind them.
  private static func inlineCount(of pieces: ArraySlice<Piece>) -> Int {
    var count = 0
    for piece in pieces.reversed() {
      if piece.endsLine { break }
      count += 1
      if piece.breaksBefore > 0 { break }
    }
    return count
  }

  private static func share(_ pieces: ArraySlice<Piece>, with word: inout SourceWord) {
    for piece in pieces {
      if piece.breaksBefore == 0, let last = word.lead.indices.last {
        word.lead[last].append(piece.comment)
      } else {
        var comment = piece.comment
        comment.isBlankBefore = piece.breaksBefore > 1 && !word.lead.isEmpty
        word.lead.append(comment)
      }
    }
  }

  /// Whether no line is ever broken before such a token.
  private static func clings(_ kind: TokenKind) -> Bool { kind == .comma || kind == .colon || kind == .period }

  private static func joined(_ pieces: ArraySlice<Piece>) -> Comment? {
    guard var comment = pieces.first?.comment else { return nil }
    for piece in pieces.dropFirst() { comment.append(piece.comment) }
    return comment
  }
}

extension Comment {
  /// Adds a comment that begins where this one ends.
  fileprivate mutating func append(_ other: Comment) {
    guard let last = lines.indices.last, let first = other.lines.first else { return }
    lines[last] += " " + first
    lines += other.lines.dropFirst()
  }
}
