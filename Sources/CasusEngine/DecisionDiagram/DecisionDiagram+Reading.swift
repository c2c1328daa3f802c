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
  package func support(of function: Edge) -> [Int] { support(of: [function]) }

  /// The variables on which any of some functions depends, ascending.
  package func support(of functions: [Edge]) -> [Int] {
    let isTaken = decisions(takenBy: functions)
    var isAsked = Array(repeating: false, count: variableCount)
    for position in isTaken.indices where isTaken[position] { isAsked[Int(table[position].variable)] = true }
    return isAsked.indices.filter { isAsked[$0] }
  }

  /// The number of decisions that the function takes; none for a constant.
  package func nodeCount(of function: Edge) -> Int {
    decisions(takenBy: [function]).count { $0 }
  }

  /// By position: whether some functions take the decision there.
  func decisions(takenBy functions: [Edge]) -> [Bool] {
    var isTaken = Array(repeating: false, count: table.nodes.count)
    var waiting = functions
    while let edge = waiting.popLast() {
      if edge.isConstant || isTaken[edge.position] { continue }
      isTaken[edge.position] = true
      let node = table[edge.position]
      waiting.append(node.high)
      waiting.append(node.low)
    }
    return isTaken
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
