extension DecisionDiagram {
  /// The function once a variable has a value; the result no longer depends on it.
  package mutating func restrict(
    _ function: Edge, _ variable: Int, to value: Bool
  ) throws(DecisionDiagramError) -> Edge {
    let literal = try self.variable(variable).negated(if: !value)
    return try solve(Operation(kind: .restriction, first: function, second: literal))
  }

  /// Where the function holds whatever the variables may be.
  package mutating func forAll(variables: [Int], in function: Edge) throws(DecisionDiagramError) -> Edge {
    for variable in variables { _ = try self.variable(variable) }
    if function.isConstant { return function }
    // The last that is asked first: each is then one decision more.
    var conjunction = Edge.true
    for variable in inOrder(variables) {
      conjunction = try decision(on: variable, low: .false, high: conjunction)
    }
    return try solve(Operation(kind: .forAll, first: function, second: conjunction))
  }

  /// The same, for a function of which it is known how it moves with its variables: where it rises or falls with one, it
  /// holds whatever that is exactly where it holds at the worse end.
  package mutating func forAll(
    variables: [Int], in function: Edge, moving directions: [Direction?]
  ) throws(DecisionDiagramError) -> Edge {
    if function.isConstant { return function }
    var worst = Edge.true
    var others: [Int] = []
    for variable in inOrder(variables) where directions.indices.contains(variable) {
      switch directions[variable] {
      case nil: break
      case .turning: others.append(variable)
      case .rising, .falling:
        let isRising = directions[variable] == .rising
        worst = try decision(on: variable, low: isRising ? worst : .false, high: isRising ? .false : worst)
      }
    }
    return try forAll(variables: others, in: solve(Operation(kind: .restriction, first: function, second: worst)))
  }

  /// The variables among some numbers, each once, the last that is asked first.
  private func inOrder(_ variables: [Int]) -> [Int] {
    var isNamed = Array(repeating: false, count: variableCount)
    for variable in variables where isNamed.indices.contains(variable) { isNamed[levelOfVariable[variable]] = true }
    return variableAtLevel.indices.reversed().filter { isNamed[$0] }.map { variableAtLevel[$0] }
  }

  /// Where some values of the variables make the function hold.
  package mutating func exists(variables: [Int], in function: Edge) throws(DecisionDiagramError) -> Edge {
    try forAll(variables: variables, in: function.negated).negated
  }
}
