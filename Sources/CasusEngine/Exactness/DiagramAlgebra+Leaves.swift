internal import CasusSemantics
internal import CasusSyntax

extension DiagramAlgebra {
  /// One operation on two leaves: kept exactly where one side is definite and the result a straight line in the other.
  mutating func apply(
    _ operation: ArithmeticOperator, _ left: Leaf, _ right: Leaf, _ kinds: ValueKinds
  ) -> Int {
    switch (left, right) {
    case (.fault, _), (_, .fault): return table.leaf(.fault)
    case (.circular, _), (_, .circular): return table.leaf(.circular)
    case (.constant(let first), .constant(let second)):
      guard let result = try? compute(operation, first, second, kinds) else {
        // What lies before the calendar lies before all dates, as the present does in early lanes.
        let isBeforeAll = timeline.isEarly(now) && kinds == .dateAndDuration && operation == .subtract
        return table.leaf(isBeforeAll ? .constant(.beforeAllDates) : .fault)
      }
      return table.leaf(.constant(result))
    default:
      if kinds == .numbers || isShift(left, right, kinds), let line = straightLine(operation, left, right) {
        return table.leaf(line)
      }
      return derived(operation, left, right, kinds)
    }
  }

  /// Adding minutes to a date moves it along the line; months do not, and durations that are unknown might be months.
  private func isShift(_ left: Leaf, _ right: Leaf, _ kinds: ValueKinds) -> Bool {
    guard kinds == .dateAndDuration, case .affine = left, case .constant(let scalar) = right else { return false }
    return !scalar.isMonths
  }

  private func straightLine(_ operation: ArithmeticOperator, _ left: Leaf, _ right: Leaf) -> Leaf? {
    switch (operation, left, right) {
    case (.add, .affine(let unknown, let scale, let offset), .affine(let other, let otherScale, let otherOffset)):
      guard unknown == other, let steepness = try? scale.adding(otherScale), let moved = try? offset.adding(otherOffset)
      else { return nil }
      return line(unknown, steepness, moved)
    case (.subtract, .affine(let unknown, let scale, let offset), .affine(let other, let otherScale, let otherOffset)):
      guard unknown == other, let steepness = try? scale.subtracting(otherScale),
        let moved = try? offset.subtracting(otherOffset)
      else { return nil }
      return line(unknown, steepness, moved)
    case (.add, .affine(let unknown, let scale, let offset), .constant(let constant)),
      (.add, .constant(let constant), .affine(let unknown, let scale, let offset)):
      guard let moved = try? offset.adding(constant.number) else { return nil }
      return .affine(unknown: unknown, scale: scale, offset: moved)
    case (.subtract, .affine(let unknown, let scale, let offset), .constant(let constant)):
      guard let moved = try? offset.subtracting(constant.number) else { return nil }
      return .affine(unknown: unknown, scale: scale, offset: moved)
    case (.subtract, .constant(let constant), .affine(let unknown, let scale, let offset)):
      guard let turned = try? scale.negated(), let moved = try? constant.number.subtracting(offset) else { return nil }
      return .affine(unknown: unknown, scale: turned, offset: moved)
    case (.multiply, .affine(let unknown, let scale, let offset), .constant(let constant)),
      (.multiply, .constant(let constant), .affine(let unknown, let scale, let offset)):
      if constant.number == .zero { return .constant(constant) }
      guard let steeper = try? scale.multiplied(by: constant.number),
        let moved = try? offset.multiplied(by: constant.number)
      else { return nil }
      return .affine(unknown: unknown, scale: steeper, offset: moved)
    case (.divide, .affine(let unknown, let scale, let offset), .constant(let constant)):
      guard let flatter = try? scale.divided(by: constant.number), let moved = try? offset.divided(by: constant.number)
      else { return nil }
      return .affine(unknown: unknown, scale: flatter, offset: moved)
    default: return nil
    }
  }

