internal import CasusSemantics

/// One way to fill in what nobody tells of: conditions hold or do not in each stretch in which they are open, and events
/// happen at each moment that is open to them, at some or at none; a value is the same at all times. Events told without
/// a date stay open, and so do values of which no plain one is known to be possible.
struct Completion: Sendable {
  /// Numbers what is drawn by chance.
  private var number: Int
  /// How often something holds, in quarters.
  private var quarters: UInt64
  /// Where all inputs work together: for a condition in some stretches, and against it in the others.
  private var directions: InputDirections?

  /// All holds; nothing does; then by chance, as it comes out equally.
  static let plain = [4, 0, 2, 2].enumerated().map { Completion(number: $0, quarters: $1) }

  /// By chance, as it comes out equally, seldom or often.
  static let drawn = [1, 3, 2, 1, 3, 2, 1, 3].enumerated().map { Completion(number: $0 + plain.count, quarters: $1) }

  /// All for a condition, all against it; then by turns.
  static func directed(by directions: InputDirections) -> [Completion] {
    [4, 0, 2, 1, 2, 3, 2, 2].enumerated().map { Completion(number: $0, quarters: $1, directions: directions) }
  }

  /// Whether inputs work together, stretch by stretch of the timeline.
  var isDirected: Bool { directions != nil }

  /// Whether an input holds, or happens, in a stretch of time.
  ///
  /// - Parameter stretch: of the timeline where the completion is directed, else of the input's own.
  func holds(_ input: InputID, in stretch: Int) -> Bool {
    guard let directions else { return isDrawn(stretch, Int(input.index)) }
    return directions[input] == isDrawn(stretch, 0)
  }

  private func isDrawn(_ stretch: Int, _ input: Int) -> Bool {
    var mixed = UInt64(truncatingIfNeeded: number &* 1_000_003 &+ stretch) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ mixed >> 29 ^ UInt64(truncatingIfNeeded: input)) &* 0xBF58_476D_1CE4_E5B9
    return (mixed ^ mixed >> 32) & 3 < quarters
  }

  /// A value that an input may have: a great one where it holds, a small one where it does not.
  func value(of input: InputID, in set: ValueSet, _ type: ValueType, _ timeline: Timeline) -> Scalar? {
    let isGreat = holds(input, in: 0)
    switch set {
    case .oneOf(let values): return isGreat ? values.last : values.first
    case .range(nil, nil):
      switch type {
      case .integer, .decimal: return Scalar(isGreat ? 1_000 : 0)
      case .duration: return Scalar(isGreat ? greatDuration(in: timeline) : 0, measure: .clock)
      default: return nil
      }
    case .range(let low, let high):
      // What lies between minutes or whole numbers may be beside what is possible.
      return (isGreat ? high : low).flatMap { $0.number.isInteger ? $0 : nil }
    }
  }

  /// In minutes: what reaches from the first change to the present, or some two years.
  private func greatDuration(in timeline: Timeline) -> Int {
    guard number.isMultiple(of: 2), timeline.moments.count > 1 else { return 1_000_000 }
    return Int(timeline.asked.minutes - timeline.moments[1].minutes)
  }

  func completed(_ history: EventHistory, of input: InputID, in timeline: Timeline) -> EventHistory {
    var history = history
    for (number, occurrence) in history.occurrences.enumerated() where !occurrence.isUndated {
      guard let first = occurrence.first, let last = occurrence.last else { continue }
      let moment = holds(input, in: number) ? first : last
      history.occurrences[number].spans = [EventHistory.Span(first: moment, last: moment)]
    }
    for (lane, moment) in timeline.moments.enumerated() where holds(input, in: number(of: lane, in: timeline)) {
      guard history.open.contains(where: { $0.contains(moment) }) else { continue }
      history.occurrences.append(.init(spans: [.init(first: moment, last: moment)], isUndated: false, statement: -1))
    }
    history.open = []
    return history
  }

  /// What tells a lane from others for events: its stretch where facts go with them, else its number.
  private func number(of lane: Int, in timeline: Timeline) -> Int { isDirected ? timeline.stretches[lane] : lane }
}

extension EventHistory.Stretch {
  fileprivate func contains(_ moment: Moment) -> Bool {
    (from.map { $0 <= moment } ?? true) && (until.map { moment < $0 } ?? true)
  }
}
