internal import CasusSemantics

/// Completions that were tried out in all lanes at once: where one makes a condition true and another makes it false, it
/// is unknown, and no exact reasoning has to show it.
struct Witnesses: Sendable {
  private var holding: [NodeID: [UInt64]] = [:]
  private var failing: [NodeID: [UInt64]] = [:]

  init() {}

  /// - Parameter open: lanes that the bounds leave open, by condition, in blocks; completions are tried until each of
  ///   them has been both.
  init(
    _ circuit: Circuit, _ components: [Component], open: [NodeID: [UInt64]], facts: FactBase, view: EntityID?,
    timeline: Timeline, limits: EngineLimits
  ) {
    var open = open.filter { _, lanes in lanes.contains { $0 != 0 } }
    for completion in Completion.all where !open.isEmpty {
      let algebra = LaneAlgebra(circuit, facts: facts, view: view, timeline: timeline, completion: completion)
      var evaluator = CircuitEvaluator(circuit, algebra: algebra, limits: limits)
      for block in 0...((timeline.moments.count - 1) / 64) {
        do { try evaluator.run(components) } catch { return }
        for root in open.keys { note(evaluator.truth(root), of: root, in: block) }
        evaluator.advance()
      }
      open = open.filter { root, lanes in
        lanes.indices.contains { lanes[$0] & ~((holding[root]?[$0] ?? 0) & (failing[root]?[$0] ?? 0)) != 0 }
      }
    }
  }

  private mutating func note(_ truth: Truth<UInt64>, of root: NodeID, in block: Int) {
    if holding[root]?.count ?? 0 <= block {
      holding[root, default: []].append(0)
      failing[root, default: []].append(0)
    }
    holding[root]?[block] |= truth.certain & ~truth.fault
    failing[root]?[block] |= ~truth.possible
  }

  /// Whether a condition was seen to be true at the first minute of a lane in one completion, and false in another.
  func showOpen(_ root: NodeID, lane: Int) -> Bool {
    guard let holds = holding[root], let fails = failing[root] else { return false }
    return holds[lane / 64] & fails[lane / 64] & (1 << UInt64(lane % 64)) != 0
  }
}
