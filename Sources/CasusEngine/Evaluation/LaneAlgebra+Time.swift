internal import CasusSemantics
package import CasusSyntax

extension LaneAlgebra {
  package mutating func advance() {
    first += lanes.count
    let end = min(first + 64, timeline.moments.count)
    lanes = first < end ? timeline.moments[first..<end].map { Lane(view: view, moment: $0) } : []
  }

  private var view: EntityID? { lanes.first?.view ?? blockView }

  /// The truth of a lane by its number in the timeline.
  private func reading(_ track: Track<UInt64>, _ plane: PlaneName, lane: Int) -> Bool {
    let block = lane / 64
    let truth = block < track.past.count ? track.past[block] : track.current
    return truth[plane] & (1 << UInt64(lane % 64)) != 0
  }

  package func previous(_ child: Track<UInt64>) -> Truth<UInt64> {
    func shifted(_ plane: PlaneName) -> UInt64 {
      let carried: UInt64 = (child.past.last?[plane] ?? 0) >> 63
      return (child.current[plane] << 1 | carried) & all
    }
    return Truth(certain: shifted(.certain), possible: shifted(.possible), fault: shifted(.fault))
  }

  package func once(_ child: Truth<UInt64>, before: Truth<UInt64>?) -> Truth<UInt64> {
    func spread(_ plane: PlaneName) -> UInt64 {
      var word = child[plane] | ((before?[plane] ?? 0) >> 63)
      for distance in [1, 2, 4, 8, 16, 32] as [UInt64] { word |= word << distance }
      return word & all
    }
    let certain = spread(.certain)
    return Truth(certain: certain, possible: spread(.possible), fault: spread(.fault) & ~certain)
  }

  package func since(_ trigger: Truth<UInt64>, _ holding: Truth<UInt64>, before: Truth<UInt64>?) -> Truth<UInt64> {
    func run(_ plane: PlaneName) -> UInt64 {
      var state = (before?[plane] ?? 0) >> 63 != 0
      return self.plane { lane in
        let bit: UInt64 = 1 << UInt64(lane)
        state = holding[plane] & bit != 0 && (state || trigger[plane] & bit != 0)
        return state
      }
    }
    let fault = trigger.fault | holding.fault
    return Truth(certain: run(.certain), possible: run(.possible), fault: fault)
  }

  package func held(_ child: Track<UInt64>, _ duration: [LaneValue]) -> Truth<UInt64> {
    func holds(_ name: PlaneName, _ lane: Int, from start: Moment?) -> Bool {
      let now = first + lane
      let earliest = start.map { timeline.lane(of: $0) } ?? 0
      return stride(from: earliest, through: now, by: 1).allSatisfy { reading(child, name, lane: $0) }
    }
    let certain = plane { lane in holds(.certain, lane, from: before(lanes[lane].moment, duration[lane].range.high)) }
    let possible = plane { lane in
      duration[lane].range.low.map { holds(.possible, lane, from: before(lanes[lane].moment, $0)) }
        ?? (child.current.possible & (1 << UInt64(lane)) != 0)
    }
    let fault = plane { duration[$0].mayFault } | child.current.fault
    return Truth(certain: certain & ~fault, possible: possible | fault, fault: fault)
  }

  /// The moment that lies a duration back; nil for the beginning of time.
  private func before(_ moment: Moment, _ duration: Scalar?) -> Moment? {
    guard let duration = duration?.duration else { return nil }
    return try? moment.subtracting(duration)
  }

  // MARK: Deadlines

