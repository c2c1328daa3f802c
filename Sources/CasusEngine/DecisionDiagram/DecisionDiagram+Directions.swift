extension DecisionDiagram {
  /// How a function moves with one of the variables on which it depends.
  package enum Direction: Sendable {
    /// Where it holds while the variable is false, it holds while the variable is true.
    case rising
    /// The other way about.
    case falling
    /// Sometimes the one and sometimes the other.
    case turning

    /// How the opposite of the function moves.
    package var turned: Direction {
      switch self {
      case .rising: .falling
      case .falling: .rising
      case .turning: .turning
      }
    }
  }

  /// By variable: how a function moves with it; nil for those on which it does not depend.
  ///
  /// A function rises with a variable exactly where each of its decisions on it has a low branch that implies the high
  /// one: every decision is reached in some case of the variables before it, and its branches ask only those behind. So
  /// one walk over all decisions tells it of all variables, and what one implication has shown serves the others.
  package mutating func directions(of function: Edge) throws(DecisionDiagramError) -> [Direction?] {
    var directions = [Direction?](repeating: nil, count: variableCount)
    var implications = Implications()
    var isSeen = [Bool](repeating: false, count: edgeNumberBound)
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
    implications.begin()
    var isPossible = implications.add(Pair(first: left, second: right))
    while isPossible, let pair = implications.next() {
      try countOperation()
      let halves = halves(of: pair.first, pair.second)
      isPossible = implications.add(halves.high) && implications.add(halves.low)
    }
    if !isPossible { implications.forgetSearch() }
    return isPossible
  }
}

/// What was shown to imply what, and what is being shown. Each pair is met thousands of times in a large diagram, hence
/// memory without checks: what points into it is less than ``count`` or ``slotCount``.
private struct Implications: ~Copyable {
  typealias Pair = DecisionDiagram.Pair

  private struct Met {
    /// Constants, which are no pair to be shown, where the search failed that met it.
    var pair: Pair
    /// The pair that waits and was met before this one, which waits, too; counted from one, 0: none.
    var before: UInt32 = 0
  }

  /// All pairs that were met, each once.
  private var met: UnsafeMutablePointer<Met>
  private var count = 0
  /// Numbers of pairs, counted from one, in open addressing; 0 where a slot is free.
  private var slots: UnsafeMutablePointer<UInt32>
  /// A power of two; three in four slots are taken at most.
  private var slotCount: Int
  /// The pair that was met last in the search at hand and is still to be shown.
  private var lastWaiting: UInt32 = 0
  /// How many pairs were met before that search.
  private var start = 0

  init() {
    slotCount = 1 << 8
    met = .allocate(capacity: slotCount / 4 * 3)
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: 0, count: slotCount)
  }

  deinit {
    met.deallocate()
    slots.deallocate()
  }

  /// Begins a search. What the others have met holds.
  mutating func begin() { start = count }

  @inline(__always)
  mutating func next() -> Pair? {
    guard lastWaiting > 0 else { return nil }
    let last = met[Int(lastWaiting) &- 1]
    lastWaiting = last.before
    return last.pair
  }

  /// Ends a search that found a case against what it was to show, so that nothing is known of what it met.
  mutating func forgetSearch() {
    for number in start..<count { met[number].pair = Pair(first: .true, second: .true) }
    lastWaiting = 0
  }

  /// Adds what is to be shown, unless it is plain or was met before; false where it does not hold.
  @inline(__always)
  mutating func add(_ pair: Pair) -> Bool {
    if pair.first == pair.second || pair.first == .false || pair.second == .true { return true }
    // Nothing but the constants is always true or never, and nothing but what is never true implies its opposite.
    if pair.first == .true || pair.second == .false || pair.first == pair.second.negated { return false }
    var slot = home(of: pair)
    while slots[slot] != 0 {
      if met[Int(slots[slot]) &- 1].pair == pair { return true }
      slot = (slot &+ 1) & (slotCount &- 1)
    }
    (met + count).initialize(to: Met(pair: pair, before: lastWaiting))
    count &+= 1
    lastWaiting = UInt32(truncatingIfNeeded: count)
    slots[slot] = lastWaiting
    if count == slotCount / 4 * 3 { grow() }
    return true
  }

  private mutating func grow() {
    let (known, before) = (met, slots)
    slotCount *= 4
    met = .allocate(capacity: slotCount / 4 * 3)
    met.initialize(from: known, count: count)
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: 0, count: slotCount)
    for number in 0..<count where met[number].pair.first != .true {
      var slot = home(of: met[number].pair)
      while slots[slot] != 0 { slot = (slot &+ 1) & (slotCount &- 1) }
      slots[slot] = UInt32(truncatingIfNeeded: number + 1)
    }
    known.deallocate()
    before.deallocate()
  }

  private func home(of pair: Pair) -> Int {
    let mixed = (UInt64(pair.second.bits) &<< 32 | UInt64(pair.first.bits)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> 32) & (slotCount &- 1)
  }
}
