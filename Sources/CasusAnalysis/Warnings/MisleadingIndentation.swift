import CasusDiagnostics
import CasusSyntax

extension Analysis {
  /// Lines that group `and` and `or` otherwise than precedence does.
  static let misleadingIndentation = Analysis(code: .misleadingIndentation) { analysed in
    var reader = LayoutReader(text: analysed.text)
    return reader.misleadingOperators().map { span in
      Diagnostic(
        .misleadingIndentation, "the lines suggest another grouping: `and` binds closer than `or`", at: span,
        notes: ["write the brackets that are meant, or begin the line where it belongs"])
    }
  }
}

/// Follows the chains of `and` and `or` through the tokens, bracket by bracket.
private struct LayoutReader {
  let text: SourceTokens
  private var chains = [OperatorChain()]
  private var found: [SourceSpan] = []

  init(text: SourceTokens) { self.text = text }

  mutating func misleadingOperators() -> [SourceSpan] {
    for position in text.places.indices { read(position) }
    return found
  }

  private mutating func read(_ position: Int) {
    switch text.kind(at: position) {
    case .leftParenthesis, .leftBrace:
      beginOperand(position)
      chains.append(OperatorChain())
    case .rightParenthesis, .rightBrace:
      if chains.count > 1 { chains.removeLast() }
    case .comma, .colon: restart()
    case .keyword(let keyword) where text.kind(at: position + 1) != .colon:
      if keyword == .and || keyword == .or {
        readOperator(position, isOr: keyword == .or)
      } else if keyword.mayStandInChain {
        beginOperand(position)
      } else {
        restart()
      }
    default: beginOperand(position)
    }
  }

  private mutating func restart() { chains[chains.count - 1] = OperatorChain() }

  private mutating func beginOperand(_ position: Int) {
    let last = chains.count - 1
    if chains[last].lead == nil, chains[last].latest == nil { chains[last].lead = text.places[position].span }
  }

  private mutating func readOperator(_ position: Int, isOr: Bool) {
    let last = chains.count - 1
    let span = text.places[position].span
    // As the first of two words in a parameter it is a label.
    guard chains[last].lead != nil else { return }
    let leadsLine = position > 0 && !text.isOnOneLine(text.places[position - 1].span, span)
    if leadsLine { chains[last].lead = span }
    let lead = chains[last].lead.flatMap { text.isOnOneLine($0, span) ? $0 : nil }
    let next = OperatorChain.Link(position: position, isOr: isOr, leadsLine: leadsLine, lead: lead)
    if let latest = chains[last].latest, latest.isOr != isOr, !chains[last].isReported,
      text.suggestsAnotherGrouping(latest, next)
    {
      found.append(span)
      chains[last].isReported = true
    }
    chains[last].latest = next
  }
}

extension Keyword {
  /// Whether it can stand between two operators of one chain. What binds variables begins a chain of its own.
  fileprivate var mayStandInChain: Bool {
    switch self {
    case .not, .is, .in, .since, .before, .for, .last, .count, .sum, .min, .max, .today, .date, .of, .gap, .true,
      .false, .owed, .fulfilled, .breached, .forbidden, .permitted, .any:
      true
    default: false
    }
  }
}
