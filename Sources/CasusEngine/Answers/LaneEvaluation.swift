internal import CasusDiagnostics
internal import CasusSemantics
internal import CasusSyntax

/// The bounds of a question's nodes in every lane, and from them, exactly, each lane's finding.
struct LaneEvaluation {
  let circuit: Circuit
  let components: [Component]
  let facts: FactBase
  let lanes: [Lane]
  let limits: EngineLimits
  /// Of every 64 lanes: the truth and the value of each node.
  private var truths: [[Truth<UInt64>?]] = []
  private var values: [[[LaneValue]?]] = []
  private let exceededSteps: Bool

  init(_ grounder: Grounder, roots: [NodeID], facts: FactBase, lanes: [Lane], limits: EngineLimits) {
    circuit = grounder.circuit
    components = circuit.components(from: roots)
    self.facts = facts
    self.lanes = lanes
    self.limits = limits
    var exceeded = false
    for start in stride(from: 0, to: lanes.count, by: 64) {
      let block = Array(lanes[start..<min(start + 64, lanes.count)])
      let algebra = LaneAlgebra(circuit, facts: facts, lanes: block)
      var evaluator = CircuitEvaluator(circuit, algebra: algebra, maximumSteps: limits.maximumSteps)
      do { try evaluator.run(components) } catch { exceeded = true }
      truths.append(evaluator.truths)
      values.append(evaluator.values)
    }
    exceededSteps = exceeded
  }

  /// What each lane finds of a node. Lanes that know the same of every input find the same.
  func findings(of root: NodeID, type: ValueType) -> [Finding] {
    let exact = ExactReasoning(circuit, components: circuit.components(from: [root]), facts: facts, limits: limits)
    var found: [Finding] = []
    var known: [(readings: [Reading?], finding: Finding)] = []
    for lane in lanes.indices {
      let bounds = bounds(of: root, type: type, lane: lane)
      if bounds.isSettled && bounds.result != .fault {
        found.append(bounds)
        continue
      }
      let readings = circuit.inputs.map { facts.reading($0, in: lanes[lane]) }
      if let same = known.first(where: { $0.readings == readings }) {
        found.append(same.finding)
        continue
      }
      let finding = exact.settle(root, in: lanes[lane], bounds: bounds)
      known.append((readings, finding))
      found.append(finding)
    }
    return found
  }

  /// What the bounds alone say.
  private func bounds(of root: NodeID, type: ValueType, lane: Int) -> Finding {
    let (block, bit) = (lane / 64, UInt64(1) << UInt64(lane % 64))
    if type != .condition {
      guard let value = values[block][Int(root.index)]?[lane % 64] else { return Finding(.values(.anything)) }
      return value.mayFault ? Finding(.fault, isProved: false) : Finding(.values(value.set))
    }
    guard let truth = truths[block][Int(root.index)], !exceededSteps else { return Finding(.truth(nil)) }
    if truth.fault & bit != 0 { return Finding(.fault, isProved: false) }
    if truth.certain & bit != 0 { return Finding(.truth(true)) }
    return Finding(.truth(truth.possible & bit != 0 ? nil : false))
  }

  // MARK: Faults

  /// Where computing a node fails in a lane: the first node that may fault though nothing it reads does.
  func fault(of root: NodeID, lane: Int) -> Answer.Fault {
    let inside = circuit.components(from: [root]).flatMap { $0.nodes }
    let culprit = inside.first { isFaulty($0, lane) && !circuit.children(of: $0).contains { isFaulty($0, lane) } }
    let node = culprit ?? root
    return Answer.Fault(message: message(for: node), span: circuit.spans[Int(node.index)])
  }

  private func isFaulty(_ node: NodeID, _ lane: Int) -> Bool {
    let block = lane / 64
    if let value = values[block][Int(node.index)] { return value[lane % 64].mayFault }
    guard let truth = truths[block][Int(node.index)] else { return false }
    return truth.fault & (1 << UInt64(lane % 64)) != 0
  }

  private func message(for node: NodeID) -> String {
    switch circuit[node] {
    case .arithmetic(.divide, _, _, _): "the divisor is zero, or may be"
    case .arithmetic(_, _, _, .durations), .compare, .faultyCondition: "days and months do not compare"
    case .faultyValue: "no value can be computed here: a division by zero, an overflow, or a case outside its set"
    default: "the result passes the bounds of numbers or dates, or may"
    }
  }
}
