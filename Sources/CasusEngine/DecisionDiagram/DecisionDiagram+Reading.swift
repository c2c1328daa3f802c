extension DecisionDiagram {
  /// What the function says in one case, in as many steps as it asks variables there.
  package func evaluate(_ function: Edge, under assignment: (Int) -> Bool) -> Bool {
    var edge = function
    while let decision = decision(of: edge) { edge = assignment(decision.variable) ? decision.high : decision.low }
    return edge == .true
  }

  /// One case in which the function holds, or nil if there is none. Variables that are left out may be either.
  package func oneSatisfyingAssignment(of function: Edge) -> [(variable: Int, value: Bool)]? {
    if function == .false { return nil }
    // Only the constant false is never true, so whatever differs from it may be entered without fear of turning back.
    var assignment: [(variable: Int, value: Bool)] = []
    var edge = function
    while let decision = decision(of: edge) {
      let value = decision.low == .false
      assignment.append((decision.variable, value))
      edge = value ? decision.high : decision.low
    }
    return assignment
  }

  /// The variables on which the function depends, ascending.
  package func support(of function: Edge) -> [Int] {
    var isAsked = Array(repeating: false, count: variableCount)
    for position in positions(reachableFrom: [function]) { isAsked[Int(table[position].variable)] = true }
    return isAsked.indices.filter { isAsked[$0] }
  }

  /// The number of decisions that the function takes; none for a constant.
  package func nodeCount(of function: Edge) -> Int {
    positions(reachableFrom: [function]).count
  }

  /// The decisions that some functions take, each behind those of its branches.
  func positions(reachableFrom roots: [Edge]) -> [Int] {
    enum Visit { case none, begun, ended }
    var visits = Array(repeating: Visit.none, count: table.nodes.count)
    visits[Edge.true.position] = .ended
    var order: [Int] = []
    var pending = roots.map { $0.position }
    while let position = pending.last {
      switch visits[position] {
      case .none:
        visits[position] = .begun
        let node = table[position]
        if visits[node.high.position] == .none { pending.append(node.high.position) }
        if visits[node.low.position] == .none { pending.append(node.low.position) }
      case .begun:
        visits[position] = .ended
        order.append(position)
        pending.removeLast()
      case .ended:
        pending.removeLast()
      }
    }
    return order
  }
}