  package func late(_ effect: Track<UInt64>, _ deadlines: [[LaneValue]], _ kind: DeadlineKind) -> Truth<UInt64> {
    func deadline(_ lane: Int) -> LaneValue { deadlines[lane / 64][lane % 64] }
    let isSame = deadlines.allSatisfy { $0.allSatisfy { $0.set == deadlines[0][0].set } }
    func isLate(_ lane: Int, certainly: Bool) -> Bool {
      let now = first + lane
      let name: PlaneName = certainly ? .certain : .possible
      var start = now
      while start >= 0, reading(effect, name, lane: start) {
        let range = deadline(start).range
        let end = certainly ? range.high : range.low
        let isPast = end.map { isOver(kind, $0, start: start, at: timeline.moments[now]) } ?? !certainly
        // A deadline that is the same whenever the episode began is past where a later beginning would make it so.
        let mayBegin =
          certainly
          ? (isSame || start == 0 || !reading(effect, .possible, lane: start - 1))
          : (start == 0 || !reading(effect, .certain, lane: start - 1))
        if isPast && mayBegin { return true }
        start -= 1
      }
      return false
    }
    let fault = plane { deadline(first + $0).mayFault } | effect.current.fault
    let certain = plane { isLate($0, certainly: true) } & ~fault
    return Truth(certain: certain, possible: plane { isLate($0, certainly: false) } | fault, fault: fault)
  }

  private func isOver(_ kind: DeadlineKind, _ value: Scalar, start lane: Int, at now: Moment) -> Bool {
    guard let end = timeline.deadline(kind, value, start: lane) else { return true }
    return end < now
  }

  package func dueDate(_ effect: Track<UInt64>, _ deadlines: [[LaneValue]], _ kind: DeadlineKind) -> [LaneValue] {
    lanes.indices.map { lane in
      var found: ValueRange?
      var start = first + lane
      while start >= 0, reading(effect, .possible, lane: start) {
        if start == 0 || !reading(effect, .certain, lane: start - 1) {
          let range = deadlines[start / 64][start % 64].range
          let low = range.low.flatMap { timeline.dueDate(kind, $0, start: start) }
          let high = range.high.flatMap { timeline.dueDate(kind, $0, start: start) }
          found = ValueRange(
            found.map { found in found.low.flatMap { known in low.map { $0.number < known.number ? $0 : known } } }
              ?? low,
            found.map { found in found.high.flatMap { known in high.map { known.number < $0.number ? $0 : known } } }
              ?? high)
        }
        start -= 1
      }
      return found.map { LaneValue($0) } ?? LaneValue(.oneOf([Scalar(Rational(Moment.never.minutes))]))
    }
  }

  // MARK: Events

  package func occurs(_ input: InputID) -> Truth<UInt64> {
    guard let history = history(of: input) else { return Truth(certain: 0, possible: 0, fault: 0) }
    let asked = timeline.asked
    let certain = plane { lane in
      let (from, to) = (lanes[lane].moment, timeline.lastMinute(of: first + lane))
      return history.occurrences.contains { occurrence in
        (occurrence.first.map { from <= $0 } ?? false) && (occurrence.last ?? asked) <= to
      }
    }
    let possible = plane { lane in
      let (from, to) = (first + lane == 0 ? .earliest : lanes[lane].moment, timeline.lastMinute(of: first + lane))
      return history.mayOccur(from: from, to: to)
    }
    return Truth(certain: certain, possible: possible | certain, fault: 0)
  }

  func history(of input: InputID) -> EventHistory? {
    guard case .told(let key) = circuit[input].source else { return nil }
    return facts.history(key, view: view, asked: timeline.asked)
  }

  package func eventWindow(_ kind: Window.Kind, _ input: InputID, _ bound: [LaneValue]) -> Truth<UInt64> {
    guard let history = history(of: input) else { return Truth(certain: 0, possible: 0, fault: 0) }
    let limits = bounds(of: kind, bound)
    let asked = timeline.asked
    let certain = plane { lane in
      let now = lanes[lane].moment
      return history.occurrences.contains { occurrence in
        guard (occurrence.last ?? asked) <= now else { return false }
        return limits[lane].certainlyHolds(from: occurrence.first, to: occurrence.last ?? asked)
      }
    }
    let possible = plane { lane in
      let now = lanes[lane].moment
      let told = history.occurrences.map { ($0.first, $0.last ?? asked) }
      let open = history.open.map { ($0.from, $0.until?.minuteBefore ?? now) }
      return (told + open).contains { from, to in
        (from.map { $0 <= now } ?? true) && limits[lane].possiblyHolds(from: from, to: min(to, now))
      }
    }
    let fault = plane { bound[$0].mayFault }
    return Truth(certain: certain & ~fault, possible: possible | fault, fault: fault)
  }

