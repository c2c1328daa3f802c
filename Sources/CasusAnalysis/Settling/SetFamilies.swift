/// Families of sets, each kept in the one shape it can have: a zero-suppressed decision diagram.
///
/// A set has whole numbers as elements. Every node asks whether the least element that is open is in the set, and leads
/// on to the sets *without* it and to those *with* it; an element that no set has is never asked. So families of
/// millions of sets that share their parts take few nodes, and equal families are equal numbers.
struct SetFamilies: ~Copyable {
  /// A family: the number of the node that it begins with.
  struct Family: Hashable, Sendable {
    let number: Int32

    /// No set at all.
    static var none: Family { Family(number: 0) }
    /// The empty set alone.
    static var unit: Family { Family(number: 1) }
  }

  fileprivate struct Node: Equatable {
    var element: Int
    var without: Family
    var with: Family
  }

  /// The first two stand for the constants, whose element comes behind all others.
  private var nodes: [Node]
  /// The size of the smallest set in the family of each node; of none, as good as infinite.
  private var leastSizes: [Int]
  /// Numbers of nodes, or 0 where the slot is free. A power of two.
  private var slots: [Int32]
  private var cache: [Remembered]
  /// What an operation has to do still, and what it has found: empty between operations, and kept for the next.
  private var steps: [Step] = []
  private var results: [Family] = []
  let maximumNodes: Int

  private struct Remembered {
    var operation = Operation(kind: .union, left: .none, right: .none)
    var result = Family.none
  }

  init(maximumNodes: Int) {
    self.maximumNodes = max(2, maximumNodes)
    let constant = Node(element: .max, without: .none, with: .none)
    nodes = [constant, constant]
    leastSizes = [Int.max / 2, 0]
    slots = Array(repeating: 0, count: 1 << 10)
    cache = Array(repeating: Remembered(), count: 1 << 12)
  }

  var nodeCount: Int { nodes.count - 2 }

  /// The element that a family asks first, and the sets without it and with it; nil for the constants.
  func split(_ family: Family) -> (element: Int, without: Family, with: Family)? {
    guard family.number > 1 else { return nil }
    let node = nodes[Int(family.number)]
    return (node.element, node.without, node.with)
  }

  func leastSize(of family: Family) -> Int { leastSizes[Int(family.number)] }

  /// The sets of one family, and those of another with an element added that comes before all theirs.
  mutating func family(
    _ element: Int, without: Family, with: Family
  ) throws(SettlingStop) -> Family {
    if with == .none { return without }
    let node = Node(element: element, without: without, with: with)
    var slot = home(of: node)
    while slots[slot] != 0 {
      if nodes[Int(slots[slot])] == node { return Family(number: slots[slot]) }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    guard nodes.count < maximumNodes else { throw .budget }
    let number = Int32(truncatingIfNeeded: nodes.count)
    nodes.append(node)
    leastSizes.append(min(leastSize(of: without), leastSize(of: with) + 1))
    slots[slot] = number
    if nodes.count > slots.count / 4 * 3 { growSlots() }
    return Family(number: number)
  }

  private func home(of node: Node) -> Int {
    Self.mix(node.element, Int(node.without.number), Int(node.with.number)) & (slots.count &- 1)
  }

  private mutating func growSlots() {
    slots = Array(repeating: 0, count: slots.count * 4)
    for number in nodes.indices.dropFirst(2) {
      var slot = home(of: nodes[number])
      while slots[slot] != 0 { slot = (slot &+ 1) & (slots.count &- 1) }
      slots[slot] = Int32(truncatingIfNeeded: number)
    }
  }

  private static func mix(_ first: Int, _ second: Int, _ third: Int) -> Int {
    var mixed = UInt64(bitPattern: Int64(first &* 0x1_0001 &+ second)) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ mixed &>> 29 ^ UInt64(bitPattern: Int64(third))) &* 0xBF58_476D_1CE4_E5B9
    return Int(truncatingIfNeeded: mixed ^ mixed &>> 32)
  }
}

// MARK: Operations

extension SetFamilies {
  fileprivate struct Operation: Equatable {
    enum Kind: Int { case union, difference }
    var kind: Kind
    var left: Family
    var right: Family
  }

  fileprivate enum Step {
    case solve(Operation)
    /// Join the last two results, for the sets without and with the element.
    case join(Operation, element: Int)
  }

  /// The sets of both families.
  mutating func union(_ left: Family, _ right: Family) throws(SettlingStop) -> Family {
    let (first, second) = left.number < right.number ? (left, right) : (right, left)
    return try solve(Operation(kind: .union, left: first, right: second))
  }

  /// The sets of the first family that the second does not have.
  mutating func difference(_ left: Family, _ right: Family) throws(SettlingStop) -> Family {
    try solve(Operation(kind: .difference, left: left, right: right))
  }

  private mutating func solve(_ operation: Operation) throws(SettlingStop) -> Family {
    if let result = plainResult(of: operation) { return result }
    steps.removeAll(keepingCapacity: true)
    results.removeAll(keepingCapacity: true)
    split(operation)
    while let step = steps.popLast() {
      switch step {
      case .solve(let operation):
        if let result = plainResult(of: operation) {
          results.append(result)
        } else {
          split(operation)
        }
      case .join(let operation, let element):
        let with = results.removeLast()
        let without = results.removeLast()
        let result = try family(element, without: without, with: with)
        cache[index(of: operation)] = Remembered(operation: operation, result: result)
        results.append(result)
      }
    }
    return results.removeLast()
  }

  private func plainResult(of operation: Operation) -> Family? {
    let (left, right) = (operation.left, operation.right)
    switch operation.kind {
    case .union:
      if left == right || right == .none { return left }
      if left == .none { return right }
    case .difference:
      if left == right || left == .none { return Family.none }
      if right == .none { return left }
    }
    let remembered = cache[index(of: operation)]
    return remembered.operation == operation ? remembered.result : nil
  }

  /// Both halves by the least element that either asks.
  private mutating func split(_ operation: Operation) {
    let (left, right) = (nodes[Int(operation.left.number)], nodes[Int(operation.right.number)])
    let element = min(left.element, right.element)
    let first = left.element == element ? (left.without, left.with) : (operation.left, .none)
    let second = right.element == element ? (right.without, right.with) : (operation.right, .none)
    steps.append(.join(operation, element: element))
    steps.append(.solve(Operation(kind: operation.kind, left: first.1, right: second.1)))
    steps.append(.solve(Operation(kind: operation.kind, left: first.0, right: second.0)))
  }

  private func index(of operation: Operation) -> Int {
    Self.mix(operation.kind.rawValue, Int(operation.left.number), Int(operation.right.number)) & (cache.count &- 1)
  }
}

/// Why a search for sets ended early: there would be more to remember, or to do, than is allowed.
enum SettlingStop: Error, Sendable, Equatable {
  case budget
}
