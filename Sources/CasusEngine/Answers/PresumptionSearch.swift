internal import CasusSemantics
internal import CasusSyntax

/// Finds the presumptions that a settled answer rests on.
///
/// Two lanes are compared: one as it is, one in which everything presumed is open. A node that is settled in both owes
/// nothing to presumptions; below the others, those that decide are followed down to the inputs.
struct PresumptionSearch {
  private let circuit: Circuit
  private let facts: FactBase
  private let lane: Lane
  private let truths: [Truth<UInt64>?]
  private let values: [[LaneValue]?]
  private var found: [InputID] = []
  private var visited: Set<NodeID> = []

  /// Nil where evaluating passes the limit.
  init?(_ circuit: Circuit, root: NodeID, facts: FactBase, lane: Lane, limits: EngineLimits) {
    self.circuit = circuit
    self.facts = facts
    self.lane = lane
    var open = lane
    open.withoutPresumptions = true
    let algebra = LaneAlgebra(circuit, facts: facts, lanes: [lane, open])
    var evaluator = CircuitEvaluator(circuit, algebra: algebra, limits: limits)
    do { try evaluator.run(circuit.components(from: [root])) } catch { return nil }
    truths = evaluator.truths
    values = evaluator.values
  }

  /// The presumed inputs below a node, in order of appearance.
  mutating func presumptions(below root: NodeID) -> [InputID] {
    var waiting = [root]
    while let node = waiting.popLast() {
      guard visited.insert(node).inserted, !isSettledWithout(node) else { continue }
      if let input = circuit.input(of: node), facts.reading(circuit[input], in: lane)?.isPresumed == true {
        if !found.contains(input) { found.append(input) }
      }
      waiting += deciding(node).reversed()
    }
    return found
  }

  private func isSettledWithout(_ node: NodeID) -> Bool {
    if let value = values[Int(node.index)] { return value[0].set == value[1].set }
    guard let truth = truths[Int(node.index)] else { return true }
    return truth.certain & 2 != 0 || truth.possible & 2 == 0
  }

  /// The operands that make a node what it is: one is enough for a disjunction that holds or a conjunction that fails.
  private func deciding(_ node: NodeID) -> [NodeID] {
    let isTrue = (truths[Int(node.index)]?.certain ?? 0) & 1 != 0
    switch circuit[node] {
    case .and(let operands) where !isTrue: return circuit[operands].first { isFalse($0) }.map { [$0] } ?? []
    case .or(let operands) where isTrue: return circuit[operands].first { holds($0) }.map { [$0] } ?? []
    default: return circuit.children(of: node)
    }
  }

  private func holds(_ node: NodeID) -> Bool { (truths[Int(node.index)]?.certain ?? 0) & 1 != 0 }
  private func isFalse(_ node: NodeID) -> Bool { (truths[Int(node.index)]?.possible ?? 1) & 1 == 0 }
}

extension QuestionRunner {
  /// The presumptions on which a settled answer without a view rests; none for a question that looks back over time,
  /// or whose presumptions are too many to write out.
  ///
  /// - Parameter savedSteps: how many more steps the question would have taken case by case, as is looked at here.
  func presumptions(of question: Question, _ answer: Answer, savedSteps: Int) -> [OpenFact] {
    let lane = Lane(view: question.view, moment: answer.asOf)
    var fewer = limits
    fewer.maximumSteps = min(limits.maximumSteps, 200_000)
    guard answer.finding.isSettled, savedSteps < fewer.maximumSteps else { return [] }
    var grounder = Grounder(
      facts, lanes: [lane], limits: fewer, question: question.expression, keepsPresumptions: true)
    let frame = [GroundValue](repeating: .constant(Scalar(0)), count: question.frameSize)
    guard !grounder.isTemporal, let root = try? grounder.ground(question.expression, frame: frame),
      var search = PresumptionSearch(grounder.circuit, root: root, facts: facts, lane: lane, limits: fewer)
    else { return [] }
    return search.presumptions(below: root).compactMap { fact(grounder.circuit[$0], weight: nil) }
  }

  /// An input as the case of a fact or an event that it is.
  func fact(_ input: Input, weight: Double?) -> OpenFact? {
    guard case .told(let key) = input.source else { return nil }
    return OpenFact(declaration: key.declaration, arguments: facts.arguments(of: key), weight: weight)
  }
}
