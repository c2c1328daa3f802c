// Most that diagrams are made of are conjunctions, or come down to them. They have a loop of their own, in which a question
// and what waits for its answer are a few words.

extension DecisionDiagram {
  /// A conjunction whose halves are being worked out.
  struct PendingConjunction: Sendable {
    var first: Edge
    var second: Edge
    var variable: Int32
    /// Whether the half for false is known, and that for true is being worked out.
    var hasLow = false
    var low = Edge.true
    /// The operands where the variable is true.
    var firstHigh: Edge
    var secondHigh: Edge
  }

  package mutating func and(_ left: Edge, _ right: Edge) throws(DecisionDiagramError) -> Edge {
    try countOperation()
    return try conjoin(left, right)
  }

  /// Where both of two functions hold; the step of asking for it is counted before.
  mutating func conjoin(_ left: Edge, _ right: Edge) throws(DecisionDiagramError) -> Edge {
    var (left, right) = (left, right)
    pendingConjunctions.removeAll(keepingCapacity: true)
    while true {
      guard var result = plainConjunction(&left, &right) else {
        (left, right) = splitConjunction(left, right)
        try countOperation()
        continue
      }
      // Whoever waits for the result goes on with the other half, or has both.
      while true {
        guard let last = pendingConjunctions.indices.last else { return result }
        if !pendingConjunctions[last].hasLow {
          pendingConjunctions[last].hasLow = true
          pendingConjunctions[last].low = result
          (left, right) = (pendingConjunctions[last].firstHigh, pendingConjunctions[last].secondHigh)
          try countOperation()
          break
        }
        let done = pendingConjunctions.removeLast()
        result = try decision(on: Int(done.variable), low: done.low, high: result)
        cache.remember(result, of: Operation(kind: .conjunction, first: done.first, second: done.second))
      }
    }
  }

  /// The conjunction where it is plain or remembered; else nil, and the operands are in the order in which they are asked.
  private func plainConjunction(_ left: inout Edge, _ right: inout Edge) -> Edge? {
    if left == right || right == .true { return left }
    if left == .true { return right }
    if left == right.negated || left == .false || right == .false { return .false }
    if right.bits < left.bits { swap(&left, &right) }
    return cache.result(of: Operation(kind: .conjunction, first: left, second: right))
  }

  /// Puts off a conjunction of two functions that are no constants, and returns the operands of its half for false.
  private mutating func splitConjunction(_ left: Edge, _ right: Edge) -> (Edge, Edge) {
    let halves = halves(of: left, right)
    pendingConjunctions.append(
      PendingConjunction(
        first: left, second: right, variable: halves.variable, firstHigh: halves.high.first,
        secondHigh: halves.high.second))
    return (halves.low.first, halves.low.second)
  }
}
