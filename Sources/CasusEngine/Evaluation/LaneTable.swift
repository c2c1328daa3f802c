/// What an evaluation found of the nodes that are asked for, in blocks of 64 lanes; of all nodes in blocks where one of
/// these may fault, so that the place of the fault can be told.
struct LaneTable: Sendable {
  private let roots: [NodeID]
  private let places: [NodeID: Int]
  private var blocks: [Block] = []

  private struct Block {
    var truths: [Truth<UInt64>?]
    var values: [[LaneValue]?]
    /// Whether nodes stand at their own number; else the roots stand in their order.
    var isWhole: Bool
  }

  init(_ roots: [NodeID]) {
    self.roots = Set(roots).sorted()
    places = Dictionary(uniqueKeysWithValues: self.roots.enumerated().map { ($1, $0) })
  }

  mutating func append(_ truths: [Truth<UInt64>?], _ values: [[LaneValue]?]) {
    let mayFault = roots.contains { root in
      truths[Int(root.index)].map { $0.fault != 0 } ?? values[Int(root.index)]?.contains { $0.mayFault } ?? false
    }
    if mayFault {
      blocks.append(Block(truths: truths, values: values, isWhole: true))
    } else {
      let kept = roots.map { Int($0.index) }
      blocks.append(Block(truths: kept.map { truths[$0] }, values: kept.map { values[$0] }, isWhole: false))
    }
  }

  private func index(of node: NodeID, in block: Block) -> Int? { block.isWhole ? Int(node.index) : places[node] }

  func truth(_ node: NodeID, lane: Int) -> Truth<UInt64>? {
    let block = blocks[lane / 64]
    return index(of: node, in: block).flatMap { block.truths[$0] }
  }

  func value(_ node: NodeID, lane: Int) -> LaneValue? {
    let block = blocks[lane / 64]
    return index(of: node, in: block).flatMap { block.values[$0] }?[lane % 64]
  }

  /// The lanes of each block in which one of some nodes stands otherwise than in the lane before, as a condition. What
  /// is not known of stands open; before the first lane all is false.
  func turns(of nodes: Set<NodeID>) -> [UInt64] {
    var turns = [UInt64](repeating: 0, count: blocks.count)
    for node in nodes {
      var last = Truth<UInt64>(certain: 0, possible: 0, fault: 0)
      for (number, block) in blocks.enumerated() {
        let truth =
          index(of: node, in: block).flatMap { block.truths[$0] } ?? Truth(certain: 0, possible: ~0, fault: 0)
        for (now, before) in [
          (truth.certain, last.certain), (truth.possible, last.possible), (truth.fault, last.fault),
        ] { turns[number] |= now ^ (now << 1 | before >> 63) }
        last = truth
      }
    }
    return turns
  }

  /// The lanes of each block in which a condition is neither certain nor ruled out, and cannot fault.
  func openLanes(of root: NodeID) -> [UInt64] {
    blocks.map { block in
      guard let index = index(of: root, in: block), let truth = block.truths[index] else { return 0 }
      return truth.possible & ~truth.certain & ~truth.fault
    }
  }
}
