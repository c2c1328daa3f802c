import CasusEngine

/// A condition of a few variables in two notations: as a diagram has it, and as the list of cases in which it holds.
struct RandomFunction {
  var edge: DecisionDiagram.Edge
  /// By case: bit `v` of its number is the value of variable `v`.
  var column: [Bool]

  /// - Parameter rises: whether more variables that are true never make it false.
  init(variables: Int, rises: Bool, in diagram: inout DecisionDiagram, using random: inout some RandomNumberGenerator)
    throws
  {
    var column = (0..<(1 << variables)).map { _ in Int.random(in: 0..<3, using: &random) == 0 }
    if rises {
      for number in column.indices where column[number] {
        for more in column.indices where more & number == number { column[more] = true }
      }
    }
    self.column = column
    var edge = DecisionDiagram.Edge.false
    for number in column.indices where column[number] {
      var term = DecisionDiagram.Edge.true
      for variable in 0..<variables {
        let literal = try diagram.variable(variable)
        term = try diagram.and(term, number >> variable & 1 == 1 ? literal : literal.negated)
      }
      edge = try diagram.or(edge, term)
    }
    self.edge = edge
  }

  /// Whether values of the group's variables exist with which every case of all others' makes it hold.
  func isForced(by own: [Int]) -> Bool {
    let mask = own.reduce(0) { $0 | 1 << $1 }
    var fails: Set<Int> = []
    for number in column.indices where !column[number] { fails.insert(number & mask) }
    return column.indices.contains { !fails.contains($0 & mask) }
  }
}

/// Numbers that look random and are the same in every run.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
