extension DecisionDiagram {
  package func not(_ function: Edge) -> Edge { function.negated }

  package mutating func or(_ left: Edge, _ right: Edge) throws(DecisionDiagramError) -> Edge {
    try and(left.negated, right.negated).negated
  }

  /// Where exactly one of the two holds.
  package mutating func exclusiveOr(_ left: Edge, _ right: Edge) throws(DecisionDiagramError) -> Edge {
    try solve(Operation(kind: .exclusiveOr, first: left, second: right))
  }

  /// The consequence where the condition holds, and the alternative where it does not.
  package mutating func ifThenElse(
    _ condition: Edge, _ consequence: Edge, _ alternative: Edge
  ) throws(DecisionDiagramError) -> Edge {
    if isLiteral(condition) {
      let level = level(of: condition)
      let (low, high) = condition.isNegated ? (consequence, alternative) : (alternative, consequence)
      if level <= self.level(of: low), level <= self.level(of: high) {
        // A decision between what becomes of the two is all there is to do.
        return try decision(
          on: variableAtLevel[level], low: cofactors(of: low, atLevel: level).low,
          high: cofactors(of: high, atLevel: level).high)
      }
    }
    return try solve(Operation(kind: .ifThenElse, first: condition, second: consequence, third: alternative))
  }

  /// Whether a function is a variable or the opposite of one.
  private func isLiteral(_ function: Edge) -> Bool {
    guard !function.isConstant else { return false }
    let node = table[function.position]
    return node.low.isConstant && node.high.isConstant
  }

  /// Where all functions hold; true if there are none.
  package mutating func conjunction(_ functions: [Edge]) throws(DecisionDiagramError) -> Edge {
    // Joining neighbours, round by round, keeps what is joined small: few operands have grown large at any time.
    var operands = lastDecidedFirst(functions)
    while operands.count > 1 {
      var joined: [Edge] = []
      for start in stride(from: 0, to: operands.count, by: 2) {
        let both = start + 1 < operands.count ? try and(operands[start], operands[start + 1]) : operands[start]
        if both == .false { return .false }
        joined.append(both)
      }
      operands = joined
    }
    return operands.first ?? .true
  }

  /// Where any of the functions holds; false if there are none.
  package mutating func disjunction(_ functions: [Edge]) throws(DecisionDiagramError) -> Edge {
    try conjunction(functions.map { $0.negated }).negated
  }

  /// The functions in the order in which they are best joined: those that are decided last first.
  ///
  /// A result then grows at its beginning, where a decision is added in one step, and not at its end.
  func lastDecidedFirst(_ functions: [Edge]) -> [Edge] {
    functions.sorted { left, right in level(of: left) > level(of: right) }
  }
}
