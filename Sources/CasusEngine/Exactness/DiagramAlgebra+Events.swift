internal import CasusSemantics
internal import CasusSyntax

/// Events, windows on what occurs, and the dates of both.
extension DiagramAlgebra {
  func history(of input: InputID) -> EventHistory? {
    guard case .told(let key) = circuit[input].source, case .event = facts.program[key.declaration].kind else {
      return nil
    }
    return facts.history(key, view: view, asked: timeline.asked)
  }

  /// The moment of an occurrence: definite, or an unknown within what is told.
  private mutating func moment(of occurrence: EventHistory.Occurrence, _ input: InputID) -> Leaf {
    let last = occurrence.last ?? timeline.asked
    if occurrence.first == last { return .constant(Scalar(Rational(last.minutes))) }
    let range = ValueRange(
      occurrence.first.map { Scalar(Rational($0.minutes)) }, Scalar(Rational(last.minutes)))
    let unknown = table.unknown(
      .occurrence(input, statement: occurrence.statement), range: range, isDiscrete: true, isExact: true)
    return .affine(unknown: unknown, scale: Rational(1), offset: .zero)
  }

  func leaf(_ moment: Moment) -> Leaf { .constant(Scalar(Rational(moment.minutes))) }

  /// Where an occurrence lies at a moment or before it.
  private mutating func isNotAfter(_ occurrence: Leaf, _ moment: Moment) throws(EvaluationStop) -> Plane {
    try less(leaf(moment), occurrence, .true).certain.negated
  }

  /// Whether an event has happened by now: what is told, and what may have come untold in a lane by now.
  func firstOpenLane(_ history: EventHistory) -> Int {
    history.open.map { $0.from.map { timeline.lane(of: $0) } ?? 0 }.min() ?? timeline.moments.count
  }

  mutating func happened(_ input: InputID, _ history: EventHistory) throws(EvaluationStop) -> Plane {
    var result = Plane.false
    for occurrence in history.occurrences {
      result = try or(result, isNotAfter(moment(of: occurrence, input), timeline.moments[now]))
    }
    for lane in stride(from: firstOpenLane(history), through: now, by: 1) where isOpen(history, lane) {
      var occurred = try occurrence(of: input, in: lane)
      if lane == now && !timeline.isOneMinute(lane) {
        occurred = try and(occurred, free(.inside(input, lane: lane), of: input))
      }
      result = try or(result, occurred)
    }
    return result
  }

  private func isOpen(_ history: EventHistory, _ lane: Int) -> Bool {
    let from = lane == 0 ? Moment.earliest : timeline.moments[lane]
    let to = timeline.lastMinute(of: lane)
    return history.open.contains { ($0.from.map { $0 <= to } ?? true) && ($0.until.map { from < $0 } ?? true) }
  }

  mutating func occurs(_ input: InputID) throws(EvaluationStop) -> Truth<Plane> {
    guard let history = history(of: input) else { return constant(false) }
    var result = isOpen(history, now) ? try occurrence(of: input, in: now) : .false
    for told in history.occurrences {
      let moment = moment(of: told, input)
      let from = now == 0 ? Plane.true : try isNotAfter(moment, timeline.moments[now].minuteBefore).negated
      let inside = try and(from, isNotAfter(moment, timeline.lastMinute(of: now)))
      result = try or(result, inside)
    }
    return definite(result)
  }

  mutating func eventWindow(
    _ kind: Window.Kind, _ input: InputID, _ bound: PieceValue
  ) throws(EvaluationStop) -> Truth<Plane> {
    guard let history = history(of: input) else { return constant(false) }
    return try forEachLeaf(of: limit(kind, bound)) { (algebra, limit, number, holds) throws(EvaluationStop) in
      let today = algebra.timeline.moments[algebra.now]
      var result = Plane.false
      for told in history.occurrences {
        let moment = algebra.moment(of: told, input)
        let byNow = try algebra.isNotAfter(moment, today)
        let inside = try algebra.lies(moment, kind, limit)
        result = try algebra.or(result, algebra.and(byNow, inside))
      }
      for lane in stride(from: algebra.firstOpenLane(history), through: algebra.now, by: 1)
      where algebra.isOpen(history, lane) {
        let occurred = try algebra.occurrence(of: input, in: lane)
        let inside = try algebra.contains(lane, kind, limit, number, input)
        result = try algebra.or(result, algebra.and(occurred, inside))
      }
      return algebra.definite(try algebra.and(holds, result))
    }
  }