  /// What an unknown takes no part in is constant.
  private func line(_ unknown: Int, _ scale: Rational, _ offset: Rational) -> Leaf {
    scale == .zero ? .constant(Scalar(offset)) : .affine(unknown: unknown, scale: scale, offset: offset)
  }

  /// What is computed from unknowns otherwise is an unknown of its own, within the range of the operation.
  private mutating func derived(
    _ operation: ArithmeticOperator, _ left: Leaf, _ right: Leaf, _ kinds: ValueKinds
  ) -> Int {
    var range = compute(operation, range(of: left), range(of: right), kinds)
    range.mayFault = false
    let unknown = table.unknown(
      .arithmetic(operation, kinds, table.leaf(left), table.leaf(right)), range: range,
      isDiscrete: isDiscrete(left) && isDiscrete(right) && operation != .divide, isExact: false)
    return table.leaf(.affine(unknown: unknown, scale: Rational(1), offset: .zero))
  }

  func range(of leaf: Leaf) -> ValueRange {
    switch leaf {
    case .constant(let scalar): ValueRange(scalar, scalar)
    case .affine(let unknown, let scale, let offset):
      CasusEngine.straightLine(table.unknowns[unknown].range, scale: scale, offset: offset)
    case .fault, .circular, .circularChoice: .anything
    }
  }

  private func isDiscrete(_ leaf: Leaf) -> Bool {
    switch leaf {
    case .constant(let scalar): scalar.number.isInteger
    case .affine(let unknown, let scale, let offset):
      table.unknowns[unknown].isDiscrete && scale.isInteger && offset.isInteger
    case .fault, .circular, .circularChoice: false
    }
  }

  // MARK: Comparing leaves

  private mutating func undefined(_ left: Leaf, _ right: Leaf, _ holds: Plane) -> Truth<Plane>? {
    if left == .fault || right == .fault { return Truth(certain: .false, possible: holds, fault: holds) }
    if left == .circular || right == .circular { return Truth(certain: .false, possible: holds, fault: .false) }
    if case .constant(let first) = left, case .constant(let second) = right, first.isMonths != second.isMonths {
      return Truth(certain: .false, possible: holds, fault: holds)
    }
    return nil
  }

  /// What a leaf is compared as: where something is not told apart within a lane, as the lane's first minute.
  private func compared(_ leaf: Leaf) -> Leaf {
    guard case .affine(let unknown, let scale, let offset) = leaf, let value = table.unknowns[unknown].standsFor,
      let scaled = try? value.multiplied(by: scale), let moved = try? scaled.adding(offset)
    else { return leaf }
    return .constant(Scalar(moved))
  }

  /// Where, within `holds`, the first leaf lies before the second.
  mutating func less(_ left: Leaf, _ right: Leaf, _ holds: Plane) throws(EvaluationStop) -> Truth<Plane> {
    if let undefined = undefined(left, right, holds) { return undefined }
    let (left, right) = (compared(left), compared(right))
    if case .constant(let first) = left, case .constant(let second) = right {
      return definite(first.number < second.number ? holds : .false)
    }
    guard case .affine(let unknown, let scale, let offset) = try difference(left, right) else {
      return try less(try difference(left, right), .constant(Scalar(0)), holds)
    }
    guard let root = try? Rational.zero.subtracting(offset).divided(by: scale) else { throw .diagramLimit }
    let isRising = Rational.zero < scale
    let beyond = try lies(beyond: Cut(at: root, isBehind: !isRising), unknown)
    return definite(try and(holds, isRising ? beyond.negated : beyond))
  }

  /// Where, within `holds`, both leaves are the same value.
  mutating func equality(_ left: Leaf, _ right: Leaf, _ holds: Plane) throws(EvaluationStop) -> Truth<Plane> {
    if let undefined = undefined(left, right, holds) { return undefined }
    let (left, right) = (compared(left), compared(right))
    if case .constant(let first) = left, case .constant(let second) = right {
      return definite(first.number == second.number ? holds : .false)
    }
    guard case .affine(let unknown, let scale, let offset) = try difference(left, right) else {
      return try equality(try difference(left, right), .constant(Scalar(0)), holds)
    }
    guard let root = try? Rational.zero.subtracting(offset).divided(by: scale) else { throw .diagramLimit }
    if table.unknowns[unknown].isDiscrete && !root.isInteger { return definite(.false) }
    let from = try lies(beyond: Cut(at: root, isBehind: false), unknown)
    let behind = try lies(beyond: Cut(at: root, isBehind: true), unknown)
    return definite(try and(holds, and(from, behind.negated)))
  }

