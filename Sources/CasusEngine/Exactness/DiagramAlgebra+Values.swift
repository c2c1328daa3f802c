internal import CasusSemantics
internal import CasusSyntax

extension DiagramAlgebra {
  typealias Values = PieceValue

  mutating func everywhere(_ leaf: Leaf) -> PieceValue {
    .pieces([.init(holds: .true, leaf: table.leaf(leaf))])
  }

  mutating func constant(_ scalar: Scalar) -> PieceValue { everywhere(.constant(scalar)) }
  mutating func today() -> PieceValue {
    everywhere(.constant(Scalar(Rational(timeline.moments[now].minutes))))
  }
  mutating func startOfToday() -> PieceValue {
    everywhere(timeline.isEarly(now) ? .constant(.startOfNoDay) : leaf(timeline.moments[now].startOfDay))
  }
  mutating func faultyValue() -> PieceValue { everywhere(.fault) }
  mutating func circularValue() -> PieceValue { everywhere(.circular) }

  mutating func inputValue(_ input: InputID) throws(EvaluationStop) -> PieceValue {
    let reading = reading(input)
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
    return .pieces(pieces)
  }

  mutating func select(
    _ condition: Truth<Plane>, _ left: PieceValue, _ right: PieceValue
  ) throws(EvaluationStop) -> PieceValue {
    var result = PieceCollector()
    try result.add(pieces(of: left), where: condition.certain, in: &self)
    try result.add(pieces(of: right), where: condition.possible.negated, in: &self)
    if condition.certain != condition.possible {
      let between = try and(condition.possible, condition.certain.negated)
      let fault = try and(between, condition.fault)
      try result.add(table.leaf(.fault), where: fault, in: &self)
      let alternatives = try circularChoice(pieces(of: left), pieces(of: right))
      try result.add(alternatives, where: and(between, fault.negated), in: &self)
    }
    return result.value
  }

  /// The pieces of a value, what is circular about a sum named as such.
  mutating func pieces(of value: PieceValue) throws(EvaluationStop) -> [PieceValue.Piece] {
    let extremes = try extremes(of: value)
    if extremes.areEqual { return extremes.least }
    var result = PieceCollector()
    for low in extremes.least {
      for high in extremes.greatest {
        let both = try and(low.holds, high.holds)
        if both == .false { continue }
        try result.add(table.wholeNumbers(from: low.leaf, to: high.leaf), where: both, in: &self)
      }
    }
    return result.pieces
  }

  mutating func arithmetic(
    _ operation: ArithmeticOperator, _ left: PieceValue, _ right: PieceValue, _ kinds: ValueKinds
  ) throws(EvaluationStop) -> PieceValue {
    if let tally = combined(operation, left, right, kinds) { return tally }
    return try combine(left, right) { (algebra, first, second, holds, result) throws(EvaluationStop) in
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
      if less.certain != less.possible {
        let leaf = less.fault == .false ? Leaf.circular : .fault
        try result.add(algebra.table.leaf(leaf), where: holds, in: &algebra)
        return
      }
      let (nearer, further) = extremum == .minimum ? (first, second) : (second, first)
      try result.add(algebra.table.leaf(nearer), where: algebra.and(holds, less.certain), in: &algebra)
      try result.add(algebra.table.leaf(further), where: algebra.and(holds, less.certain.negated), in: &algebra)
    }
  }

  mutating func chooseValue(
    _ selector: PieceValue, _ pairs: [(ordinal: Int, values: PieceValue)]
  ) throws(EvaluationStop) -> PieceValue {
    var result = PieceCollector()
    for piece in try pieces(of: selector) {
      var chosen: [PieceValue.Piece]?
      for alternative in table.alternatives(of: piece.leaf) {
        let next = try self.chosen(by: alternative, from: pairs)
        chosen = try chosen.map { (before) throws(EvaluationStop) in try circularChoice(before, next) } ?? next
      }
      try result.add(chosen ?? [], where: piece.holds, in: &self)
    }
    return result.value
  }

  /// What one leaf of a selector chooses; what is no member of the domain is a fault.
  private mutating func chosen(
    by selector: Int, from pairs: [(ordinal: Int, values: PieceValue)]
  ) throws(EvaluationStop) -> [PieceValue.Piece] {
    switch table.leaves[selector] {
    case .constant(let scalar):
      if let pair = pairs.first(where: { $0.ordinal == scalar.integer }) { return try pieces(of: pair.values) }
      return [.init(holds: .true, leaf: table.leaf(.fault))]
    case .circular: return [.init(holds: .true, leaf: selector)]
    default: return [.init(holds: .true, leaf: table.leaf(.fault))]
    }
  }

  private mutating func combine(
    _ left: PieceValue, _ right: PieceValue,
    _ operation: (inout DiagramAlgebra, Leaf, Leaf, Plane, inout PieceCollector) throws(EvaluationStop) -> Void
  ) throws(EvaluationStop) -> PieceValue {
    var result = PieceCollector()
    let seconds = try pieces(of: right)
    for first in try pieces(of: left) {
      for second in seconds {
        let both = try and(first.holds, second.holds)
        if both == .false { continue }
        var joined: [PieceValue.Piece]?
        for one in table.alternatives(of: first.leaf) {
          for other in table.alternatives(of: second.leaf) {
            var part = PieceCollector()
            try operation(&self, table.leaves[one], table.leaves[other], both, &part)
            let next = part.pieces
            joined = try joined.map { (before) throws(EvaluationStop) in try circularChoice(before, next) } ?? next
          }
        }
        try result.add(joined ?? [], where: .true, in: &self)
      }
    }
    return result.value
  }
}

/// Gathers pieces, those with the same leaf as one.
struct PieceCollector {
  static let maximumPieces = 4_096
  private var positions: [Int: Int] = [:]
  private(set) var pieces: [PieceValue.Piece] = []

  var value: PieceValue { .pieces(pieces) }

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
    _ pieces: [PieceValue.Piece], where holds: DecisionDiagram.Edge, in algebra: inout DiagramAlgebra
  ) throws(EvaluationStop) {
    for piece in pieces { try add(piece.leaf, where: algebra.and(piece.holds, holds), in: &algebra) }
  }
}