  mutating func occurrenceWindow(
    _ kind: Window.Kind, _ occurrences: Track<Plane>, _ bound: PieceValue, includesNow: Bool
  ) throws(EvaluationStop) -> Truth<Plane> {
    try forEachLeaf(of: limit(kind, bound)) { (algebra, limit, number, holds) throws(EvaluationStop) in
      var result = algebra.constant(false)
      for lane in stride(from: 0, through: includesNow ? algebra.now : algebra.now - 1, by: 1) {
        let inside = try algebra.contains(lane, kind, limit, number, nil)
        let found = try algebra.and(algebra.truth(occurrences, in: lane), algebra.definite(inside))
        result = try algebra.or(result, found)
      }
      return try algebra.and(algebra.definite(holds), result)
    }
  }

  /// The date against which a window holds occurrences: its bound, or today less its bound.
  private mutating func limit(_ kind: Window.Kind, _ bound: PieceValue) throws(EvaluationStop) -> PieceValue {
    switch kind {
    case .since, .before: bound
    case .inLast, .for: try arithmetic(.subtract, today(), bound, .dateAndDuration)
    }
  }

  private mutating func lies(_ moment: Leaf, _ kind: Window.Kind, _ limit: Leaf) throws(EvaluationStop) -> Plane {
    switch kind {
    case .since, .inLast: try less(moment, limit, .true).certain.negated
    case .before: try less(moment, limit, .true).certain
    case .for: try less(limit, moment, .true).certain.negated
    }
  }

  /// Whether what occurs somewhere in a lane lies in a window: free where the window begins or ends inside the lane.
  private mutating func contains(
    _ lane: Int, _ kind: Window.Kind, _ limit: Leaf, _ number: Int, _ input: InputID?
  ) throws(EvaluationStop) -> Plane {
    let earliest = lane == 0 ? Moment.earliest : timeline.moments[lane]
    let latest = min(timeline.lastMinute(of: lane), timeline.moments[now])
    let first = try lies(leaf(earliest), kind, limit)
    let last = try lies(leaf(latest), kind, limit)
    if first == last { return first }
    let free = try self.free(.window(input, lane: lane, leaf: number), of: input)
    let both = try and(first, last)
    let either = try or(first, last)
    return try or(both, and(either, free))
  }

  // MARK: Dates

  mutating func eventDate(_ input: InputID) throws(EvaluationStop) -> PieceValue {
    guard let history = history(of: input) else { return everywhere(.fault) }
    let today = timeline.moments[now]
    if stride(from: firstOpenLane(history), through: now, by: 1).contains(where: { isOpen(history, $0) }) {
      let never = Scalar(Rational(Moment.never.minutes))
      let unknown = table.unknown(
        .latest(input, lane: now), range: ValueRange(nil, never), isDiscrete: true, isExact: false)
      return everywhere(.affine(unknown: unknown, scale: Rational(1), offset: .zero))
    }
    var result = everywhere(leaf(.never))
    for told in history.occurrences {
      let moment = moment(of: told, input)
      let happened = try isNotAfter(moment, today)
      let greater = try extremum(.maximum, dateOrEarliest(result), everywhere(moment))
      result = try select(definite(happened), greater, result)
    }
    return result
  }

  /// The same date, with *never* taken as before every other, so that the latest of two can be picked.
  private mutating func dateOrEarliest(_ value: PieceValue) throws(EvaluationStop) -> PieceValue {
    let never = table.leaf(leaf(.never))
    return PieceValue(
      value.pieces.map { $0.leaf == never ? .init(holds: $0.holds, leaf: table.leaf(leaf(.earliest))) : $0 })
  }

  mutating func occurrenceDate(
    _ occurrences: Track<Plane>, includesNow: Bool
  ) throws(EvaluationStop) -> PieceValue {
    var result = PieceCollector()
    var rest = Plane.true
    for lane in stride(from: includesNow ? now : now - 1, through: 0, by: -1) {
      let truth = truth(occurrences, in: lane)
      if truth.possible == .false { continue }
      let (from, to) = (timeline.moments[lane], min(timeline.lastMinute(of: lane), timeline.moments[now]))
      var date = leaf(from)
      if from != to || lane == 0 {
        let (low, high) = (Rational(from.minutes), Rational(to.minutes))
        let unknown = table.unknown(
          .inside(lane: lane, from: low, to: high), range: ValueRange(Scalar(low), Scalar(high)), isDiscrete: true,
          isExact: false)
        date = .affine(unknown: unknown, scale: Rational(1), offset: .zero)
      }
      try result.add(table.leaf(date), where: and(rest, truth.certain), in: &self)
      let between = try and(truth.possible, truth.certain.negated)
      let fault = try and(between, truth.fault)
      try result.add(table.leaf(.fault), where: and(rest, fault), in: &self)
      try result.add(table.leaf(.circular), where: and(rest, and(between, fault.negated)), in: &self)
      rest = try and(rest, truth.possible.negated)
    }
    try result.add(table.leaf(leaf(.never)), where: rest, in: &self)
    return result.value
  }
}
