/// Puts the nodes of a circle in an order in which they can be computed, once those are cut that close it.
struct ReadingOrder {
  private enum State { case open, done }

  private struct Frame {
    var node: NodeID
    var children: [NodeID]
    var next = 0
  }

  private let circuit: Circuit
  private let members: Set<NodeID>
  /// By what they stand for, the aliases of conditions. They follow it, and are read before.
  private var aliases: [NodeID: [NodeID]] = [:]
  private var states: [NodeID: State] = [:]
  private var frames: [Frame] = []
  private var ordered: [NodeID] = []
  /// Aliases of values that depend on themselves by way of values alone.
  private var cut: Set<NodeID> = []

  private init(_ circuit: Circuit, _ members: [NodeID]) {
    self.circuit = circuit
    self.members = Set(members)
    for member in members {
      if case .alias(let body) = circuit[member] { aliases[circuit.bodies[Int(body)], default: []].append(member) }
    }
  }

  static func nodes(_ members: [NodeID], of circuit: Circuit) -> [NodeID] {
    var order = ReadingOrder(circuit, members)
    let sorted = members.sorted()
    for member in sorted where !order.isAlias(member) { order.visit(member) }
    // What is left are aliases that stand for nothing but one another.
    for member in sorted where order.isAlias(member) { order.place(member) }
    return order.ordered.filter { !order.cut.contains($0) }
  }

  private func isAlias(_ node: NodeID) -> Bool { if case .alias = circuit[node] { true } else { false } }

  private mutating func visit(_ root: NodeID) {
    guard states[root] == nil else { return }
    enter(root)
    while let frame = frames.last {
      if frame.next < frame.children.count {
        frames[frames.count - 1].next += 1
        let child = frame.children[frame.next]
        switch states[child] {
        case nil: enter(child)
        case .open?: cutCircle(backTo: child)
        case .done?: break
        }
      } else {
        frames.removeLast()
        place(frame.node)
      }
    }
  }

  private mutating func enter(_ node: NodeID) {
    states[node] = .open
    let children = circuit.children(of: node).filter { members.contains($0) && !isAlias($0) }
    frames.append(Frame(node: node, children: children))
  }

  /// Places a node, and behind it the aliases that stand for it.
  private mutating func place(_ node: NodeID) {
    var waiting = [node]
    while let next = waiting.popLast() {
      guard states[next] != .done else { continue }
      states[next] = .done
      ordered.append(next)
      waiting += aliases[next] ?? []
    }
  }

  /// Each circle has an alias, since all else reads what has lower numbers.
  private mutating func cutCircle(backTo start: NodeID) {
    for frame in frames.reversed() {
      if case .aliasValue = circuit[frame.node] {
        cut.insert(frame.node)
        return
      }
      if frame.node == start { return }
    }
  }
}
