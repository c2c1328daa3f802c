internal import CasusSemantics

extension Grounder {
  private static let maximumEarlyMoments = 256
  private static let maximumChain = 4

  /// What follows from what is so from the beginning, one thing upon the other: a breach, and the breach of the duty
  /// that it brings about.
  ///
  /// All of it lies before every date, in the first minutes of the calendar. Where a date lies among them, or where they
  /// would be too many, what rests on time is unproved.
  func earlyMoments(before first: Moment) -> (moments: Set<Moment>, isComplete: Bool) {
    // Each consequence is a norm's, so that there are no more of them than norms.
    let norms = Set(performances.keys.map { $0.declaration }).count
    let chain = min(circuit.depthOfDelays(atMost: Self.maximumChain + 1), norms)
    if chain == 0 { return ([], true) }
    let durations = durations
    var found: Set<Moment> = [.earliest]
    var isComplete = chain <= Self.maximumChain
    for _ in 0..<min(chain, Self.maximumChain) {
      let seen = found.union(found.map { $0.minuteAfter })
      let next = seen.union(derived(from: seen, durations, until: .latest))
      guard next.count <= Self.maximumEarlyMoments else {
        isComplete = false
        break
      }
      found = next
    }
    let early = found.filter { $0 < first }
    return (early, isComplete && early.count == found.count)
  }
}

extension Circuit {
  /// How often what is read of earlier moments is built upon itself, up to a limit; in a circle through time that is
  /// without end.
  fileprivate func depthOfDelays(atMost limit: Int) -> Int {
    depth(atMost: limit) { id, depths in
      let below = children(of: id).map { depths[Int($0.index)] }.max() ?? 0
      return max(below, delayedChild(of: id).map { depths[Int($0.index)] + 1 } ?? 0)
    }
  }

  /// The greatest of the depths that nodes have by those that they read.
  func depth(atMost limit: Int, _ depthOf: (NodeID, [Int]) -> Int) -> Int {
    var depths = [Int](repeating: 0, count: nodes.count)
    var isChanging = true
    while isChanging {
      isChanging = false
      for index in nodes.indices {
        let depth = min(depthOf(NodeID(index), depths), limit)
        if depth > depths[index] {
          depths[index] = depth
          isChanging = true
        }
      }
    }
    return depths.max() ?? 0
  }
}
