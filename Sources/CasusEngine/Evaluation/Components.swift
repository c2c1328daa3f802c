/// Nodes that depend on one another, or one that does not: the unit in which a circuit is evaluated.
package struct Component: Sendable {
  /// Operands come before what reads them, and each alias follows its body: reading an alias alone closes a circle, so
  /// that one pass computes every other node from what the aliases stand at.
  package var nodes: [NodeID]
  /// Whether its nodes go in a circle.
  package var isRecursive: Bool
}

extension Circuit {
  /// The strongly connected components of what `roots` read, those that are read before those that read them.
  ///
  /// Tarjan's algorithm with a stack of its own, since circuits may be deeper than a thread's.
  package func components(from roots: [NodeID]) -> [Component] {
    var search = ComponentSearch(count: nodes.count)
    var waiting = roots
    while let root = waiting.popLast() {
      search.visit(root, in: self)
      waiting.append(contentsOf: search.delayed)
      search.delayed = []
    }
    return search.components
  }
}

private struct ComponentSearch {
  private struct Frame {
    var node: NodeID
    var children: [NodeID]
    var next = 0
  }

  private var index: [Int32]
  private var low: [Int32]
  private var isOnStack: [Bool]
  private var stack: [NodeID] = []
  private var counter: Int32 = 0
  var components: [Component] = []
  /// Nodes read of earlier moments, not visited yet.
  var delayed: [NodeID] = []

  init(count: Int) {
    index = Array(repeating: -1, count: count)
    low = Array(repeating: 0, count: count)
    isOnStack = Array(repeating: false, count: count)
  }

  mutating func visit(_ root: NodeID, in circuit: Circuit) {
    guard index[Int(root.index)] < 0 else { return }
    var frames = [enter(root, in: circuit)]
    while let frame = frames.last {
      if frame.next < frame.children.count {
        let child = frame.children[frame.next]
        frames[frames.count - 1].next += 1
        if index[Int(child.index)] < 0 {
          frames.append(enter(child, in: circuit))
        } else if isOnStack[Int(child.index)] {
          lower(frame.node, to: index[Int(child.index)])
        }
      } else {
        frames.removeLast()
        leave(frame.node, in: circuit)
        if let parent = frames.last { lower(parent.node, to: low[Int(frame.node.index)]) }
      }
    }
  }

  private mutating func lower(_ node: NodeID, to value: Int32) {
    low[Int(node.index)] = min(low[Int(node.index)], value)
  }

  private mutating func enter(_ node: NodeID, in circuit: Circuit) -> Frame {
    index[Int(node.index)] = counter
    low[Int(node.index)] = counter
    counter += 1
    stack.append(node)
    isOnStack[Int(node.index)] = true
    if let child = circuit.delayedChild(of: node), index[Int(child.index)] < 0 { delayed.append(child) }
    return Frame(node: node, children: circuit.children(of: node))
  }

  private mutating func leave(_ node: NodeID, in circuit: Circuit) {
    guard low[Int(node.index)] == index[Int(node.index)] else { return }
    var members: [NodeID] = []
    while let member = stack.popLast() {
      isOnStack[Int(member.index)] = false
      members.append(member)
      if member == node { break }
    }
    let isRecursive = members.count > 1 || circuit.children(of: node).contains(node)
    if members.count > 1 { members = circuit.inOrderOfReading(members) }
    components.append(Component(nodes: members, isRecursive: isRecursive))
  }
}

extension Circuit {
  /// Nodes by number, which is that of reading but for aliases; these stand behind what they stand for.
  fileprivate func inOrderOfReading(_ members: [NodeID]) -> [NodeID] {
    var aliases: [NodeID: [NodeID]] = [:]
    var starts: [NodeID] = []
    for member in members {
      guard case .alias(let body) = self[member] else {
        starts.append(member)
        continue
      }
      aliases[bodies[Int(body)], default: []].append(member)
    }
    var ordered: [NodeID] = []
    var isOrdered: Set<NodeID> = []
    // What is left then are aliases that stand for nothing but one another.
    for start in starts.sorted() + members.sorted() {
      var waiting = [start]
      while let next = waiting.popLast() {
        guard isOrdered.insert(next).inserted else { continue }
        ordered.append(next)
        waiting += aliases[next] ?? []
      }
    }
    return ordered
  }
}
