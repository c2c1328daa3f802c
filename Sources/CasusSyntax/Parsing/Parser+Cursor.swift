import CasusDiagnostics

/// Looking at tokens and consuming them.
extension Parser {
  /// The kind of the token read next; while an item is given up, the end of the file.
  var current: TokenKind { isPanicking ? .endOfFile : tokens[position].kind }

  /// The kind of a token further on.
  func peek(_ distance: Int = 1) -> TokenKind { isPanicking ? .endOfFile : kind(at: position + distance) }

  func kind(at index: Int) -> TokenKind {
    index >= 0 && index < tokens.count ? tokens[index].kind : .endOfFile
  }

  func isAt(_ keyword: Keyword) -> Bool { current == .keyword(keyword) }

  /// Whether a name, in backticks or not, comes next.
  var isAtName: Bool { current.isName }

  /// Consumes whatever token comes next; the end of the file stays.
  mutating func advance() {
    guard current != .endOfFile else { return }
    if tokens[position].followsUnknown { isDamaged = true }
    position += 1
  }

  mutating func consume(_ kind: TokenKind) -> Bool {
    guard current == kind, kind != .endOfFile else { return false }
    advance()
    return true
  }

  mutating func consume(_ keyword: Keyword) -> Bool { consume(.keyword(keyword)) }
}

/// Places in the source.
extension Parser {
  func span(at index: Int) -> SourceSpan {
    let token = tokens[max(0, min(index, tokens.count - 1))]
    let isEnd = Int(token.rawIndex) >= rawTokens.count
    let length = isEnd ? 0 : Int(rawTokens[Int(token.rawIndex)].length)
    return SourceSpan(source: id, start: Int(token.start), end: Int(token.start) + length)
  }

  var currentSpan: SourceSpan { span(at: position) }

  /// The place just behind the last token consumed.
  var endOfPrevious: SourceSpan {
    position > 0 ? span(at: position - 1).after : SourceSpan(source: id, start: 0, end: 0)
  }

  /// From the token at `start` to the last one consumed; empty where none was.
  func span(from start: Int) -> SourceSpan {
    guard position > start else {
      let place = Int(span(at: start).start)
      return SourceSpan(source: id, start: place, end: place)
    }
    return span(at: start).through(span(at: position - 1))
  }

  /// The bytes of the token at `index` as text.
  func text(at index: Int) -> String { source.text(in: span(at: index)) }

  var currentText: String { text(at: position) }

  /// Whether the token at `index` is the first on its line.
  func beginsLine(at index: Int) -> Bool {
    guard index > 0 else { return true }
    let previousEnd = Int(span(at: index - 1).end)
    return source.lineIndex(at: previousEnd) < source.lineIndex(at: Int(span(at: index).start))
  }
}

/// The bound on nesting.
///
/// What reports and recovers is kept out of line (`@inline(never)`) in the functions that call one another, so that its
/// frames do not weigh on every level.
extension Parser {
  /// Steps into a nested construct, unless that would go deeper than the limit; then the item is given up.
  mutating func enterNesting() -> Bool {
    guard depth < limits.maximumDepth else {
      failTooDeep()
      return false
    }
    depth += 1
    return true
  }

  @inline(never)
  private mutating func failTooDeep() {
    if !hasReportedDepth {
      hasReportedDepth = true
      report(
        .nestingTooDeep, "this stands more than \(limits.maximumDepth) levels deep",
        notes: ["the option `--max-depth` sets another limit, up to \(ParserLimits.greatestDepth)"], always: true)
    }
    giveUp()
  }

  mutating func leaveNesting() { depth -= 1 }
}
