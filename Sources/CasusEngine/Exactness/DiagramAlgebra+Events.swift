internal import CasusSemantics
internal import CasusSyntax

/// Events. All that happens within a lane happens at its first minute: one moment of the lane stands for each.
extension DiagramAlgebra {
  mutating func history(of input: InputID) -> EventHistory? {
    guard case .told(let key) = circuit[input].source, facts.program.isEvent(key.declaration) else {
      return nil
    }
    if let known = histories[input] { return known }
    let history = facts.history(key, view: view, asked: timeline.asked)
    histories[input] = history
    return history
  }

  func leaf(_ moment: Moment) -> Leaf { .constant(Scalar(moment)) }

  /// The moment of an occurrence: definite, or an unknown within what is told.
  private mutating func moment(of occurrence: EventHistory.Occurrence, _ input: InputID) -> Leaf {
    let last = occurrence.last ?? timeline.asked
    if occurrence.first == last { return leaf(last) }
    let range = ValueRange(occurrence.first.map { Scalar($0) }, Scalar(last))
    let unknown = table.unknown(
      .occurrence(input, statement: occurrence.statement), range: range, isDiscrete: true, isExact: true)
    return .affine(unknown: unknown, scale: Rational(1), offset: .zero)
  }

  /// Where an occurrence lies at a moment or before it.
  private mutating func isNotAfter(_ occurrence: Leaf, _ moment: Moment) throws(EvaluationStop) -> Plane {
    try less(leaf(moment), occurrence, .true).certain.negated
  }

  /// Where an occurrence has come about in the lane at hand or before.
  private mutating func hasComeAbout(_ occurrence: Leaf) throws(EvaluationStop) -> Plane {
    try isNotAfter(occurrence, timeline.lastMinute(of: now))
  }

  /// The lanes up to this one in which an event may occur that is not told.
  private func openLanes(_ history: EventHistory) -> [Int] {
    guard let first = history.open.map({ $0.from.map { timeline.lane(of: $0) } ?? 0 }).min(), first <= now else {
      return []
    }
    return (first...now).filter { isOpen(history, $0) }
  }

  private func isOpen(_ history: EventHistory, _ lane: Int) -> Bool {
    let from = lane == 0 ? Moment.earliest : timeline.moments[lane]
    let to = timeline.lastMinute(of: lane)
    return history.open.contains { ($0.from.map { $0 <= to } ?? true) && ($0.until.map { from < $0 } ?? true) }
  }

  /// Whether an event has happened by now.
  mutating func happened(_ input: InputID, _ history: EventHistory) throws(EvaluationStop) -> Plane {
    var result = Plane.false
    for told in history.occurrences { result = try or(result, hasComeAbout(moment(of: told, input))) }
    for lane in openLanes(history) { result = try or(result, occurrence(of: input, in: lane)) }
    return result
  }

  mutating func occurs(_ input: InputID) throws(EvaluationStop) -> Truth<Plane> {
    guard let history = history(of: input) else { return constant(false) }
    var result = isOpen(history, now) ? try occurrence(of: input, in: now) : .false
    for told in history.occurrences {
      let moment = moment(of: told, input)
      let hasBefore = now == 0 ? Plane.false : try isNotAfter(moment, timeline.moments[now].minuteBefore)
      result = try or(result, and(hasComeAbout(moment), hasBefore.negated))
    }
    return definite(result)
  }

  mutating func eventWindow(
    _ test: WindowTest, _ input: InputID, _ bound: PieceValue
  ) throws(EvaluationStop) -> Truth<Plane> {
    guard let history = history(of: input) else { return constant(false) }
    return try forEachLeaf(of: bound) { (algebra, limit, holds) throws(EvaluationStop) in
      var result = Plane.false
      for told in history.occurrences {
        let moment = algebra.moment(of: told, input)
        let inside = try algebra.lies(moment, test, limit)
        result = try algebra.or(result, algebra.and(algebra.hasComeAbout(moment), inside))
      }
      for lane in algebra.openLanes(history) {
        let occurred = try algebra.occurrence(of: input, in: lane)
        let inside = try algebra.lies(algebra.leaf(algebra.timeline.moments[lane]), test, limit)
        result = try algebra.or(result, algebra.and(occurred, inside))
      }
      return algebra.definite(try algebra.and(holds, result))
    }
  }

  private mutating func lies(_ moment: Leaf, _ test: WindowTest, _ limit: Leaf) throws(EvaluationStop) -> Plane {
    switch test {
    case .notBefore: try less(moment, limit, .true).certain.negated
    case .before: try less(moment, limit, .true).certain
    case .notAfter: try less(limit, moment, .true).certain.negated
    }
  }

  // MARK: Dates

  mutating func eventDate(_ input: InputID) throws(EvaluationStop) -> PieceValue {
    guard let history = history(of: input) else { return everywhere(.fault) }
    var result = try latestOpen(input, history)
    for told in history.occurrences {
      let moment = moment(of: told, input)
      let greater = try extremum(.maximum, dateOrEarliest(result), everywhere(moment))
      result = try select(definite(hasComeAbout(moment)), greater, result)
    }
    return result
  }

  /// The latest of the occurrences that are not told.
  private mutating func latestOpen(
    _ input: InputID, _ history: EventHistory
  ) throws(EvaluationStop) -> PieceValue {
    var result = PieceCollector()
    var rest = Plane.true
    for lane in openLanes(history).reversed() {
      let occurred = try occurrence(of: input, in: lane)
      try result.add(table.leaf(inside(lane)), where: and(rest, occurred), in: &self)
      rest = try and(rest, occurred.negated)
    }
    try result.add(table.leaf(leaf(.never)), where: rest, in: &self)
    return result.value
  }

  /// The same date, with *never* taken as before every other, so that the latest of two can be picked.
  private mutating func dateOrEarliest(_ value: PieceValue) throws(EvaluationStop) -> PieceValue {
    let (never, earliest) = (table.leaf(leaf(.never)), table.leaf(leaf(.earliest)))
    return .pieces(try pieces(of: value).map { $0.leaf == never ? .init(holds: $0.holds, leaf: earliest) : $0 })
  }
}
