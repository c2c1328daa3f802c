internal import CasusSemantics
internal import CasusSyntax

extension DiagramAlgebra {
  typealias Values = PieceValue

  mutating func everywhere(_ leaf: Leaf) -> PieceValue {
    PieceValue([.init(holds: .true, leaf: table.leaf(leaf))])
  }

  mutating func constant(_ scalar: Scalar) -> PieceValue { everywhere(.constant(scalar)) }
  mutating func today() -> PieceValue {
    everywhere(.constant(Scalar(Rational(timeline.moments[now].minutes))))
  }
  mutating func startOfToday() -> PieceValue { everywhere(leaf(timeline.moments[now].startOfDay)) }
  mutating func faultyValue() -> PieceValue { everywhere(.fault) }
  mutating func circularValue() -> PieceValue { everywhere(.circular) }

  mutating func inputValue(_ input: InputID) throws(EvaluationStop) -> PieceValue {
    let reading = facts.reading(circuit[input], in: lane)
    var set = facts.domain(of: circuit[input])
    if case .values(let told)? = reading?.state { set = set.intersection(told) ?? told }
    let type = circuit[input].type
    let origin = self.origin(of: input, reading)
    switch set {
    case .oneOf(let values) where values.count == 1: return everywhere(.constant(values[0]))
    case .oneOf(let values): return try oneOf(values, input, origin: origin)
    case .range(let low, let high):
      let unknown = table.unknown(
        .input(input, origin: origin), range: ValueRange(low, high),
        isDiscrete: type != .decimal, isExact: type != .duration)
      return everywhere(.affine(unknown: unknown, scale: Rational(1), offset: .zero))
    }
  }

  /// What is told has one value for as long as it is told, a gap one for all time, what is untold one in each stretch.
  private func origin(of input: InputID, _ reading: Reading?) -> ValueOrigin {
    if case .gap = circuit[input].source { return .gap }
    if let reading, reading.origin >= 0 { return .statement(reading.origin) }
    return .stretch(timeline.stretches[now])
  }

  /// A value that is one of a few: a piece for each of them.
  private mutating func oneOf(_ values: [Scalar], _ input: InputID, origin: ValueOrigin) throws(EvaluationStop)
    -> PieceValue
  {
    let unknown = table.unknown(
      .input(input, origin: origin), range: ValueRange(values.first, values.last), isDiscrete: false, isExact: true,
      members: values)
    var pieces: [PieceValue.Piece] = []
    var reached = Plane.true
    for (position, value) in values.enumerated() {
      let next =
        position + 1 < values.count
        ? try lies(beyond: Cut(at: values[position + 1].number, isBehind: false), unknown) : .false
      pieces.append(.init(holds: try and(reached, next.negated), leaf: table.leaf(.constant(value))))
      reached = next
    }
    return PieceValue(pieces)
  }

  mutating func select(
    _ condition: Truth<Plane>, _ left: PieceValue, _ right: PieceValue
  ) throws(EvaluationStop) -> PieceValue {
    var result = PieceCollector()
    try result.add(definite(left), where: condition.certain, in: &self)
    try result.add(definite(right), where: condition.possible.negated, in: &self)
    if condition.certain != condition.possible {
      let between = try and(condition.possible, condition.certain.negated)
      let fault = try and(between, condition.fault)
      try result.add(everywhere(.fault), where: fault, in: &self)
      try result.add(everywhere(.circular), where: and(between, fault.negated), in: &self)
    }
    return result.value
  }

  /// The same value with what is circular about a count named as such.
  mutating func definite(_ value: PieceValue) throws(EvaluationStop) -> PieceValue {
    guard let upper = value.upper else { return value }
    var result = PieceCollector()
    let circular = table.leaf(.circular)
    for low in value.pieces {
      for high in upper {
        let both = try and(low.holds, high.holds)
        try result.add(low.leaf == high.leaf ? low.leaf : circular, where: both, in: &self)
      }
    }
    return result.value
  }

  mutating func arithmetic(
    _ operation: ArithmeticOperator, _ left: PieceValue, _ right: PieceValue, _ kinds: ValueKinds
  ) throws(EvaluationStop) -> PieceValue {
    try combine(left, right) { (algebra, first, second, holds, result) throws(EvaluationStop) in
      if operation == .divide, case .affine = second {
        let zero = try algebra.equality(second, .constant(Scalar(0)), .true)
        try result.add(algebra.table.leaf(.fault), where: algebra.and(holds, zero.certain), in: &algebra)
        let rest = try algebra.and(holds, zero.certain.negated)
        try result.add(algebra.apply(operation, first, second, kinds), where: rest, in: &algebra)
        return
      }
      try result.add(algebra.apply(operation, first, second, kinds), where: holds, in: &algebra)
    }
  }

