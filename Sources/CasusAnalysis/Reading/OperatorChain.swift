import CasusDiagnostics

/// The `and`s and `or`s of one condition that stand in the same brackets.
struct OperatorChain {
  struct Link {
    /// Its position among the tokens.
    var position: Int
    var isOr: Bool
    /// Whether its line begins with it.
    var leadsLine: Bool
    /// What its line begins with, as far as the chain goes: an operator, or the first operand. Nil where its line begins
    /// with something in the middle of an operand.
    var lead: SourceSpan?
  }
  /// Where the first operand begins, then the operators that begin lines, as the chain goes on.
  var lead: SourceSpan?
  var latest: Link?
  var isReported = false
}

extension SourceTokens {
  func isOnOneLine(_ left: SourceSpan, _ right: SourceSpan) -> Bool {
    source.lineIndex(at: Int(left.start)) == source.lineIndex(at: Int(right.start))
  }

  /// Whether the lines make the `or` of two neighbours bind closer than the `and`, which it never does.
  ///
  /// Where operators are set flush right below `when`, an `or` begins one column behind an `and`: that says nothing yet.
  func suggestsAnotherGrouping(_ first: OperatorChain.Link, _ second: OperatorChain.Link) -> Bool {
    switch (first.leadsLine, second.leadsLine) {
    case (true, true):
      let (or, and) = first.isOr ? (first, second) : (second, first)
      guard let or = column(ofToken: or.position), let and = column(ofToken: and.position) else { return false }
      return or >= and + 2
    case (true, false):
      // `and a or b` on a line of its own looks like one condition.
      return second.isOr && isOnOneLine(places[first.position].span, places[second.position].span)
    case (false, true) where first.isOr:
      // `a or b`, and the `and` begins a line below that is no deeper: again the line looks like one condition.
      guard hasOperandBeside(first), let lead = first.lead, let start = column(of: lead),
        let and = column(ofToken: second.position)
      else { return false }
      return and <= start
    case (false, true):
      // `a and b`, and the `or` begins right below `b`.
      guard hasOperandBeside(first) else { return false }
      guard let operand = column(ofToken: first.position + 1) else { return false }
      return column(ofToken: second.position) == operand
    case (false, false): return false
    }
  }

  private func hasOperandBeside(_ link: OperatorChain.Link) -> Bool {
    places.indices.contains(link.position + 1)
      && isOnOneLine(places[link.position].span, places[link.position + 1].span)
  }

  private func column(ofToken position: Int) -> Int? {
    places.indices.contains(position) ? column(of: places[position].span) : nil
  }

  /// How many characters stand before it on its line; nil behind a tab, whose width is the reader's business.
  private func column(of span: SourceSpan) -> Int? {
    let start = Int(source.lineStarts[source.lineIndex(at: Int(span.start))])
    var column = 0
    for byte in source.bytes[start..<max(start, Int(span.start))] {
      if byte == UInt8(ascii: "\t") { return nil }
      // The later bytes of a character begin with the bits 10.
      if byte & 0b1100_0000 != 0b1000_0000 { column += 1 }
    }
    return column
  }
}
