package import CasusDiagnostics

/// What a question comes down to: operations over inputs, each computed once however often it is read.
///
/// Invariants: operands of a node have lower numbers than the node, except through an alias, whose body may be any node;
/// equal nodes are one node, those that may fault apart; nodes 0 and 1 are the constants false and true.
package struct Circuit: Sendable {
  package internal(set) var nodes: [Node]
  /// Where each node comes from, for faults and explanations; evaluation never reads it.
  package internal(set) var spans: [SourceSpan]
  package internal(set) var operands: [NodeID] = []
  package internal(set) var inputs: [Input] = []
  package internal(set) var constants: [Scalar] = []
  package internal(set) var periods: [CircuitPeriod] = []
  package internal(set) var bodies: [NodeID] = []

  package subscript(_ id: NodeID) -> Node { nodes[Int(id.index)] }
  package subscript(_ id: InputID) -> Input { inputs[Int(id.index)] }
  package subscript(_ operands: Operands) -> ArraySlice<NodeID> { self.operands[operands.range] }

  /// The pairs of a `choose`: what the selector may be, and the node that stands beside it.
  package func pairs(_ operands: Operands) -> [(ordinal: Int, node: NodeID)] {
    let slice = Array(self[operands])
    return stride(from: 0, to: slice.count - 1, by: 2).map { (Int(slice[$0].index), slice[$0 + 1]) }
  }

  /// What a node reads of the same moment, and of earlier ones with it.
  package func children(of id: NodeID) -> [NodeID] {
    switch self[id] {
    case .constant, .input, .during, .faultyCondition, .value, .inputValue, .today, .startOfToday, .faultyValue,
      .occurs,
      .eventDate, .previous, .previousValue:
      []
    case .not(let child), .stipulated(_, let child), .negative(let child), .once(let child),
      .eventWindow(_, _, let child), .latest(let child), .earliest(let child), .deadlineEnd(let child),
      .dueDate(let child), .windowStart(let child):
      [child]
    case .and(let range), .or(let range), .count(let range): Array(self[range])
    case .compare(_, let left, let right), .arithmetic(_, let left, let right, _), .extremum(_, let left, let right),
      .since(let left, let right), .atStart(let left, let right):
      [left, right]
    case .select(let condition, let left, let right): [condition, left, right]
    case .choose(let selector, let range), .chooseValue(let selector, let range):
      [selector] + pairs(range).map { $0.node }
    case .alias(let body), .aliasValue(let body): [bodies[Int(body)]]
    }
  }

  /// What a node reads of earlier moments alone: the one kind of circle that time undoes.
  package func delayedChild(of id: NodeID) -> NodeID? {
    switch self[id] {
    case .previous(let child), .previousValue(let child): child
    default: nil
    }
  }
}

extension Circuit {
  /// The input that a node is, or reads before its body.
  package func input(of node: NodeID) -> InputID? {
    switch self[node] {
    case .input(let input), .inputValue(let input), .stipulated(let input, _): input
    default: nil
    }
  }

  /// The input that a node reads, the moments at which an event happens included.
  func anyInput(of node: NodeID) -> InputID? {
    switch self[node] {
    case .occurs(let input), .eventWindow(_, let input, _), .eventDate(let input): input
    default: input(of: node)
    }
  }

  /// The inputs that nodes rest on.
  func inputs(below roots: [NodeID]) -> Set<InputID> {
    var found: Set<InputID> = []
    var isVisited = [Bool](repeating: false, count: nodes.count)
    var waiting = roots
    while let node = waiting.popLast() {
      if isVisited[Int(node.index)] { continue }
      isVisited[Int(node.index)] = true
      if let input = anyInput(of: node) { found.insert(input) }
      waiting += children(of: node)
      if let delayed = delayedChild(of: node) { waiting.append(delayed) }
    }
    return found
  }
}
