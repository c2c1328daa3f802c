extension DecisionDiagram {
  /// The function that is `high` where the variable is true and `low` where it is false.
  ///
  /// Every node comes into being here or in reordering, and here the rules of the diagram are kept. The variable must
  /// stand before all those that the branches ask.
  mutating func decision(on variable: Int, low: Edge, high: Edge) throws(DecisionDiagramError) -> Edge {
    if low == high { return low }
    let (node, isTurned) = Node.regular(variable: variable, low: low, high: high)
    switch table.place(of: node) {
    case .held(let position):
      return Edge(toNodeAt: position).negated(if: isTurned)
    case .free(let slot):
      guard table.count < limits.maximumNodes else { throw .nodeLimit }
      let position = table.insert(node, in: slot)
      cache.grow(toServe: table.count)
      return Edge(toNodeAt: position).negated(if: isTurned)
    }
  }

  /// Where the first decision of a function stands in the order; behind all levels for a constant.
  func level(of edge: Edge) -> Int {
    level(ofVariable: Int(table[edge.position].variable))
  }

  /// Where a variable stands in the order; behind all others if it was never named.
  package func level(ofVariable variable: Int) -> Int {
    levelOfVariable.indices.contains(variable) ? levelOfVariable[variable] : levelOfVariable.count
  }

  /// The two halves of a function by the variable at a level, where its first decision stands there or later.
  func cofactors(of edge: Edge, atLevel level: Int) -> (low: Edge, high: Edge) {
    guard !edge.isConstant, self.level(of: edge) == level else { return (edge, edge) }
    let node = table[edge.position]
    return (node.low.negated(if: edge.isNegated), node.high.negated(if: edge.isNegated))
  }

  /// Two functions.
  struct Pair: Equatable, Sendable {
    var first: Edge
    var second: Edge
  }

  /// What becomes of two functions, neither of which is a constant, by the first variable that either asks.
  func halves(of left: Edge, _ right: Edge) -> (variable: Int32, low: Pair, high: Pair) {
    let (first, second) = (table[left.position], table[right.position])
    let (firstLevel, secondLevel) = (levelOfVariable[Int(first.variable)], levelOfVariable[Int(second.variable)])
    var (low, high) = (Pair(first: left, second: right), Pair(first: left, second: right))
    if firstLevel <= secondLevel {
      low.first = first.low.negated(if: left.isNegated)
      high.first = first.high.negated(if: left.isNegated)
    }
    if secondLevel <= firstLevel {
      low.second = second.low.negated(if: right.isNegated)
      high.second = second.high.negated(if: right.isNegated)
    }
    return (firstLevel <= secondLevel ? first.variable : second.variable, low, high)
  }

  /// The first decision of a function, or nil if it is a constant.
  ///
  /// With it a diagram can be read from outside: every analysis is a walk from branch to branch.
  package func decision(of edge: Edge) -> (variable: Int, low: Edge, high: Edge)? {
    guard !edge.isConstant else { return nil }
    let node = table[edge.position]
    return (Int(node.variable), node.low.negated(if: edge.isNegated), node.high.negated(if: edge.isNegated))
  }
}
