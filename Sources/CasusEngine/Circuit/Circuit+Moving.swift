extension Circuit {
  /// The nodes that may change with every minute, though nothing that they read does: values computed from the present.
  ///
  /// What they make of a condition changes at moments, and is told as any condition is.
  package func movingValues() -> Set<NodeID> {
    var moving: Set<NodeID> = []
    var isGrowing = true
    // An alias may stand before its body, so that one pass need not reach all.
    while isGrowing {
      isGrowing = false
      for index in nodes.indices where !moving.contains(NodeID(index)) {
        guard moves(NodeID(index), besides: moving) else { continue }
        moving.insert(NodeID(index))
        if !bodies.isEmpty { isGrowing = true }
      }
    }
    return moving
  }

  private func moves(_ node: NodeID, besides moving: Set<NodeID>) -> Bool {
    switch self[node] {
    case .today, .startOfToday, .windowStart: true
    case .arithmetic(_, let left, let right, _), .extremum(_, let left, let right), .select(_, let left, let right):
      moving.contains(left) || moving.contains(right)
    case .negative(let child): moving.contains(child)
    case .chooseValue(_, let operands): pairs(operands).contains { moving.contains($0.node) }
    case .aliasValue(let body): moving.contains(bodies[Int(body)])
    default: false
    }
  }
}