  package func occurrenceWindow(
    _ kind: Window.Kind, _ occurrences: Track<UInt64>, _ bound: [LaneValue], includesNow: Bool
  ) -> Truth<UInt64> {
    let limits = bounds(of: kind, bound)
    func found(_ lane: Int, certainly: Bool) -> Bool {
      let now = first + lane
      for past in stride(from: includesNow ? now : now - 1, through: 0, by: -1) {
        guard reading(occurrences, certainly ? .certain : .possible, lane: past) else { continue }
        let (from, to) = (timeline.moments[past], min(timeline.lastMinute(of: past), timeline.moments[now]))
        if certainly ? limits[lane].certainlyHolds(from: from, to: to) : limits[lane].possiblyHolds(from: from, to: to)
        {
          return true
        }
      }
      return false
    }
    let fault = plane { bound[$0].mayFault } | occurrences.current.fault
    let certain = plane { found($0, certainly: true) } & ~fault
    return Truth(certain: certain, possible: plane { found($0, certainly: false) } | fault, fault: fault)
  }

  /// What the windows of a block ask of the moment of an occurrence.
  private func bounds(of kind: Window.Kind, _ bound: [LaneValue]) -> [WindowBound] {
    lanes.indices.map { lane in
      let today = lanes[lane].moment
      let range = bound[lane].range
      switch kind {
      case .since: return WindowBound(test: .notBefore, low: range.low?.moment, high: range.high?.moment)
      case .before: return WindowBound(test: .before, low: range.low?.moment, high: range.high?.moment)
      case .inLast:
        return WindowBound(
          test: .notBefore, low: before(today, range.high), high: range.low.flatMap { before(today, $0) })
      case .for:
        return WindowBound(
          test: .notAfter, low: before(today, range.high), high: range.low.flatMap { before(today, $0) })
      }
    }
  }

  // MARK: Dates

  package func eventDate(_ input: InputID) -> [LaneValue] {
    guard let history = history(of: input) else { return faultyValue() }
    let asked = timeline.asked
    return lanes.map { lane in
      var spans = history.occurrences.map { (from: $0.first, to: $0.last ?? asked, isTold: true) }
      spans += history.open.map { (from: $0.from, to: $0.until?.minuteBefore ?? lane.moment, isTold: false) }
      return latest(of: spans.filter { $0.from.map { $0 <= lane.moment } ?? true }, now: lane.moment)
    }
  }

  package func occurrenceDate(_ occurrences: Track<UInt64>, includesNow: Bool) -> [LaneValue] {
    lanes.indices.map { lane in
      let now = first + lane
      var spans: [(from: Moment?, to: Moment, isTold: Bool)] = []
      for past in stride(from: 0, through: includesNow ? now : now - 1, by: 1)
      where reading(occurrences, .possible, lane: past) {
        let isTold = reading(occurrences, .certain, lane: past)
        spans.append((timeline.moments[past], timeline.lastMinute(of: past), isTold))
      }
      return latest(of: spans, now: timeline.moments[now])
    }
  }

  /// The latest of what happened, or may have, by now: never, where nothing did.
  private func latest(of spans: [(from: Moment?, to: Moment, isTold: Bool)], now: Moment) -> LaneValue {
    let certain = spans.filter { $0.isTold && $0.to <= now }
    let never = Scalar(Rational(Moment.never.minutes))
    if spans.isEmpty { return LaneValue(.oneOf([never])) }
    let high = certain.isEmpty ? never : spans.map { min($0.to, now) }.max().map { Scalar(Rational($0.minutes)) }
    let starts =
      certain.isEmpty ? [spans.map { $0.from ?? .earliest }.min()] : [certain.map { $0.from ?? .earliest }.max()]
    let isOpen = certain.isEmpty ? spans.contains { $0.from == nil } : false
    let low = isOpen ? nil : starts.compactMap { $0 }.first.map { Scalar(Rational($0.minutes)) }
    return LaneValue(ValueRange(low, high))
  }
}
