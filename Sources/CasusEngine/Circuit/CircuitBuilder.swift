package import CasusDiagnostics
package import CasusSemantics

/// Builds a circuit from its leaves upwards; equal nodes are shared, and what is constant is folded at once.
package struct CircuitBuilder: Sendable {
  package private(set) var circuit: Circuit
  private var known: [Node: NodeID] = [:]
  private var knownOperands: [[NodeID]: Operands] = [:]
  private var knownInputs: [Input: InputID] = [:]
  private var knownPeriods: [CircuitPeriod: Int32] = [:]
  private var knownConstants: [Scalar: Int32] = [:]
  /// The place that nodes made now come from.
  package var span: SourceSpan

  package init(span: SourceSpan) {
    self.span = span
    circuit = Circuit(nodes: [.constant(false), .constant(true)], spans: [span, span])
    known = [.constant(false): .false, .constant(true): .true]
  }

  package var count: Int { circuit.nodes.count }

  mutating func add(_ node: Node) -> NodeID {
    if let id = known[node] { return id }
    let id = addApart(node)
    known[node] = id
    return id
  }

  /// Adds a node that is shared with no other: what may fault keeps its own place.
  mutating func addApart(_ node: Node) -> NodeID {
    let id = NodeID(circuit.nodes.count)
    circuit.nodes.append(node)
    circuit.spans.append(span)
    return id
  }

  mutating func range(_ children: [NodeID]) -> Operands {
    if let range = knownOperands[children] { return range }
    let range = Operands(
      start: Int32(truncatingIfNeeded: circuit.operands.count), count: Int32(truncatingIfNeeded: children.count))
    circuit.operands.append(contentsOf: children)
    knownOperands[children] = range
    return range
  }

  mutating func constantIndex(of scalar: Scalar) -> Int32 {
    if let index = knownConstants[scalar] { return index }
    let index = Int32(truncatingIfNeeded: circuit.constants.count)
    circuit.constants.append(scalar)
    knownConstants[scalar] = index
    return index
  }

  package mutating func inputID(_ source: Input.Source, type: ValueType) -> InputID {
    let input = Input(source: source, type: type)
    if let id = knownInputs[input] { return id }
    let id = InputID(circuit.inputs.count)
    circuit.inputs.append(input)
    knownInputs[input] = id
    return id
  }

  package mutating func input(_ source: Input.Source, type: ValueType) -> NodeID {
    let input = inputID(source, type: type)
    return add(type == .condition ? .input(input) : .inputValue(input))
  }

  package mutating func during(_ period: CircuitPeriod) -> NodeID {
    if period.from == nil && period.until == nil { return .true }
    if let index = knownPeriods[period] { return add(.during(index)) }
    let index = Int32(truncatingIfNeeded: circuit.periods.count)
    circuit.periods.append(period)
    knownPeriods[period] = index
    return add(.during(index))
  }

  /// A node whose body comes later: the only way in which a circuit can go in a circle.
  package mutating func alias(isValue: Bool) -> (node: NodeID, body: Int) {
    let body = circuit.bodies.count
    let number = Int32(truncatingIfNeeded: body)
    circuit.bodies.append(.false)
    return (add(isValue ? .aliasValue(number) : .alias(number)), body)
  }

  /// A node that looks back over time.
  package mutating func temporal(_ node: Node) -> NodeID { add(node) }

  package mutating func setBody(_ body: Int, to node: NodeID) { circuit.bodies[body] = node }
}
