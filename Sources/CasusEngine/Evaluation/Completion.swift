internal import CasusSemantics

/// One way to fill in what nobody tells of: conditions hold or do not in each stretch in which they are open, and events
/// happen at each moment that is open to them, at some or at none. Values, and events told without a date, stay open.
struct Completion: Sendable {
  /// All holds; nothing does; then by chance, as it comes out equally, seldom or often.
  static let all = [4, 0, 2, 2, 1, 3, 2, 1, 3, 2, 1, 3].enumerated().map { Completion(number: $0, quarters: $1) }

  private var number: Int
  /// How often it holds, in quarters.
  private var quarters: UInt64

  /// Whether an input holds, or happens, in a stretch of time.
  func holds(_ input: InputID, in stretch: Int) -> Bool {
    var mixed = UInt64(truncatingIfNeeded: number &* 1_000_003 &+ stretch) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ mixed >> 29 ^ UInt64(input.index)) &* 0xBF58_476D_1CE4_E5B9
    return (mixed ^ mixed >> 32) & 3 < quarters
  }

  func completed(_ history: EventHistory, of input: InputID, in timeline: Timeline) -> EventHistory {
    var history = history
    for (number, occurrence) in history.occurrences.enumerated() where !occurrence.isUndated {
      guard let first = occurrence.first, let last = occurrence.last else { continue }
      let moment = holds(input, in: number) ? first : last
      history.occurrences[number].spans = [EventHistory.Span(first: moment, last: moment)]
    }
    for (lane, moment) in timeline.moments.enumerated() where holds(input, in: lane) {
      guard history.open.contains(where: { $0.contains(moment) }) else { continue }
      history.occurrences.append(.init(spans: [.init(first: moment, last: moment)], isUndated: false, statement: -1))
    }
    history.open = []
    return history
  }
}

extension EventHistory.Stretch {
  fileprivate func contains(_ moment: Moment) -> Bool {
    (from.map { $0 <= moment } ?? true) && (until.map { moment < $0 } ?? true)
  }
}
