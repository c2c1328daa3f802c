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
    if function.isConstant || variables.isEmpty { return function }
    // The last that is asked first: each is then one decision more.
    var conjunction = Edge.true
    for variable in variables { _ = try self.variable(variable) }
    for variable in variables.sorted(by: { levelOfVariable[$0] > levelOfVariable[$1] })
    where levelOfVariable[variable] < level(of: conjunction) {
      conjunction = try decision(on: variable, low: .false, high: conjunction)
    }
    return try solve(Operation(kind: .forAll, first: function, second: conjunction))
  }

  /// Where some values of the variables make the function hold.
  package mutating func exists(variables: [Int], in function: Edge) throws(DecisionDiagramError) -> Edge {
    try forAll(variables: variables, in: function.negated).negated
  }
}
