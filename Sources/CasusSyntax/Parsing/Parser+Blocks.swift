import CasusDiagnostics

/// Where an item may stand.
enum BlockKind { case file, instrument, article, scenario }

/// A block that was opened: what must be known to close it.
struct OpenBlock {
  let opening: Int
  /// Whether the block around it was found to hold what it may not.
  let outerHoldsMisplacedItem: Bool
}

/// Blocks in braces.
extension Parser {
  /// Consumes `{`, whatever went wrong in the heading before it; nil where no block follows.
  ///
  /// - Parameter isAtContent: whether what comes next can stand in such a block alone, so that only its `{` is missing.
  mutating func openBlock(_ isAtContent: (Parser) -> Bool) -> OpenBlock? {
    if current != .leftBrace, !isPanicking {
      isAtContent(self) ? expectLeniently(.leftBrace, "{") : failExpecting("`{`")
    }
    if isPanicking, !recoverToBlock() {
      // Where items follow, the `}` of the block that was meant is likely to follow them.
      if beginsItem(at: position) { excusedClosingBraces += 1 }
      return nil
    }
    let opening = position
    guard enterNesting() else {
      lacksClosingBrace = true
      return nil
    }
    _ = consume(.leftBrace)
    // What is found inside a block that should have been closed before has the same cause.
    defer { blockHoldsMisplacedItem = blockHoldsMisplacedItem && lacksClosingBrace }
    return OpenBlock(opening: opening, outerHoldsMisplacedItem: blockHoldsMisplacedItem)
  }

  /// Whether the block in hand goes on.
  var isInsideBlock: Bool { current != .rightBrace && current != .endOfFile }

  mutating func closeBlock(_ block: OpenBlock) {
    leaveNesting()
    blockHoldsMisplacedItem = block.outerHoldsMisplacedItem
    if consume(.rightBrace) { return }
    isDamaged = true
    // What comes next was meant to stand inside, and so the `}` may still come.
    if current != .endOfFile { excusedClosingBraces += 1 }
    guard !lacksClosingBrace else { return }
    lacksClosingBrace = true
    report(
      .bracketNotClosed, "this `{` is never closed", at: span(at: block.opening),
      related: [RelatedPlace(message: "it should be closed before this", span: currentSpan)])
  }
}

/// Items, wherever they stand.
extension Parser {
  /// file = { use | item } ;
  mutating func parseFile() -> [Item] {
    var items: [Item] = []
    while current != .endOfFile {
      if current == .rightBrace {
        passStrayBrace()
      } else {
        parseItem(into: &items, of: .file)
      }
    }
    return items
  }

  private mutating func passStrayBrace() {
    if excusedClosingBraces > 0 {
      excusedClosingBraces -= 1
    } else {
      report(.bracketOpensNowhere, "this `}` closes nothing")
    }
    advance()
  }

  /// Reads one item into `items`, or passes over what is none. Consumes something unless a `}` or the end comes next.
  ///
  /// - Returns: whether there was an item.
  @discardableResult
  mutating func parseItem(into items: inout [Item], of block: BlockKind) -> Bool {
    let start = position
    let outerIsDamaged = isDamaged
    isDamaged = false
    let documentation = documentation(before: start)
    reportIfMisplaced(in: block)
    let kind = parseOptionalItem()
    let span = span(from: start)
    if kind == nil { failUnexpectedWord() }
    if isPanicking { recover(from: start) }
    guard let kind else {
      // What was passed over may belong to the item before, or have declared what the block around holds.
      if let last = items.indices.last { items[last].isDamaged = true }
      isDamaged = true
      return false
    }
    let item = Item(kind, at: span, documentation: documentation, isDamaged: isDamaged)
    isDamaged = outerIsDamaged
    place(item, into: &items, of: block)
    return true
  }

  /// Puts an item where it belongs, or what can be kept of it.
  private mutating func place(_ item: Item, into items: inout [Item], of block: BlockKind) {
    switch (item.kind, block) {
    case (.use, .instrument), (.use, .article), (.use, .scenario): break
    case (.told, .scenario), (.ask, .scenario), (.expect, .scenario): items.append(item)
    case (_, .scenario): misplacedItems.append(item)
    case (.article(let article), .file), (.article(let article), .article): items += article.items
    default: items.append(item)
    }
    guard block != .scenario else { return }
    items += misplacedItems
    misplacedItems = []
  }

  /// Reports an item that may not stand in this block: once a block, for it is likely that a `}` is missing or too many.
  @inline(never)
  private mutating func reportIfMisplaced(in block: BlockKind) {
    guard case .keyword(let keyword) = current, keyword.beginsItem, !blockHoldsMisplacedItem else { return }
    let word = "`\(keyword.rawValue)`"
    switch (block, keyword) {
    case (.file, .article):
      guard excusedClosingBraces == 0 else { return }
      report(.misplacedItem, "an article stands inside a treaty, a law or another instrument")
      excusedClosingBraces += 1
    case (.article, .article):
      report(.misplacedItem, "an article cannot stand inside another; is a `}` missing before it?")
      lacksClosingBrace = true
    case (.instrument, .use), (.article, .use):
      report(.misplacedItem, "`use` stands outside all braces")
    case (.scenario, .assert), (.scenario, .deny), (.scenario, .ask), (.scenario, .expect): return
    case (.scenario, _):
      report(.misplacedItem, "a scenario holds statements alone, no \(word); is a `}` missing before it?")
      lacksClosingBrace = true
    default: return
    }
    blockHoldsMisplacedItem = true
  }

  /// Reports a word with which no item begins.
  @inline(never)
  private mutating func failUnexpectedWord() {
    switch current {
    case .endOfFile: return
    case .rightParenthesis: fail(.bracketOpensNowhere, "this `)` closes nothing")
    case .keyword(.parties), .keyword(.signed), .keyword(.replaces), .keyword(.in), .keyword(.as):
      // Behind a heading that made no sense, the clauses of its block are no news.
      guard excusedClosingBraces == 0 else {
        giveUp()
        break
      }
      fail(.misplacedItem, "\(describeCurrent()) stands at the beginning of the block that it is about")
    default:
      let near = nearestWord(among: Keyword.spellings)
      fail(
        near == nil ? .unexpectedWord : .misspeltWord,
        "expected a declaration or a statement, found \(describeCurrent())\(question(near))",
        fixes: fixes(writing: near))
    }
    position = min(position + 1, tokens.count - 1)
  }

  /// The words of the `///` comments before a token, without their strokes and one blank.
  @inline(never)
  private func documentation(before index: Int) -> String {
    var raw = Int(tokens[index].rawIndex) - 1
    var end = Int(tokens[index].start)
    var lines: [String] = []
    while raw >= 0, rawTokens[raw].kind.isTrivia {
      let start = end - Int(rawTokens[raw].length)
      if rawTokens[raw].kind == .documentationComment {
        var words = source.bytes[min(start + 3, end)..<end]
        if words.first == UInt8(ascii: " ") { words.removeFirst() }
        lines.append(String(decoding: words, as: UTF8.self))
      }
      end = start
      raw -= 1
    }
    return lines.reversed().joined(separator: "\n")
  }
}
