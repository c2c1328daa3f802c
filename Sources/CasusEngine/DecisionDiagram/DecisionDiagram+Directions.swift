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

/// What was shown to imply what, and what is being shown. Thousands of pairs are met in a large diagram, hence memory
/// without checks: what points into it is less than ``slotCount``, and there is room for half as many pairs.
private struct Implications: ~Copyable {
  typealias Pair = DecisionDiagram.Pair

  /// A pair that the search at hand has met.
  private struct Met {
    var pair: Pair
    /// The pair that waits and was met before this one, which waits, too; counted from one, 0: none.
    var before: UInt32
  }

  /// The pairs that were met, each once, in open addressing: their bits; ``free`` where there is none, and ``forgotten``
  /// where there is none any more. Neither is a pair to be shown.
  private var slots: UnsafeMutablePointer<UInt64>
  /// A power of two; half of the slots are taken at most.
  private var slotCount: Int
  private var takenCount = 0
  private var met: UnsafeMutablePointer<Met>
  private var metCount = 0
  /// The pair that was met last and is still to be shown; counted from one, 0: none.
  private var lastWaiting: UInt32 = 0

  private static var free: UInt64 { Pair(first: .true, second: .true).bits }
  private static var forgotten: UInt64 { Pair(first: .true, second: .false).bits }

  init() {
    slotCount = 1 << 8
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: Self.free, count: slotCount)
    met = .allocate(capacity: slotCount / 2)
  }

  deinit {
    slots.deallocate()
    met.deallocate()
  }

  /// Begins a search. What the others have met holds.
  mutating func begin() { metCount = 0 }

  @inline(__always)
  mutating func next() -> Pair? {
    guard lastWaiting > 0 else { return nil }
    let last = met[Int(lastWaiting) &- 1]
    lastWaiting = last.before
    return last.pair
  }

  /// Ends a search that found a case against what it was to show, so that nothing is known of what it met.
  mutating func forgetSearch() {
    for number in 0..<metCount {
      let bits = met[number].pair.bits
      var slot = home(of: bits)
      while slots[slot] != bits { slot = (slot &+ 1) & (slotCount &- 1) }
      slots[slot] = Self.forgotten
    }
    lastWaiting = 0
  }

  /// Adds what is to be shown, unless it is plain or was met before; false where it does not hold.
  @inline(__always)
  mutating func add(_ pair: Pair) -> Bool {
    if pair.first == pair.second || pair.first == .false || pair.second == .true { return true }
    // Nothing but the constants is always true or never, and nothing but what is never true implies its opposite.
    if pair.first == .true || pair.second == .false || pair.first == pair.second.negated { return false }
    let bits = pair.bits
    var slot = home(of: bits)
    while slots[slot] != bits {
      if slots[slot] == Self.free {
        slots[slot] = bits
        addMet(pair)
        break
      }
      slot = (slot &+ 1) & (slotCount &- 1)
    }
    return true
  }

  @inline(__always)
  private mutating func addMet(_ pair: Pair) {
    (met + metCount).initialize(to: Met(pair: pair, before: lastWaiting))
    metCount &+= 1
    lastWaiting = UInt32(truncatingIfNeeded: metCount)
    takenCount &+= 1
    if takenCount == slotCount / 2 { grow() }
  }

  private mutating func grow() {
    let (slotsBefore, countBefore, metBefore) = (slots, slotCount, met)
    slotCount *= 4
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: Self.free, count: slotCount)
    met = .allocate(capacity: slotCount / 2)
    met.initialize(from: metBefore, count: metCount)
    takenCount = 0
    for number in 0..<countBefore {
      let bits = slotsBefore[number]
      if bits == Self.free || bits == Self.forgotten { continue }
      var slot = home(of: bits)
      while slots[slot] != Self.free { slot = (slot &+ 1) & (slotCount &- 1) }
      slots[slot] = bits
      takenCount += 1
    }
    slotsBefore.deallocate()
    metBefore.deallocate()
  }

  private func home(of bits: UInt64) -> Int {
    Int(truncatingIfNeeded: (bits &* 0x9E37_79B9_7F4A_7C15) &>> 32) & (slotCount &- 1)
  }
}

extension DecisionDiagram.Pair {
  fileprivate var bits: UInt64 { UInt64(second.bits) &<< 32 | UInt64(first.bits) }
}