  mutating func negative(_ value: PieceValue) throws(EvaluationStop) -> PieceValue {
    let zero = everywhere(.constant(Scalar(0)))
    return try combine(zero, value) { (algebra, first, second, holds, result) throws(EvaluationStop) in
      var kinds = ValueKinds.numbers
      if case .constant(let scalar) = second, scalar.measure != nil { kinds = .numberAndDuration }
      try result.add(algebra.apply(.subtract, first, second, kinds), where: holds, in: &algebra)
    }
  }

  mutating func extremum(
    _ extremum: Extremum, _ left: PieceValue, _ right: PieceValue
  ) throws(EvaluationStop) -> PieceValue {
    try combine(left, right) { (algebra, first, second, holds, result) throws(EvaluationStop) in
      let less = try algebra.less(first, second, .true)
      if less.fault != .false {
        try result.add(algebra.table.leaf(.fault), where: holds, in: &algebra)
        return
      }
      let (nearer, further) = extremum == .minimum ? (first, second) : (second, first)
      try result.add(algebra.table.leaf(nearer), where: algebra.and(holds, less.certain), in: &algebra)
      try result.add(algebra.table.leaf(further), where: algebra.and(holds, less.certain.negated), in: &algebra)
    }
  }

  /// How many conditions hold: a piece for each number, built up condition by condition.
  mutating func count(_ conditions: [Truth<Plane>]) throws(EvaluationStop) -> PieceValue {
    var fault = Plane.false
    for condition in conditions where condition.fault != .false { fault = try or(fault, condition.fault) }
    let pieces = try distribution(conditions.map { $0.certain }, outside: fault)
    if conditions.allSatisfy({ $0.certain == $0.possible }) { return PieceValue(pieces) }
    return PieceValue(pieces, upper: try distribution(conditions.map { $0.possible }, outside: fault))
  }

  private mutating func distribution(
    _ planes: [Plane], outside fault: Plane
  ) throws(EvaluationStop) -> [PieceValue.Piece] {
    var exactly: [Plane] = [.true]
    for plane in planes {
      var next = [Plane](repeating: .false, count: exactly.count + 1)
      for number in next.indices {
        let without = number < exactly.count ? try and(exactly[number], plane.negated) : .false
        let with = number > 0 ? try and(exactly[number - 1], plane) : .false
        next[number] = try or(without, with)
      }
      exactly = next
    }
    var pieces: [PieceValue.Piece] = []
    for (number, plane) in exactly.enumerated() {
      let holds = try and(plane, fault.negated)
      if holds != .false { pieces.append(.init(holds: holds, leaf: table.leaf(.constant(Scalar(number))))) }
    }
    if fault != .false { pieces.append(.init(holds: fault, leaf: table.leaf(.fault))) }
    return pieces
  }

  mutating func chooseValue(
    _ selector: PieceValue, _ pairs: [(ordinal: Int, values: PieceValue)]
  ) throws(EvaluationStop) -> PieceValue {
    var result = PieceCollector()
    for piece in try definite(selector).pieces {
      switch table.leaves[piece.leaf] {
      case .constant(let scalar):
        guard let pair = pairs.first(where: { $0.ordinal == scalar.integer }) else {
          try result.add(table.leaf(.fault), where: piece.holds, in: &self)
          continue
        }
        try result.add(definite(pair.values), where: piece.holds, in: &self)
      case .circular: try result.add(piece.leaf, where: piece.holds, in: &self)
      default: try result.add(table.leaf(.fault), where: piece.holds, in: &self)
      }
    }
    return result.value
  }

  private mutating func combine(
    _ left: PieceValue, _ right: PieceValue,
    _ operation: (inout DiagramAlgebra, Leaf, Leaf, Plane, inout PieceCollector) throws(EvaluationStop) -> Void
  ) throws(EvaluationStop) -> PieceValue {
    var result = PieceCollector()
    let seconds = try definite(right).pieces
    for first in try definite(left).pieces {
      for second in seconds {
        let both = try and(first.holds, second.holds)
        if both == .false { continue }
        try operation(&self, table.leaves[first.leaf], table.leaves[second.leaf], both, &result)
      }
    }
    return result.value
  }
}

/// Gathers pieces, those with the same leaf as one.
struct PieceCollector {
  private static let maximumPieces = 4_096
  private var positions: [Int: Int] = [:]
  private var pieces: [PieceValue.Piece] = []

  var value: PieceValue { PieceValue(pieces) }

  mutating func add(
    _ leaf: Int, where holds: DecisionDiagram.Edge, in algebra: inout DiagramAlgebra
  ) throws(EvaluationStop) {
    if holds == .false { return }
    if let position = positions[leaf] {
      pieces[position].holds = try algebra.or(pieces[position].holds, holds)
      return
    }
    if pieces.count >= PieceCollector.maximumPieces { throw .diagramLimit }
    positions[leaf] = pieces.count
    pieces.append(.init(holds: holds, leaf: leaf))
  }

  mutating func add(
    _ value: PieceValue, where holds: DecisionDiagram.Edge, in algebra: inout DiagramAlgebra
  ) throws(EvaluationStop) {
    for piece in value.pieces { try add(piece.leaf, where: algebra.and(piece.holds, holds), in: &algebra) }
  }
}
