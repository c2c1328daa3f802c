internal import CasusSemantics

/// Dates that look back. What is found runs along the lanes, each time from the lane before.
extension LaneAlgebra {
  package mutating func eventDate(_ input: InputID) -> [LaneValue] {
    let table = events(of: input)
    return lanes.map { LaneValue(table.latest(by: $0.moment.minutes)) }
  }

  package func previousValue(_ child: [LaneValue], before: [LaneValue]?) -> [LaneValue] {
    let first = before?.last ?? LaneValue(.oneOf([.never]))
    return [first] + child.dropLast()
  }

  /// Carried on where the condition held before, begun anew where it did not.
  package func atStart(
    _ holding: Truth<UInt64>, _ value: [LaneValue], before: Looked<UInt64, [LaneValue]>?
  ) -> [LaneValue] {
    let never = LaneValue(.oneOf([.never]))
    var carried = before?.result.last ?? never
    var held = before.map { Likelihood($0.condition, lane: 63) } ?? .impossible
    return lanes.indices.map { lane in
      let now = Likelihood(holding, lane: lane)
      var found = never
      switch (now, held) {
      case (.impossible, _): break
      case (_, .impossible): found = value[lane]
      case (_, .possible): found = span(carried, value[lane])
      case (_, .certain): found = carried
      }
      if now == .possible { found = span(found, never) }
      held = now
      carried = found
      return found
    }
  }

  /// Both values and what lies between: lists would grow from lane to lane.
  private func span(_ left: LaneValue, _ right: LaneValue) -> LaneValue {
    if left == right { return left }
    let (first, second) = (left.range, right.range)
    let low = first.low.flatMap { low in second.low.map { $0.number < low.number ? $0 : low } }
    let high = first.high.flatMap { high in second.high.map { high.number < $0.number ? $0 : high } }
    return LaneValue(ValueRange(low, high, mayFault: first.mayFault || second.mayFault))
  }

  // MARK: When a condition has held

  package func latest(_ child: Truth<UInt64>, before: Looked<UInt64, [LaneValue]>?) -> [LaneValue] {
    dates(of: child, before: before) { known, date, isCertain in
      if isCertain {
        known = date
      } else if known.high == .never {
        // Nothing is certain yet: it may have been first here, or not at all.
        known.low = earlier(known.low, date.low)
      } else {
        known.high = date.high
      }
    }
  }

  package func earliest(_ child: Truth<UInt64>, before: Looked<UInt64, [LaneValue]>?) -> [LaneValue] {
    dates(of: child, before: before) { known, date, isCertain in
      known.low = earlier(known.low, date.low)
      if isCertain { known.high = earlier(known.high, date.high) }
    }
  }

  /// The earlier of two ends; nil is before all.
  private func earlier(_ left: Scalar?, _ right: Scalar?) -> Scalar? {
    guard let left, let right else { return nil }
    return right.number < left.number ? right : left
  }

  /// Of each lane, when a condition has held by its first minute.
  /// - Parameter add: adds a date at which it holds, or may, to what is known.
  private func dates(
    of child: Truth<UInt64>, before: Looked<UInt64, [LaneValue]>?,
    _ add: (_ known: inout ValueRange, _ date: ValueRange, _ isCertain: Bool) -> Void
  ) -> [LaneValue] {
    var carried = before?.result.last?.range ?? ValueRange(.never, .never)
    func note(_ now: Likelihood, _ date: ValueRange, in known: inout ValueRange) {
      if now != .impossible { add(&known, date, now == .certain) }
    }
    if let before { note(Likelihood(before.condition, lane: 63), date(ofLane: -1), in: &carried) }
    return lanes.indices.map { lane in
      let now = Likelihood(child, lane: lane)
      var known = carried
      note(now, ValueRange(date(ofLane: lane).low, Scalar(lanes[lane].moment)), in: &known)
      note(now, date(ofLane: lane), in: &carried)
      return LaneValue(known)
    }
  }

  private func date(ofLane lane: Int) -> ValueRange {
    guard let moments else { return ValueRange(Scalar(lanes[lane].moment), Scalar(lanes[lane].moment)) }
    let date = moments.timeline.date(of: moments.first + lane)
    return ValueRange(date.first.map { Scalar($0) }, Scalar(date.last))
  }

  // MARK: Deadlines and windows

  package func deadlineEnd(_ duration: [LaneValue]) -> [LaneValue] {
    duration.indices.map { deadline(duration[$0], lane: $0) { $0.end } }
  }

  package func dueDate(_ duration: [LaneValue]) -> [LaneValue] {
    duration.indices.map { deadline(duration[$0], lane: $0) { $0.due } }
  }

  private func deadline(_ duration: LaneValue, lane: Int, _ part: (Deadline) -> Int64) -> LaneValue {
    let isFirst = (moments?.first ?? 0) + lane == 0
    func deadline(_ scalar: Scalar?) -> Int64? {
      scalar?.duration.map { part(Deadline($0, from: isFirst ? nil : lanes[lane].moment)) }
    }
    let range = duration.range
    if let low = range.low, low == range.high, let only = deadline(low) {
      return LaneValue(.oneOf([Scalar(Rational(only))]), mayFault: range.mayFault)
    }
    // Between two durations lie some that end with their day and others that do not.
    let low = deadline(range.low).map { minutes in Moment(minutes: minutes)?.startOfDay.minutes ?? minutes }
    let high = deadline(range.high).map { minutes in Moment(minutes: minutes)?.endOfDay.minutes ?? minutes }
    return LaneValue(
      ValueRange(low.map { Scalar(Rational($0)) }, high.map { Scalar(Rational($0)) }, mayFault: range.mayFault))
  }

  package func windowStart(_ duration: [LaneValue]) -> [LaneValue] {
    lanes.indices.map { lane in
      let range = duration[lane].range
      let low = range.high?.duration.map { Scalar(lanes[lane].moment.goingBack($0)) }
      let high = range.low?.duration.map { Scalar(lanes[lane].moment.goingBack($0)) }
      return LaneValue(ValueRange(low, high, mayFault: range.mayFault))
    }
  }
}
