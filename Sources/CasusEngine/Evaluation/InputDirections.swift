internal import CasusSyntax

/// Which way each input moves a condition: whether the condition is the nearer to true where the input holds, or where it
/// does not. Where it is read both ways, its reading nearest to the condition decides.
///
/// Only a hint: completions are chosen by it, and what they come to is computed.
struct InputDirections: Sendable {
  /// By the number of the input; nil: not read.
  private var directions: [Bool?]

  init(of root: NodeID, in circuit: Circuit) {
    directions = Array(repeating: nil, count: circuit.inputs.count)
    var visited = [false: Set<NodeID>(), true: Set<NodeID>()]
    var waiting: [(node: NodeID, isRising: Bool)] = [(root, true)]
    var next = 0
    while next < waiting.count {
      let (node, isRising) = waiting[next]
      next += 1
      guard visited[isRising, default: []].insert(node).inserted else { continue }
      if let input = circuit.anyInput(of: node), directions[Int(input.index)] == nil {
        directions[Int(input.index)] = isRising
      }
      for (child, isTurned) in circuit.directedChildren(of: node) { waiting.append((child, isRising != isTurned)) }
    }
  }

  /// Whether the condition is the nearer to true where the input holds.
  subscript(_ input: InputID) -> Bool { directions[Int(input.index)] ?? true }
}

extension Circuit {
  /// What a node reads, each with whether more of it makes less of the node.
  fileprivate func directedChildren(of node: NodeID) -> [(child: NodeID, isTurned: Bool)] {
    switch self[node] {
    case .not(let child), .negative(let child), .earliest(let child): return [(child, true)]
    case .compare(.less, let left, let right), .arithmetic(.subtract, let right, let left, _):
      return [(left, true), (right, false)]
    default:
      return children(of: node).map { ($0, false) } + (delayedChild(of: node).map { [($0, false)] } ?? [])
    }
  }
}
