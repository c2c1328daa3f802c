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
  func truth(_ track: Track<Plane>, in lane: Int) -> Truth<Plane> {
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
  mutating func forEachLeaf(
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
}
