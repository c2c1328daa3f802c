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

  /// Whether one function holds wherever another does, found without drawing anything: a search for a case against it.
  private mutating func implies(
    _ left: Edge, _ right: Edge, _ implications: inout Implications
  ) throws(DecisionDiagramError) -> Bool {
    // Nothing is added meanwhile; read so, each decision is found without asking whether it is there.
    let (nodes, levels) = (table.nodes, levelOfVariable)
    implications.waiting = [(left, right)]
    while let (left, right) = implications.waiting.popLast() {
      if left == right || left == .false || right == .true { continue }
      // Nothing but the constants is always true or never, and nothing but what is never true implies its opposite.
      if left == .true || right == .false || left == right.negated {
        implications.end(hold: false)
        return false
      }
      guard implications.meet(left, right) else { continue }
      try countOperation()
      let (first, second) = (nodes[left.position], nodes[right.position])
      let (firstLevel, secondLevel) = (levels[Int(first.variable)], levels[Int(second.variable)])
      var (lows, highs) = ((left, right), (left, right))
      if firstLevel <= secondLevel {
        lows.0 = first.low.negated(if: left.isNegated)
        highs.0 = first.high.negated(if: left.isNegated)
      }
      if secondLevel <= firstLevel {
        lows.1 = second.low.negated(if: right.isNegated)
        highs.1 = second.high.negated(if: right.isNegated)
      }
      implications.waiting.append(highs)
      implications.waiting.append(lows)
    }
    implications.end(hold: true)
    return true
  }
}

/// What was shown to imply what.
private struct Implications {
  /// What is still to be shown.
  var waiting: [(left: DecisionDiagram.Edge, right: DecisionDiagram.Edge)] = []
  /// Pairs of functions in open addressing; 0, which is no pair to be shown, where a place is free. A power of two.
  private var pairs = [UInt64](repeating: 0, count: 1 << 8)
  /// For each place the search that met the pair last.
  private var searches = [Int32](repeating: 0, count: 1 << 8)
  private var count = 0
  /// By search, the one at hand last: whether it has found nothing against what it met.
  private var holds = [true]

  /// Whether a pair has to be looked at: it was never met, or only by searches that ended with a case against theirs.
  mutating func meet(_ left: DecisionDiagram.Edge, _ right: DecisionDiagram.Edge) -> Bool {
    let pair = UInt64(left.bits) &<< 32 | UInt64(right.bits)
    let place = self.place(of: pair)
    let isMet = pairs[place] == pair
    if isMet && holds[Int(searches[place])] { return false }
    pairs[place] = pair
    searches[place] = Int32(truncatingIfNeeded: holds.count - 1)
    if !isMet {
      count += 1
      if count > pairs.count / 2 { grow() }
    }
    return true
  }

  /// Ends a search, and begins the next.
  mutating func end(hold: Bool) {
    holds[holds.count - 1] = hold
    holds.append(true)
  }

  private mutating func grow() {
    let (known, before) = (pairs, searches)
    pairs = Array(repeating: 0, count: 4 * known.count)
    searches = Array(repeating: 0, count: 4 * known.count)
    for (pair, search) in zip(known, before) where pair != 0 {
      let place = self.place(of: pair)
      (pairs[place], searches[place]) = (pair, search)
    }
  }

  /// Where a pair stands, or belongs.
  private func place(of pair: UInt64) -> Int {
    let mixed = (pair ^ pair &>> 29) &* 0x9E37_79B9_7F4A_7C15
    var place = Int(truncatingIfNeeded: mixed &>> 32) & (pairs.count &- 1)
    while pairs[place] != 0, pairs[place] != pair { place = (place &+ 1) & (pairs.count &- 1) }
    return place
  }
}
