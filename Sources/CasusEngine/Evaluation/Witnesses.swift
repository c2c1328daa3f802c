internal import CasusSemantics

/// Completions that were tried out in all lanes at once: where one makes a condition true and another makes it false, it
/// is unknown, and no exact reasoning has to show it.
struct Witnesses: Sendable {
  /// How many completions one after the other may show little that is new: less than a part of what is left to show.
  private static let patience = 2
  private static let littleIsLessThanOneIn = 16

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
    for root in open.keys.sorted() {
      let own = circuit.components(from: [root])
      let completions = Completion.directed(by: InputDirections(of: root, in: circuit))
      noteAll(completions, &trial, own, [root: open[root] ?? []])
    }
    noteAll(Completion.drawn, &trial, components, open)
  }

  /// Notes what conditions come to in completions, until each lane that is open has been both, or until some completions
  /// one after the other have shown little that is new.
  private mutating func noteAll(
    _ completions: [Completion], _ trial: inout Trial, _ components: [Component], _ open: [NodeID: [UInt64]]
  ) {
    var unshown = countUnshown(open)
    var fruitless = 0
    for completion in completions where unshown > 0 && fruitless < Self.patience {
      if !note(&trial, of: completion, components, Array(open.keys)) { return }
      let left = countUnshown(open)
      fruitless = (unshown - left) * Self.littleIsLessThanOneIn < unshown ? fruitless + 1 : 0
      unshown = left
    }
  }

  /// How many lanes that are open have not been both.
  private func countUnshown(_ open: [NodeID: [UInt64]]) -> Int {
    open.reduce(0) { sum, entry in
      let (root, lanes) = entry
      return sum + lanes.indices.reduce(0) { $0 + (lanes[$1] & ~shown(root, block: $1)).nonzeroBitCount }
    }
  }

  /// The lanes of a block in which a condition has been both.
  private func shown(_ root: NodeID, block: Int) -> UInt64 {
    guard let holds = holding[root], let fails = failing[root], block < holds.count else { return 0 }
    return holds[block] & fails[block]
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

  func showFailing(_ root: NodeID, lane: Int) -> Bool {
    failing[root].map { $0[lane / 64] & (1 << UInt64(lane % 64)) != 0 } ?? false
  }

  /// Whether a condition was seen to be true at the first minute of a lane in one completion, and false in another.
  func showOpen(_ root: NodeID, lane: Int) -> Bool {
    shown(root, block: lane / 64) & (1 << UInt64(lane % 64)) != 0
  }
}

/// What completions are tried on.
private struct Trial {
  /// Nil while it is in use, so that there is no second one to be copied.
  var algebra: LaneAlgebra?
  var timeline: Timeline
  var limits: EngineLimits
}