  /// The first leaf less the second, as a constant or a line in one unknown.
  private mutating func difference(_ left: Leaf, _ right: Leaf) throws(EvaluationStop) -> Leaf {
    if let line = straightLine(.subtract, left, right) { return line }
    // The same two leaves the other way round are the same unknown, turned.
    if table.leaf(right) < table.leaf(left),
      case .affine(let unknown, let scale, let offset) = try difference(right, left),
      let turned = try? scale.negated(), let moved = try? offset.negated()
    {
      return .affine(unknown: unknown, scale: turned, offset: moved)
    }
    let number = derived(.subtract, left, right, .numbers)
    return table.leaves[number]
  }

  mutating func compare(
    _ comparison: Comparison, _ left: PieceValue, _ right: PieceValue
  ) throws(EvaluationStop) -> Truth<Plane> {
    if let truth = try compareTallies(comparison, left, right) { return truth }
    let (lefts, rights) = (try extremes(of: left), try extremes(of: right))
    switch comparison {
    case .less: return try less(lefts, rights)
    case .equal:
      if lefts.areEqual && rights.areEqual { return try join(lefts.least, rights.least, .equal) }
      let before = try less(lefts, rights)
      return try and(not(before), not(less(rights, lefts)))
    }
  }

  /// Certain where the most that the left side can be lies before the least of the right, possible the other way about.
  private mutating func less(_ left: Extremes, _ right: Extremes) throws(EvaluationStop) -> Truth<Plane> {
    let certain = try join(left.greatest, right.least, .less)
    if left.areEqual && right.areEqual { return certain }
    let possible = try join(left.least, right.greatest, .less)
    return Truth(
      certain: certain.certain, possible: possible.possible, fault: try or(certain.fault, possible.fault))
  }

  private mutating func join(
    _ left: [PieceValue.Piece], _ right: [PieceValue.Piece], _ comparison: Comparison
  ) throws(EvaluationStop) -> Truth<Plane> {
    var result = constant(false)
    for first in left {
      for second in right {
        let both = try and(first.holds, second.holds)
        if both == .false { continue }
        let part = try forEachAlternative(of: first.leaf) { (algebra, left) throws(EvaluationStop) in
          try algebra.forEachAlternative(of: second.leaf) { (algebra, right) throws(EvaluationStop) in
            comparison == .less ? try algebra.less(left, right, both) : try algebra.equality(left, right, both)
          }
        }
        result = try or(result, part)
      }
    }
    return result
  }

  mutating func choose(
    _ selector: PieceValue, _ pairs: [(ordinal: Int, truth: Truth<Plane>)]
  ) throws(EvaluationStop) -> Truth<Plane> {
    var result = constant(false)
    for piece in try pieces(of: selector) {
      let chosen = try forEachAlternative(of: piece.leaf) { (algebra, leaf) throws(EvaluationStop) in
        switch leaf {
        case .constant(let scalar):
          pairs.first { $0.ordinal == scalar.integer }?.truth ?? algebra.constant(false)
        case .circular: Truth(certain: .false, possible: .true, fault: .false)
        default: algebra.faulty
        }
      }
      result = try or(result, and(definite(piece.holds), chosen))
    }
    return result
  }
}

/// The range of `scale × unknown + offset`.
func straightLine(_ range: ValueRange, scale: Rational, offset: Rational) -> ValueRange {
  let scaled = compute(.multiply, range, ValueRange(Scalar(scale), Scalar(scale)), .numbers)
  return compute(.add, scaled, ValueRange(Scalar(offset), Scalar(offset)), .numbers)
}
