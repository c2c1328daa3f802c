internal import CasusSemantics
internal import CasusSyntax

/// Sums of whole numbers that count where conditions hold.
extension DiagramAlgebra {
  mutating func count(_ conditions: [Truth<Plane>]) throws(EvaluationStop) -> PieceValue {
    var tally = Tally()
    for condition in conditions {
      guard let next = tally.adding(condition, weight: 1) else { throw .diagramLimit }
      tally = next
    }
    return .tally(tally)
  }

  /// A value as a tally: where it is one, a whole number, or one of two whole numbers.
  func tally(of value: PieceValue) -> Tally? {
    switch value {
    case .tally(let tally): return tally
    case .pieces(let pieces):
      var numbers: [Int] = []
      for piece in pieces {
        guard case .constant(let scalar) = table.leaves[piece.leaf], scalar.measure == nil, let number = scalar.integer
        else { return nil }
        numbers.append(number)
      }
      switch numbers.count {
      case 1: return Tally(offset: numbers[0])
      case 2:
        let (difference, overflow) = numbers[0].subtractingReportingOverflow(numbers[1])
        return overflow ? nil : Tally(offset: numbers[1]).adding(definite(pieces[0].holds), weight: difference)
      default: return nil
      }
    }
  }

  /// A sum, a difference or a whole multiple of tallies; nil where the result is none.
  func combined(
    _ operation: ArithmeticOperator, _ left: PieceValue, _ right: PieceValue, _ kinds: ValueKinds
  ) -> PieceValue? {
    guard kinds == .numbers, let first = tally(of: left), let second = tally(of: right) else { return nil }
    // Two constants are computed at once, and what is definite elsewhere stays so.
    if first.items.isEmpty && second.items.isEmpty { return nil }
    let result: Tally?
    switch operation {
    case .add: result = first.adding(second, times: 1)
    case .subtract: result = first.adding(second, times: -1)
    case .multiply where second.items.isEmpty: result = Tally().adding(first, times: second.offset)
    case .multiply where first.items.isEmpty: result = Tally().adding(second, times: first.offset)
    case .multiply, .divide: result = nil
    }
    return result.map { .tally($0) }
  }

  /// Where, within `holds`, a tally is below zero.
  private mutating func isNegative(_ tally: Tally) throws(EvaluationStop) -> Truth<Plane> {
    let fault = try faultPlane(of: tally)
    let certain = try reaches(zero: tally) { $0.certain }
    let possible = tally.isDefinite ? certain : try reaches(zero: tally) { $0.possible }
    return Truth(
      certain: try and(possible.negated, fault.negated), possible: try or(certain.negated, fault), fault: fault)
  }

  private mutating func reaches(zero tally: Tally, _ plane: (Truth<Plane>) -> Plane) throws(EvaluationStop) -> Plane {
    let items = tally.items.map { DecisionDiagram.Weighted(plane($0.condition), weight: $0.weight) }
    do { return try diagram.atLeast(-tally.offset, of: items) } catch { throw .diagramLimit }
  }

  private mutating func faultPlane(of tally: Tally) throws(EvaluationStop) -> Plane {
    do { return try diagram.disjunction(tally.faults) } catch { throw .diagramLimit }
  }

  /// A comparison in which a tally takes part, and nothing else that is open; nil for others.
  mutating func compareTallies(
    _ comparison: Comparison, _ left: PieceValue, _ right: PieceValue
  ) throws(EvaluationStop) -> Truth<Plane>? {
    switch (left, right) {
    case (.pieces, .pieces): return nil
    case (.tally(let tally), .pieces(let pieces)):
      return try forEachConstant(of: pieces) { (algebra, number) throws(EvaluationStop) in
        try algebra.compare(comparison, tally, with: number, tallyIsLeft: true)
      }
    case (.pieces(let pieces), .tally(let tally)):
      return try forEachConstant(of: pieces) { (algebra, number) throws(EvaluationStop) in
        try algebra.compare(comparison, tally, with: number, tallyIsLeft: false)
      }
    case (.tally(let first), .tally(let second)):
      guard let difference = first.adding(second, times: -1) else { return nil }
      return try compare(comparison, difference, with: .zero, tallyIsLeft: true)
    }
  }

  /// Joins what becomes of each constant that a value can be; nil where it can be anything else.
  private mutating func forEachConstant(
    of pieces: [PieceValue.Piece],
    _ test: (inout DiagramAlgebra, Rational) throws(EvaluationStop) -> Truth<Plane>?
  ) throws(EvaluationStop) -> Truth<Plane>? {
    var result = constant(false)
    for piece in pieces {
      guard case .constant(let scalar) = table.leaves[piece.leaf], !scalar.isMonths,
        let truth = try test(&self, scalar.number)
      else { return nil }
      result = try or(result, and(definite(piece.holds), truth))
    }
    return result
  }

  private mutating func compare(
    _ comparison: Comparison, _ tally: Tally, with number: Rational, tallyIsLeft: Bool
  ) throws(EvaluationStop) -> Truth<Plane>? {
    // What is below the number is below the least whole number from it upwards, and the other way about.
    let floor = Int(number.floor)
    let ceiling = number.isInteger ? floor : floor &+ 1
    guard let below = tally.adding(Tally(offset: ceiling), times: -1),
      let above = Tally(offset: floor).adding(tally, times: -1)
    else { return nil }
    switch comparison {
    case .less: return try isNegative(tallyIsLeft ? below : above)
    case .equal:
      let isBelow = try isNegative(below)
      return try and(not(isBelow), not(isNegative(above)))
    }
  }

  /// The least and the greatest that a value can be where conditions are circular; the same pieces where none is.
  struct Extremes {
    var least: [PieceValue.Piece]
    var greatest: [PieceValue.Piece]
    var areEqual: Bool
  }

  mutating func extremes(of value: PieceValue) throws(EvaluationStop) -> Extremes {
    switch value {
    case .pieces(let pieces): return Extremes(least: pieces, greatest: pieces, areEqual: true)
    case .tally(let tally):
      let least = try pieces(of: tally) { $0.certain }
      if tally.isDefinite { return Extremes(least: least, greatest: least, areEqual: true) }
      return Extremes(least: least, greatest: try pieces(of: tally) { $0.possible }, areEqual: false)
    }
  }

  /// A piece for each sum, conditions being what one of their planes says.
  private mutating func pieces(
    of tally: Tally, _ plane: (Truth<Plane>) -> Plane
  ) throws(EvaluationStop) -> [PieceValue.Piece] {
    let fault = try faultPlane(of: tally)
    var result = PieceCollector()
    for (sum, holds) in try distribution(of: tally, plane) {
      try result.add(
        table.leaf(.constant(Scalar(sum + tally.offset))), where: and(holds, fault.negated), in: &self)
    }
    try result.add(table.leaf(.fault), where: fault, in: &self)
    return result.pieces
  }

  private mutating func distribution(
    of tally: Tally, _ plane: (Truth<Plane>) -> Plane
  ) throws(EvaluationStop) -> [(sum: Int, holds: Plane)] {
    let items = tally.items.map { DecisionDiagram.Weighted(plane($0.condition), weight: $0.weight) }
    let sums: [(sum: Int, holds: Plane)]?
    do { sums = try diagram.distribution(of: items, maximumCount: PieceCollector.maximumPieces) } catch {
      throw .diagramLimit
    }
    guard let sums else { throw .diagramLimit }
    return sums
  }
}
