extension DecisionDiagram {
  /// A rule of the diagram that a node breaks.
  enum Violation: Hashable {
    /// The node is asked no earlier than one of its branches, or its variable has no level.
    case unordered(position: Int)
    /// Both branches are equal.
    case redundant(position: Int)
    /// The high edge negates.
    case negatedHigh(position: Int)
    /// The table does not find the node, or finds another that is equal.
    case notUnique(position: Int)
    /// A branch leads to a node that was removed.
    case dangling(position: Int)
    /// The two lists of the order contradict each other.
    case inconsistentOrder(level: Int)
  }

  /// Every breach of the rules on which all else relies. There must be none; tests ask after all they do.
  func checkInvariants() -> Set<Violation> {
    var violations: Set<Violation> = []
    for (level, variable) in variableAtLevel.enumerated() where levelOfVariable[variable] != level {
      violations.insert(.inconsistentOrder(level: level))
    }
    for position in table.nodes.indices where table[position] != .vacant {
      violations.formUnion(violationsOfNode(at: position))
    }
    return violations
  }

  private func violationsOfNode(at position: Int) -> [Violation] {
    var violations: [Violation] = []
    let node = table[position]
    let nextLevel = min(level(of: node.low), level(of: node.high))
    if level(of: Edge(toNodeAt: position)) >= nextLevel { violations.append(.unordered(position: position)) }
    if node.low == node.high { violations.append(.redundant(position: position)) }
    if node.high.isNegated { violations.append(.negatedHigh(position: position)) }
    for branch in [node.low, node.high] where !branch.isConstant && table[branch.position] == .vacant {
      violations.append(.dangling(position: position))
    }
    guard case .held(position) = table.place(of: node) else { return violations + [.notUnique(position: position)] }
    return violations
  }
}
