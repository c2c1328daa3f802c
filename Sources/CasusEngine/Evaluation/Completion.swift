internal import CasusSemantics

/// One way to fill in what nobody tells of, the same at all times: conditions hold or do not, and events happen at each
/// moment that is open to them or at none. Values, and events told without a date, stay open.
struct Completion: Sendable {
  /// Neighbouring inputs differ in most, so that few of them show most questions to be open.
  static let all =
    [Completion(pattern: 0), Completion(pattern: .max)]
    + ([0xAAAA_AAAA_AAAA_AAAA, 0x5555_5555_5555_5555, 0xCCCC_CCCC_CCCC_CCCC, 0x6996_9669_9669_6996] as [UInt64]).map {
      Completion(pattern: $0)
    }

  private var pattern: UInt64

  /// Whether an input holds, or happens.
  func holds(_ input: InputID) -> Bool { pattern >> (UInt64(input.index) % 64) & 1 != 0 }

  func completed(_ truth: Truth<UInt64>, of input: InputID) -> Truth<UInt64> {
    var truth = truth
    if holds(input) { truth.certain = truth.possible } else { truth.possible = truth.certain }
    return truth
  }

  func completed(_ history: EventHistory, of input: InputID, in timeline: Timeline) -> EventHistory {
    var history = history
    for (number, occurrence) in history.occurrences.enumerated() where !occurrence.isUndated {
      guard let first = occurrence.first, let last = occurrence.last else { continue }
      let moment = holds(input) ? first : last
      history.occurrences[number].spans = [EventHistory.Span(first: moment, last: moment)]
    }
    if holds(input) {
      for moment in timeline.moments where history.open.contains(where: { $0.contains(moment) }) {
        history.occurrences.append(
          .init(spans: [.init(first: moment, last: moment)], isUndated: false, statement: -1))
      }
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
