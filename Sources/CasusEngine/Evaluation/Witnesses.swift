internal import CasusSemantics

/// Completions that were tried out in all lanes at once: where one makes a condition true and another makes it false, it
/// is unknown, and no exact reasoning has to show it.
struct Witnesses: Sendable {
  private var holding: [NodeID: [UInt64]] = [:]
  private var failing: [NodeID: [UInt64]] = [:]

  /// - Parameter open: lanes that the bounds leave open, by condition, in blocks; completions are tried until each of
  ///   them has been both.
  init(
    _ circuit: Circuit, _ components: [Component], open: [NodeID: [UInt64]], facts: FactBase, view: EntityID?,
    timeline: Timeline, limits: EngineLimits
  ) {
    var trial = Trial(
      algebra: LaneAlgebra(circuit, facts: facts, view: view, timeline: timeline), timeline: timeline, limits: limits)
    noteAll(Completion.plain, &trial, components, open)
    for root in open.keys.sorted() where isUnshown(root, in: open) {
      let own = circuit.components(from: [root])
      for completion in Completion.directed(by: InputDirections(of: root, in: circuit)) where isUnshown(root, in: open)
      {
        if !note(&trial, of: completion, own, [root]) { break }
      }
    }
    noteAll(Completion.drawn, &trial, components, open)
  }

  /// Notes what all conditions come to in completions, until each lane that is open has been both.
  private mutating func noteAll(
    _ completions: [Completion], _ trial: inout Trial, _ components: [Component], _ open: [NodeID: [UInt64]]
  ) {
    for completion in completions {
      let roots = open.keys.filter { isUnshown($0, in: open) }
      if roots.isEmpty || !note(&trial, of: completion, components, roots) { return }
    }
  }

  /// Whether some lane that is open has not been both.
  private func isUnshown(_ root: NodeID, in open: [NodeID: [UInt64]]) -> Bool {
    guard let lanes = open[root] else { return false }
    return lanes.indices.contains { block in
      let shown = holding[root].flatMap { block < $0.count ? $0[block] : nil } ?? 0
      let excluded = failing[root].flatMap { block < $0.count ? $0[block] : nil } ?? 0
      return lanes[block] & ~(shown & excluded) != 0
    }
  }

  /// Notes what conditions come to in a completion; false where evaluating passes the limit.
  private mutating func note(
    _ trial: inout Trial, of completion: Completion, _ components: [Component], _ roots: [NodeID]
  ) -> Bool {
    guard var algebra = trial.algebra.take() else { return false }
    algebra.restart(in: completion)
    var evaluator = CircuitEvaluator(algebra.circuit, algebra: algebra, limits: trial.limits)
    for block in 0...((trial.timeline.moments.count - 1) / 64) {
      do { try evaluator.run(components) } catch { return false }
      for root in roots { note(evaluator.truth(root), of: root, in: block) }
      evaluator.advance()
    }
    trial.algebra = evaluator.takeAlgebra()
    return true
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

/// What completions are tried on.
private struct Trial {
  /// Nil while it is in use, so that there is no second one to be copied.
  var algebra: LaneAlgebra?
  var timeline: Timeline
  var limits: EngineLimits
}
