extension DecisionDiagram {
  /// How a function moves with one of the variables on which it depends.
  package enum Direction: Sendable {
    /// Where it holds while the variable is false, it holds while the variable is true.
    case rising
    /// The other way about.
    case falling
    /// Sometimes the one and sometimes the other.
    case turning
  }

  /// By variable: how a function moves with it; nil for those on which it does not depend.
  ///
  /// A function rises with a variable exactly where each of its decisions on it has a low branch that implies the high
  /// one: every decision is reached in some case of the variables before it, and its branches ask only those behind. So
  /// one walk over all decisions tells it of all variables, and what one implication has shown serves the others.
  package mutating func directions(of function: Edge) throws(DecisionDiagramError) -> [Direction?] {
    var directions = [Direction?](repeating: nil, count: variableCount)
    var implications = Implications()
    var isSeen = [Bool](repeating: false, count: 2 * table.nodes.count)
    var waiting = [function]
    while let edge = waiting.popLast() {
      guard !isSeen[Int(edge.bits)], let (variable, low, high) = decision(of: edge) else { continue }
      isSeen[Int(edge.bits)] = true
      waiting.append(high)
      waiting.append(low)
      let known = directions[variable]
      if known == .turning { continue }
      // Branches differ, so that at most one of them implies the other.
      if known != .falling, try implies(low, high, &implications) {
        directions[variable] = .rising
      } else if known != .rising, try implies(high, low, &implications) {
        directions[variable] = .falling
      } else {
        directions[variable] = .turning
      }
    }
    return directions
  }

  /// What was shown to imply what.
  private struct Implications {
    private(set) var known: Set<UInt64> = []
    /// Those that the search at hand has met, and that hold if it ends well.
    private var assumed: [UInt64] = []

    /// Whether one is met for the first time.
    mutating func meet(_ left: Edge, _ right: Edge) -> Bool {
      let pair = UInt64(left.bits) &<< 32 | UInt64(right.bits)
      guard known.insert(pair).inserted else { return false }
      assumed.append(pair)
      return true
    }

    mutating func end(hold: Bool) {
      if !hold { known.subtract(assumed) }
      assumed.removeAll(keepingCapacity: true)
    }
  }

  /// Whether one function holds wherever another does, found without drawing anything: a search for a case against it.
  private mutating func implies(
    _ left: Edge, _ right: Edge, _ implications: inout Implications
  ) throws(DecisionDiagramError) -> Bool {
    var waiting = [(left, right)]
    while let (left, right) = waiting.popLast() {
      if left == right || left == .false || right == .true { continue }
      // Nothing but the constants is always true or never, and nothing but what is never true implies its opposite.
      if left == .true || right == .false || left == right.negated {
        implications.end(hold: false)
        return false
      }
      guard implications.meet(left, right) else { continue }
      try countOperation()
      let level = min(level(of: left), level(of: right))
      let (first, second) = (cofactors(of: left, atLevel: level), cofactors(of: right, atLevel: level))
      waiting.append((first.high, second.high))
      waiting.append((first.low, second.low))
    }
    implications.end(hold: true)
    return true
  }
}
