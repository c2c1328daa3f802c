internal import CasusSemantics
internal import CasusSyntax

/// What looks back over time: a block is one lane, so that each reads what was found in the lane before.
extension DiagramAlgebra {
  func previous(_ child: Truth<Plane>, before: Truth<Plane>?) -> Truth<Plane> { before ?? constant(false) }

  mutating func previousValue(_ child: PieceValue, before: PieceValue?) -> PieceValue { before ?? never() }

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

  /// Carried on where the condition held before, begun anew where it did not.
  mutating func atStart(
    _ holding: Truth<Plane>, _ value: PieceValue, before: Looked<Plane, PieceValue>?
  ) throws(EvaluationStop) -> PieceValue {
    guard let before else { return try select(holding, value, never()) }
    let started = try select(before.condition, before.result, value)
    return try select(holding, started, never())
  }

  mutating func latest(
    _ child: Truth<Plane>, before: Looked<Plane, PieceValue>?
  ) throws(EvaluationStop) -> PieceValue {
    if child.possible == .false { return before?.result ?? never() }
    return try select(child, dateOfLane(), before?.result ?? never())
  }

  /// Once there is a first date, it stays.
  mutating func earliest(
    _ child: Truth<Plane>, before: Looked<Plane, PieceValue>?
  ) throws(EvaluationStop) -> PieceValue {
    guard let before else { return try select(child, dateOfLane(), never()) }
    if child.possible == .false { return before.result }
    let none = table.leaf(leaf(.never))
    var untold = Plane.false
    for piece in try pieces(of: before.result) where piece.leaf == none { untold = piece.holds }
    if untold == .false { return before.result }
    let first = try and(definite(untold), child)
    return try select(first, dateOfLane(), before.result)
  }

  private mutating func dateOfLane() -> PieceValue { everywhere(inside(now)) }

  /// The date of what comes about in a lane. It is compared as the lane's first minute, and told as all of the lane.
  mutating func inside(_ lane: Int) -> Leaf {
    let date = timeline.date(of: lane)
    if date.first == date.last { return leaf(date.last) }
    let unknown = table.unknown(
      .inside(lane: lane), range: ValueRange(date.first.map { Scalar($0) }, Scalar(date.last)), isDiscrete: true,
      isExact: true, standsFor: Rational(timeline.moments[lane].minutes))
    return .affine(unknown: unknown, scale: Rational(1), offset: .zero)
  }

  private mutating func never() -> PieceValue { everywhere(leaf(.never)) }

  /// Joins what becomes of each leaf that a value can be.
  mutating func forEachLeaf(
    of value: PieceValue,
    _ test: (inout DiagramAlgebra, Leaf, Plane) throws(EvaluationStop) -> Truth<Plane>
  ) throws(EvaluationStop) -> Truth<Plane> {
    var result = constant(false)
    for piece in try pieces(of: value) where piece.holds != .false {
      let part = try forEachAlternative(of: piece.leaf) { (algebra, leaf) throws(EvaluationStop) in
        switch leaf {
        case .fault: Truth(certain: .false, possible: piece.holds, fault: piece.holds)
        case .circular: Truth(certain: .false, possible: piece.holds, fault: .false)
        default: try test(&algebra, leaf, piece.holds)
        }
      }
      result = try or(result, part)
    }
    return result
  }

  // MARK: Deadlines and windows

  mutating func deadlineEnd(_ duration: PieceValue) throws(EvaluationStop) -> PieceValue {
    let start = now == 0 ? nil : timeline.moments[now]
    return try mapped(duration, .end) { Scalar(Rational(Deadline($0, from: start).end)) }
  }

  mutating func dueDate(_ duration: PieceValue) throws(EvaluationStop) -> PieceValue {
    let start = now == 0 ? nil : timeline.moments[now]
    return try mapped(duration, .due) { Scalar(Rational(Deadline($0, from: start).due)) }
  }

  mutating func windowStart(_ duration: PieceValue) throws(EvaluationStop) -> PieceValue {
    let today = timeline.moments[now]
    return try mapped(duration, .windowStart) { Scalar(today.goingBack($0)) }
  }

  /// The date that lies a duration from the lane at hand; of one that is not definite, some date.
  private mutating func mapped(
    _ duration: PieceValue, _ end: DurationEnd, _ date: (CalendarDuration) -> Scalar
  ) throws(EvaluationStop) -> PieceValue {
    var result = PieceCollector()
    for piece in try pieces(of: duration) {
      var mapped: Int?
      for alternative in table.alternatives(of: piece.leaf) {
        let next = self.mapped(alternative, end, date)
        mapped = mapped.map { table.circularChoice($0, next) } ?? next
      }
      if let mapped { try result.add(mapped, where: piece.holds, in: &self) }
    }
    return result.value
  }

  private mutating func mapped(_ leaf: Int, _ end: DurationEnd, _ date: (CalendarDuration) -> Scalar) -> Int {
    switch table.leaves[leaf] {
    case .constant(let scalar): return scalar.duration.map { table.leaf(.constant(date($0))) } ?? leaf
    case .affine:
      let unknown = table.unknown(
        .distant(end, lane: now, leaf: leaf), range: .anything, isDiscrete: true, isExact: false)
      return table.leaf(.affine(unknown: unknown, scale: Rational(1), offset: .zero))
    case .fault, .circular, .circularChoice: return leaf
    }
  }
}
