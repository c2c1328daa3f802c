extension DecisionDiagram {
  /// One decision: where to go on if the variable is false, and where if it is true.
  struct Node: Equatable, Sendable {
    /// The number of the variable, or -1 where nothing is decided.
    var variable: Int32
    var low: Edge
    var high: Edge

    init(variable: Int, low: Edge, high: Edge) {
      self.variable = Int32(truncatingIfNeeded: variable)
      self.low = low
      self.high = high
    }

    /// The node for two branches of which the high one may negate: if so, both are turned, and so is every edge to it.
    static func regular(variable: Int, low: Edge, high: Edge) -> (node: Node, isTurned: Bool) {
      let turn = high.isNegated
      return (Node(variable: variable, low: low.negated(if: turn), high: high.negated(if: turn)), turn)
    }

    /// What stands where nothing is decided: at the constant, and at positions that wait to be used again.
    static var vacant: Node { Node(variable: -1, low: .true, high: .true) }
  }

  /// All nodes of a diagram, each held once.
  ///
  /// The nodes lie in one array, in which they never move: an edge stays good as long as its node lives. A hash table
  /// with linear probing finds the position of a node from what it decides.
  struct NodeTable: Sendable {
    private(set) var nodes: [Node] = [.vacant]
    /// Positions in `nodes`, or 0, the constant's, where the slot is free. The number of slots is a power of two.
    private var slots: [UInt32]
    private var vacancies: [Int] = []

    private static var initialSlotCount: Int { 1 << 10 }

    init() {
      slots = Array(repeating: 0, count: Self.initialSlotCount)
    }

    /// The number of decisions held; the constant is none.
    var count: Int { nodes.count - 1 - vacancies.count }

    /// The most that were held at once: a vacant place is taken before there is a new one.
    var greatestCount: Int { nodes.count - 1 }

    subscript(position: Int) -> Node { nodes[position] }

    /// Where a node was found, or where it belongs.
    enum Place {
      case held(position: Int)
      case free(slot: Int)
    }

    func place(of node: Node) -> Place {
      var slot = home(of: node)
      while slots[slot] != 0 {
        let position = Int(slots[slot])
        if nodes[position] == node { return .held(position: position) }
        slot = (slot &+ 1) & slotMask
      }
      return .free(slot: slot)
    }

    /// Adds a node in the free slot that ``place(of:)`` has just named, and returns its position.
    mutating func insert(_ node: Node, in slot: Int) -> Int {
      let position: Int
      if let vacancy = vacancies.popLast() {
        position = vacancy
        nodes[position] = node
      } else {
        position = nodes.count
        nodes.append(node)
      }
      slots[slot] = UInt32(truncatingIfNeeded: position)
      if count > slots.count / 4 * 3 { fillSlots(count: slots.count * 2) }
      return position
    }

    /// Removes a node; its position may be given to another.
    mutating func remove(at position: Int) {
      vacateSlot(of: position)
      nodes[position] = .vacant
      vacancies.append(position)
    }

    /// Puts a node that the table does not hold in the place of another.
    mutating func replace(at position: Int, with node: Node) {
      vacateSlot(of: position)
      nodes[position] = node
      occupySlot(with: position)
    }

    /// Removes all nodes but those at the positions where `isKept` is true.
    mutating func removeAll(except isKept: [Bool]) {
      for position in nodes.indices.dropFirst() where !isKept[position] && nodes[position] != .vacant {
        nodes[position] = .vacant
        vacancies.append(position)
      }
      fillSlots(count: slots.count)
    }
  }
}

extension DecisionDiagram.NodeTable {
  private var slotMask: Int { slots.count &- 1 }

  /// The slot at which the search for a node starts.
  private func home(of node: DecisionDiagram.Node) -> Int {
    Int(truncatingIfNeeded: DecisionDiagram.hash(UInt32(bitPattern: node.variable), node.low.bits, node.high.bits))
      & slotMask
  }

  private mutating func fillSlots(count: Int) {
    slots = Array(repeating: 0, count: count)
    for position in nodes.indices.dropFirst() where nodes[position] != .vacant { occupySlot(with: position) }
  }

  private mutating func occupySlot(with position: Int) {
    var slot = home(of: nodes[position])
    while slots[slot] != 0 { slot = (slot &+ 1) & slotMask }
    slots[slot] = UInt32(truncatingIfNeeded: position)
  }

  /// Frees the slot of a node, and moves up those behind it that a search would no longer reach across the gap.
  private mutating func vacateSlot(of position: Int) {
    var gap = home(of: nodes[position])
    while Int(slots[gap]) != position { gap = (gap &+ 1) & slotMask }
    var slot = (gap &+ 1) & slotMask
    while slots[slot] != 0 {
      let start = home(of: nodes[Int(slots[slot])])
      if (slot &- start) & slotMask >= (slot &- gap) & slotMask {
        slots[gap] = slots[slot]
        gap = slot
      }
      slot = (slot &+ 1) & slotMask
    }
    slots[gap] = 0
  }
}

extension DecisionDiagram {
  /// Mixes three words so that the low bits of the result depend on every bit of each.
  static func hash(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> UInt64 {
    var mixed = (UInt64(first) &<< 32 | UInt64(second)) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ mixed &>> 29 ^ UInt64(third)) &* 0xBF58_476D_1CE4_E5B9
    return mixed ^ mixed &>> 32
  }
}
