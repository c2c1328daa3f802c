/// In which order a diagram asks the inputs of a circuit, before anything is known of the diagram.
///
/// Variables get their places in the order in which their inputs are evaluated. What matters is that inputs that are
/// read together stand together. The nodes are laid out on a line, and each is moved, again and again, to the middle of
/// the gates that it belongs to: the FORCE heuristic (F. A. Aloul, I. L. Markov and K. A. Sakallah, GLSVLSI 2003). It
/// begins with the order of a walk from the root, operands first, and where it finds nothing better, that is the order.
struct VariableOrder {
  private let circuit: Circuit
  /// Every node that is read, each behind its operands.
  private let nodes: [NodeID]
  /// By node: its place on the line.
  private var places: [Double]
  /// By node: whether it rests on anything that may be open. What is settled has no place of its own: a number that many
  /// comparisons read would pull together what has nothing else in common.
  private var isOpen: [Bool]

  /// Larger circuits keep the order of the walk: laying them out would take longer than it saves.
  private static var maximumNodes: Int { 50_000 }
  private static var maximumRounds: Int { 60 }

  init(_ circuit: Circuit, nodes: [NodeID]) {
    self.circuit = circuit
    self.nodes = nodes
    places = Array(repeating: 0, count: circuit.nodes.count)
    for (place, node) in nodes.enumerated() { places[Int(node.index)] = Double(place) }
    isOpen = Array(repeating: true, count: circuit.nodes.count)
    for node in nodes where !circuit.readsFacts(node) {
      isOpen[Int(node.index)] = circuit.children(of: node).contains { isOpen[Int($0.index)] }
    }
  }

  /// The leaves in the order in which to ask them.
  mutating func leaves() -> [NodeID] {
    let gates = nodes.compactMap { node -> Gate? in
      let operands = circuit.children(of: node).filter { isOpen[Int($0.index)] }
      return operands.count > 1 ? Gate(members: ([node] + operands).map { Int($0.index) }) : nil
    }
    let leaves = nodes.filter { circuit.isLeaf($0) }
    guard nodes.count <= Self.maximumNodes, leaves.count > 2 else { return leaves }
    var best = (order: leaves, span: span(of: gates))
    var roundsWithoutGain = 0
    for _ in 0..<Self.maximumRounds where roundsWithoutGain < 8 {
      pullTogether(gates)
      let span = span(of: gates)
      roundsWithoutGain += 1
      if span < best.span {
        best = (leaves.sorted { (places[Int($0.index)], $0) < (places[Int($1.index)], $1) }, span)
        roundsWithoutGain = 0
      }
    }
    return best.order
  }

  /// A node and its operands that may be open, two at least.
  private struct Gate {
    var members: [Int]
  }

  /// How far apart the operands of gates stand, all in all.
  private func span(of gates: [Gate]) -> Double {
    var sum = 0.0
    for gate in gates {
      var (low, high) = (places[gate.members[0]], places[gate.members[0]])
      for member in gate.members {
        low = min(low, places[member])
        high = max(high, places[member])
      }
      sum += high - low
    }
    return sum
  }

  /// Moves each node to the middle of its gates, and lines all up again.
  private mutating func pullTogether(_ gates: [Gate]) {
    var sums = Array(repeating: 0.0, count: places.count)
    var counts = Array(repeating: 0.0, count: places.count)
    for gate in gates {
      var sum = 0.0
      for member in gate.members { sum += places[member] }
      let middle = sum / Double(gate.members.count)
      for member in gate.members {
        sums[member] += middle
        counts[member] += 1
      }
    }
    for node in nodes where counts[Int(node.index)] > 0 {
      places[Int(node.index)] = sums[Int(node.index)] / counts[Int(node.index)]
    }
    let line = nodes.sorted { (places[Int($0.index)], $0) < (places[Int($1.index)], $1) }
    for (place, node) in line.enumerated() { places[Int(node.index)] = Double(place) }
  }
}

extension Circuit {
  fileprivate func isLeaf(_ node: NodeID) -> Bool {
    switch self[node] {
    case .input, .inputValue: true
    default: false
    }
  }

  /// Whether a node reads what is told, now or at other moments, beside its operands.
  fileprivate func readsFacts(_ node: NodeID) -> Bool {
    switch self[node] {
    case .input, .inputValue, .stipulated, .occurs, .eventWindow, .eventDate, .previous, .previousValue: true
    default: false
    }
  }

  /// The same components with those of the inputs first, in the order in which a diagram should ask them.
  func askingInputsInOrder(_ components: [Component]) -> [Component] {
    var order = VariableOrder(self, nodes: components.flatMap { $0.nodes })
    let leaves = order.leaves()
    return leaves.map { Component(nodes: [$0], kind: .plain) }
      + components.filter { component in !component.nodes.contains { isLeaf($0) } }
  }
}
