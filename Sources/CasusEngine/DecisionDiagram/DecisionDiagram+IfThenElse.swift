// Beside conjunctions, decisions between two functions are what diagrams are made of: of these, every count of votes is.
// They have a loop of their own as well.

extension DecisionDiagram {
  /// A decision between two functions whose halves are being worked out.
  struct PendingChoice: Sendable {
    var operation: Operation
    var isNegated: Bool
    var variable: Int32
    /// Whether the half for false is known, and that for true is being worked out.
    var hasLow = false
    var low = Edge.true
    /// The operands where the variable is true.
    var high: Operands
  }

  /// The second where the first holds, and the third where it does not.
  struct Operands: Sendable {
    var first: Edge
    var second: Edge
    var third: Edge
  }

  /// The second of three functions where the first holds, and the third where it does not; the step of asking for it is
  /// counted before.
  mutating func choose(_ asked: Operands) throws(DecisionDiagramError) -> Edge {
    var operands = asked
    pendingChoices.removeAll(keepingCapacity: true)
    while true {
      guard var result = try plainChoice(&operands) else {
        try countOperation()
        continue
      }
      // Whoever waits for the result goes on with the other half, or has both.
      while true {
        guard let last = pendingChoices.indices.last else { return result }
        if !pendingChoices[last].hasLow {
          pendingChoices[last].hasLow = true
          pendingChoices[last].low = result
          operands = pendingChoices[last].high
          try countOperation()
          break
        }
        let done = pendingChoices.removeLast()
        result = try decision(on: Int(done.variable), low: done.low, high: result)
        cache.remember(result, of: done.operation)
        result = result.negated(if: done.isNegated)
      }
    }
  }

  /// What comes of a choice that is plain or remembered, or is an operation on two functions; else nil, and the operands
  /// are those of its half for false.
  private mutating func plainChoice(_ operands: inout Operands) throws(DecisionDiagramError) -> Edge? {
    switch canonicalIfThenElse(operands.first, then: operands.second, else: operands.third) {
    case .edge(let edge): return edge
    case .operation(let operation, let isNegated):
      switch operation.kind {
      case .conjunction: return try conjoin(operation.first, operation.second).negated(if: isNegated)
      case .ifThenElse:
        if let result = cache.result(of: operation) { return result.negated(if: isNegated) }
        operands = splitChoice(operation, isNegated: isNegated)
        return nil
      case .exclusiveOr, .forAll, .restriction: return try solve(operation).negated(if: isNegated)
      }
    }
  }

  /// Puts off a choice none of whose operands is a constant, and returns the operands of its half for false.
  private mutating func splitChoice(_ operation: Operation, isNegated: Bool) -> Operands {
    let (first, second, third) = (operation.first, operation.second, operation.third)
    let nodes = (table[first.position], table[second.position], table[third.position])
    let firstLevel = levelOfVariable[Int(nodes.0.variable)]
    let secondLevel = levelOfVariable[Int(nodes.1.variable)]
    let thirdLevel = levelOfVariable[Int(nodes.2.variable)]
    let level = min(firstLevel, secondLevel, thirdLevel)
    var low = Operands(first: first, second: second, third: third)
    var high = low
    if firstLevel == level {
      low.first = nodes.0.low.negated(if: first.isNegated)
      high.first = nodes.0.high.negated(if: first.isNegated)
    }
    if secondLevel == level {
      low.second = nodes.1.low.negated(if: second.isNegated)
      high.second = nodes.1.high.negated(if: second.isNegated)
    }
    if thirdLevel == level {
      low.third = nodes.2.low.negated(if: third.isNegated)
      high.third = nodes.2.high.negated(if: third.isNegated)
    }
    pendingChoices.append(
      PendingChoice(
        operation: operation, isNegated: isNegated, variable: Int32(truncatingIfNeeded: variableAtLevel[level]),
        high: high))
    return low
  }
}
