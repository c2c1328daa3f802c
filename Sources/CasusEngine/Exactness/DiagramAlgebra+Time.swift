internal import CasusSemantics
internal import CasusSyntax

extension DiagramAlgebra {
  func previous(_ child: Track<Plane>) -> Truth<Plane> { child.past.last ?? constant(false) }

  mutating func once(_ child: Truth<Plane>, before: Truth<Plane>?) throws(EvaluationStop) -> Truth<Plane> {
    guard let before else { return child }
    return try or(child, before)
  }

  mutating func since(
    _ trigger: Truth<Plane>, _ holding: Truth<Plane>, before: Truth<Plane>?
  ) throws(EvaluationStop) -> Truth<Plane> {
    let begun = try or(trigger, before ?? constant(false))
    return try and(holding, begun)
  }

  /// The truth of a condition in an earlier lane, or in the one at hand.
  private func truth(_ track: Track<Plane>, in lane: Int) -> Truth<Plane> {
    lane < track.past.count ? track.past[lane] : track.current
  }

  mutating func held(_ child: Track<Plane>, _ duration: PieceValue) throws(EvaluationStop) -> Truth<Plane> {
    try forEachLeaf(of: duration) { (algebra, leaf, _, holds) throws(EvaluationStop) in
      guard case .constant(let scalar) = leaf, let duration = scalar.duration else {
        return try algebra.and(algebra.definite(holds), algebra.undecided(child.current, of: nil, leaf: leaf))
      }
      let start = try? algebra.timeline.moments[algebra.now].subtracting(duration)
      var result = algebra.definite(holds)
      for lane in stride(from: algebra.now, through: start.map { algebra.timeline.lane(of: $0) } ?? 0, by: -1) {
        result = try algebra.and(result, algebra.truth(child, in: lane))
      }
      return result
    }
  }

  /// What may hold as far as `limit` does, and is not kept more exactly.
  private mutating func undecided(
    _ limit: Truth<Plane>, of input: InputID?, leaf: Leaf
  ) throws(EvaluationStop) -> Truth<Plane> {
    let free = try self.free(.window(input, lane: now, leaf: table.leaf(leaf)), of: input)
    return try and(limit, definite(free))
  }

  /// Joins what becomes of each leaf that a value can be.
  private mutating func forEachLeaf(
    of value: PieceValue,
    _ test: (inout DiagramAlgebra, Leaf, Int, Plane) throws(EvaluationStop) -> Truth<Plane>
  ) throws(EvaluationStop) -> Truth<Plane> {
    var result = constant(false)
    for piece in try definite(value).pieces where piece.holds != .false {
      let leaf = table.leaves[piece.leaf]
      switch leaf {
      case .fault: result = try or(result, Truth(certain: .false, possible: piece.holds, fault: piece.holds))
      case .circular: result = try or(result, Truth(certain: .false, possible: piece.holds, fault: .false))
      default: result = try or(result, test(&self, leaf, piece.leaf, piece.holds))
      }
    }
    return result
  }

  // MARK: Deadlines

  /// Whether, for some lane in which the episode can have begun, its deadline is past.
  mutating func late(
    _ effect: Track<Plane>, _ deadlines: [PieceValue], _ kind: DeadlineKind
  ) throws(EvaluationStop) -> Truth<Plane> {
    var result = constant(false)
    var held = constant(true)
    for start in stride(from: now, through: 0, by: -1) {
      held = try and(held, truth(effect, in: start))
      if held.possible == .false { break }
      let begins = start == 0 ? constant(true) : not(truth(effect, in: start - 1))
      let episode = try and(held, begins)
      if episode.possible == .false { continue }
      let past = try forEachLeaf(of: deadlines[start]) { (algebra, leaf, number, holds) throws(EvaluationStop) in
        try algebra.and(algebra.definite(holds), algebra.isOver(kind, leaf, number, start: start))
      }
      result = try or(result, and(episode, past))
    }
    return result
  }

  mutating func dueDate(
    _ effect: Track<Plane>, _ deadlines: [PieceValue], _ kind: DeadlineKind
  ) throws(EvaluationStop) -> PieceValue {
    var result = PieceCollector()
    var held = truth(effect, in: now).certain
    try result.add(table.leaf(leaf(.never)), where: held.negated, in: &self)
    for start in stride(from: now, through: 0, by: -1) {
      let before = start == 0 ? Plane.false : truth(effect, in: start - 1).certain
      for piece in try definite(deadlines[start]).pieces {
        let holds = try and(and(held, before.negated), piece.holds)
        guard case .constant(let scalar) = table.leaves[piece.leaf] else {
          try result.add(openDate(kind, piece.leaf, start: start), where: holds, in: &self)
          continue
        }
        let due = timeline.dueDate(kind, scalar, start: start).map { Leaf.constant($0) } ?? leaf(.earliest)
        try result.add(table.leaf(due), where: holds, in: &self)
      }
      held = try and(held, before)
      if held == .false { break }
    }
    return result.value
  }

  private mutating func openDate(_ kind: DeadlineKind, _ number: Int, start: Int) -> Int {
    let unknown = table.unknown(
      .deadline(kind, lane: start, leaf: number), range: .anything, isDiscrete: true, isExact: false)
    return table.leaf(.affine(unknown: unknown, scale: Rational(1), offset: .zero))
  }

  private mutating func isOver(
    _ kind: DeadlineKind, _ leaf: Leaf, _ number: Int, start: Int
  ) throws(EvaluationStop) -> Truth<Plane> {
    if kind == .within && start == 0 { return constant(true) }
    if case .constant(let scalar) = leaf {
      guard let end = timeline.deadline(kind, scalar, start: start) else { return constant(true) }
      return constant(end < timeline.moments[now])
    }
    let open = openDate(kind, number, start: start)
    let end = table.leaves[open]
    return try less(end, .constant(Scalar(Rational(timeline.moments[now].minutes))), .true)
  }

  // MARK: Events

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

  private func leaf(_ moment: Moment) -> Leaf { .constant(Scalar(Rational(moment.minutes))) }

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
