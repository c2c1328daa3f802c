internal import CasusSemantics

/// What exact reasoning about a lane has to look at.
extension LaneEvaluation {
  /// How far back a known past is looked for.
  private static let maximumDistance = 256

  /// The moments from the last at which the bounds settle all that is read of the past, up to a lane; nil where no such
  /// moment is near, or occurrences of which nobody tells may lie before it.
  func span(_ root: NodeID, view: Int, endingAt lane: Int) -> ExactSpan? {
    guard keepsWhatHappened(view: view) else { return nil }
    let reads = circuit.readsOfPast(in: circuit.components(from: [root]))
    for start in stride(from: lane - 1, to: max(0, lane - 1 - Self.maximumDistance), by: -1) {
      guard let past = past(reads.conditions, reads.values, view: view, at: start) else { continue }
      let window = timeline.window(behind: start, endingAt: lane)
      return ExactSpan(timeline: window.refined(by: measures, isWindow: true), past: past)
    }
    return nil
  }

  private func past(_ conditions: [NodeID], _ values: [NodeID], view: Int, at lane: Int) -> KnownPast? {
    var past = KnownPast()
    for node in conditions {
      guard case .truth(let holds?) = bounds(of: node, type: .condition, view: view, moment: lane).result else {
        return nil
      }
      past.conditions.append((node, holds))
    }
    for node in values {
      guard case .values(.oneOf(let only)) = bounds(of: node, type: .date, view: view, moment: lane).result,
        only.count == 1
      else { return nil }
      past.values.append((node, only[0]))
    }
    return past
  }
}
