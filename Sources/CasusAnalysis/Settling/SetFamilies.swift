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
  /// Operations whose halves are being worked out: empty between operations, and kept for the next.
  private var pending: [Pending] = []
  let maximumNodes: Int

  /// No operation on constants is ever looked up, so that the first entries are never found.
  private struct Remembered {
    var kind = Operation.union
    var left = Family.none
    var right = Family.none
    var result = Family.none
  }

  init(maximumNodes: Int) {
    self.maximumNodes = max(2, maximumNodes)
    let constant = Node(element: .max, without: .none, with: .none)
    nodes = [constant, constant]
    leastSizes = [Int.max / 2, 0]
    slots = Array(repeating: 0, count: 1 << 10)
    cache = Array(repeating: Remembered(), count: 1 << 10)
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
    if nodes.count > slots.count / 4 * 3 {
      growSlots()
      growCache()
    }
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

  /// In proportion to the nodes, up to a bound: what is remembered may be forgotten.
  private mutating func growCache() {
    guard cache.count < 1 << 18 else { return }
    let known = cache
    cache = Array(repeating: Remembered(), count: known.count * 4)
    for remembered in known where remembered.right != .none {
      cache[index(of: remembered.kind, remembered.left, remembered.right)] = remembered
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
  fileprivate enum Operation: Int32 { case union, difference }

  fileprivate struct Pending {
    var left: Family
    var right: Family
    var element: Int
    /// The operands for the sets with the element.
    var leftWith: Family
    var rightWith: Family
    /// What came of those for the sets without it; nil while they are being worked out.
    var without: Family?
  }

  /// The sets of both families.
  mutating func union(_ left: Family, _ right: Family) throws(SettlingStop) -> Family {
    try solve(.union, left, right)
  }

  /// The sets of the first family that the second does not have.
  mutating func difference(_ left: Family, _ right: Family) throws(SettlingStop) -> Family {
    try solve(.difference, left, right)
  }

  private mutating func solve(_ kind: Operation, _ left: Family, _ right: Family) throws(SettlingStop) -> Family {
    var (left, right) = (left, right)
    pending.removeAll(keepingCapacity: true)
    while true {
      guard var result = plainResult(kind, &left, &right) else {
        (left, right) = split(left, right)
        continue
      }
      // Whoever waits for the result goes on with the other half, or has both.
      while true {
        guard let last = pending.indices.last else { return result }
        guard let without = pending[last].without else {
          pending[last].without = result
          (left, right) = (pending[last].leftWith, pending[last].rightWith)
          break
        }
        let done = pending.removeLast()
        result = try family(done.element, without: without, with: result)
        cache[index(of: kind, done.left, done.right)] = Remembered(
          kind: kind, left: done.left, right: done.right, result: result)
      }
    }
  }

  /// Nil where halves are to be worked out: then the operands are in the order in which they are remembered.
  private func plainResult(_ kind: Operation, _ left: inout Family, _ right: inout Family) -> Family? {
    if right == .none { return left }
    switch kind {
    case .union:
      if left == right || left == .none { return right }
      if right.number < left.number { swap(&left, &right) }
    case .difference:
      if left == right || left == .none { return Family.none }
      // What the right has with an element that the left has not is nothing that could be taken away.
      let element = nodes[Int(left.number)].element
      while nodes[Int(right.number)].element < element { right = nodes[Int(right.number)].without }
      if left == right { return Family.none }
      if right == .none { return left }
    }
    let remembered = cache[index(of: kind, left, right)]
    let isFound = remembered.left == left && remembered.right == right && remembered.kind == kind
    return isFound ? remembered.result : nil
  }

  /// Puts off an operation, and returns the operands of its half without the least element that either asks.
  private mutating func split(_ left: Family, _ right: Family) -> (Family, Family) {
    let (first, second) = (nodes[Int(left.number)], nodes[Int(right.number)])
    let element = min(first.element, second.element)
    var (without, with) = ((left, right), (Family.none, Family.none))
    if first.element == element { (without.0, with.0) = (first.without, first.with) }
    if second.element == element { (without.1, with.1) = (second.without, second.with) }
    pending.append(Pending(left: left, right: right, element: element, leftWith: with.0, rightWith: with.1))
    return without
  }

  private func index(of kind: Operation, _ left: Family, _ right: Family) -> Int {
    Self.mix(Int(kind.rawValue), Int(left.number), Int(right.number)) & (cache.count &- 1)
  }
}

/// Why a search for sets ended early: there would be more to remember, or to do, than is allowed.
enum SettlingStop: Error, Sendable, Equatable {
  case budget
}
