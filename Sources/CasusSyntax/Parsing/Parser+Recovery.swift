/// Going on after an error.
extension Parser {
  /// Skips from an item that was given up, and that began at `start`, to the next place where one can begin, or to the `}`
  /// that closes the block around it.
  @inline(never)
  mutating func recover(from start: Int) {
    isPanicking = false
    defer { forgetLatestError() }
    var openBraces = 0
    for index in start..<max(start, position) { openBraces += braceBalance(at: index) }
    while kind(at: position) != .endOfFile {
      if position > start, beginsItem(at: position) { return }
      if kind(at: position) == .keyword(.prevails), stepBackToPath(notBefore: start + 1) { return }
      switch kind(at: position) {
      case .rightBrace:
        if openBraces <= 0, mayCloseBlock(at: position) { return }
        openBraces -= 1
      case .leftBrace where opensBlock(at: position):
        // The block of a heading that made no sense: what it holds is read, and its `}` is expected.
        excusedClosingBraces += 1
        position += 1
        return
      case .leftBrace: openBraces += 1
      default: break
      }
      position += 1
    }
  }

  /// What goes wrong from here on has a cause of its own, unless it is at the very token that was reported; at the end of
  /// the file it never has.
  private mutating func forgetLatestError() {
    guard kind(at: position) != .endOfFile else { return }
    latestErrorPosition = latestErrorPosition == position ? position - 1 : nil
  }

  private func braceBalance(at index: Int) -> Int {
    switch kind(at: index) {
    case .leftBrace: 1
    case .rightBrace: -1
    default: 0
    }
  }

  /// Whether the word at `index` begins an item, an article or a clause of a heading, rather than being a label.
  func beginsItem(at index: Int) -> Bool {
    guard case .keyword(let keyword) = kind(at: index) else { return false }
    if keyword == .in { return kind(at: index + 1) == .keyword(.force) }
    guard keyword.beginsItem || keyword.isInstrumentClause, kind(at: index + 1) != .colon else { return false }
    switch kind(at: index - 1) {
    case .keyword(.any): return false
    case .leftParenthesis, .comma: return kind(at: index + 2) != .colon
    default: return true
    }
  }

  /// Whether what follows the `}` at `index` can follow a block. If not, its `{` is missing, or was passed over before.
  private func mayCloseBlock(at index: Int) -> Bool {
    switch kind(at: index + 1) {
    case .endOfFile, .rightBrace, .name, .quotedName, .keyword(.as): true
    default: beginsItem(at: index + 1)
    }
  }

  /// Whether an item can end before the token read next.
  var isAtEndOfItem: Bool {
    current == .rightBrace || current == .endOfFile || isAtPrevails || beginsItem(at: position)
  }

  /// Whether the `{` at `index` holds items and not values.
  private func opensBlock(at index: Int) -> Bool {
    kind(at: index + 1) == .keyword(.as) || beginsItem(at: index + 1)
  }

  /// Steps back over the path before `prevails`, which begins an item of its own, if all of it was skipped.
  private mutating func stepBackToPath(notBefore limit: Int) -> Bool {
    var index = position - 1
    guard index >= limit, kind(at: index).isName else { return false }
    while index - 2 >= limit, kind(at: index - 1) == .period, kind(at: index - 2).isName { index -= 2 }
    position = index
    return true
  }

  /// Goes to the `{` of a block whose heading is in error, and says whether there is one before the next item.
  @inline(never)
  mutating func recoverToBlock() -> Bool {
    isPanicking = false
    defer { forgetLatestError() }
    while kind(at: position) != .endOfFile, kind(at: position) != .rightBrace {
      if kind(at: position) == .leftBrace { return true }
      if beginsItem(at: position) { return false }
      position += 1
    }
    return false
  }
}

extension TokenKind {
  var isName: Bool { self == .name || self == .quotedName || self == .unterminatedQuotedName }
}

extension Keyword {
  /// Whether this word begins a clause in the heading of an instrument's block.
  var isInstrumentClause: Bool { self == .parties || self == .signed || self == .replaces }
}
