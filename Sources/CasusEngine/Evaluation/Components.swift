/// Nodes that depend on one another, or one that does not: the unit in which a circuit is evaluated.
package struct Component: Sendable {
  package enum Kind: Sendable {
    /// One node, which does not read itself.
    case plain
    /// Nodes that read one another at the same moment.
    case recursive
    /// Nodes that read one another, but somewhere on the way the moment before: what is left, part by part, where that
    /// reading is not followed.
    case throughTime([Component])
  }

  /// Operands come before what reads them, and each alias follows its body: reading the alias of a condition alone
  /// closes a circle, so that one pass computes every other node from what these stand at. The alias of a value that
  /// depends on itself by way of values alone is left out, and so never has one.
  package var nodes: [NodeID]
  package var kind: Kind
}

extension Circuit {
  /// The strongly connected components of what `roots` read, those that are read before those that read them.
  package func components(from roots: [NodeID]) -> [Component] {
    var search = ComponentSearch(self)
    for root in roots { search.visit(root, in: self) }
    return search.components
  }
}

/// Tarjan's algorithm with a stack of its own, since circuits may be deeper than a thread's.
private struct ComponentSearch {
  private struct Frame {
    var node: NodeID
    var children: [NodeID]
    var next = 0
  }

  /// The nodes within which the search stays, where it looks at a circle through time; nil: everywhere.
  private let circle: Set<NodeID>?
  private var index: [Int32]
  private var low: [Int32]
  private var isOnStack: [Bool]
  private var stack: [NodeID] = []
  private var counter: Int32 = 0
  var components: [Component] = []

  init(_ circuit: Circuit, within circle: [NodeID]? = nil) {
    self.circle = circle.map { Set($0) }
    index = Array(repeating: -1, count: circuit.nodes.count)
    low = Array(repeating: 0, count: circuit.nodes.count)
    isOnStack = Array(repeating: false, count: circuit.nodes.count)
  }

  /// What a node reads; within a circle through time, at the same moment alone.
  private func children(of node: NodeID, in circuit: Circuit) -> [NodeID] {
    if let circle { return circuit.children(of: node).filter { circle.contains($0) } }
    return circuit.children(of: node) + (circuit.delayedChild(of: node).map { [$0] } ?? [])
  }

  mutating func visit(_ root: NodeID, in circuit: Circuit) {
    guard index[Int(root.index)] < 0 else { return }
    var frames = [enter(root, in: circuit)]
    while !frames.isEmpty {
      let top = frames.count - 1
      let next = frames[top].next
      if next < frames[top].children.count {
        let child = frames[top].children[next]
        frames[top].next = next + 1
        if index[Int(child.index)] < 0 {
          frames.append(enter(child, in: circuit))
        } else if isOnStack[Int(child.index)] {
          lower(frames[top].node, to: index[Int(child.index)])
        }
      } else {
        let left = frames.removeLast()
        leave(left, in: circuit)
        if top > 0 { lower(frames[top - 1].node, to: low[Int(left.node.index)]) }
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
    return Frame(node: node, children: children(of: node, in: circuit))
  }

  private mutating func leave(_ frame: Frame, in circuit: Circuit) {
    let node = frame.node
    guard low[Int(node.index)] == index[Int(node.index)] else { return }
    if stack.last == node, !frame.children.contains(node) {
      stack.removeLast()
      isOnStack[Int(node.index)] = false
      return components.append(Component(nodes: [node], kind: .plain))
    }
    var members: [NodeID] = []
    while let member = stack.popLast() {
      isOnStack[Int(member.index)] = false
      members.append(member)
      if member == node { break }
    }
    components.append(component(of: members, in: circuit))
  }

  /// The component of nodes that read one another, or of one that reads itself.
  private func component(of members: [NodeID], in circuit: Circuit) -> Component {
    let ordered = ReadingOrder.nodes(members, of: circuit)
    let inside = Set(members)
    let closesInTime = members.contains { circuit.delayedChild(of: $0).map { inside.contains($0) } ?? false }
    guard circle == nil, closesInTime else { return Component(nodes: ordered, kind: .recursive) }
    var search = ComponentSearch(circuit, within: members)
    for member in ordered { search.visit(member, in: circuit) }
    return Component(nodes: ordered, kind: .throughTime(search.components))
  }
}
