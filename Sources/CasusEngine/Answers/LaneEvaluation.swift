internal import CasusDiagnostics
internal import CasusSemantics
internal import CasusSyntax

/// The bounds of a question's nodes in every view and at every moment it looks at, and from them, exactly, findings.
struct LaneEvaluation {
  let circuit: Circuit
  let components: [Component]
  private(set) var facts: FactBase
  /// Nil, or the view that the question names, comes first.
  let views: [EntityID?]
  let timeline: Timeline
  let limits: EngineLimits
  /// Whether findings are to name what can still tip them.
  let findsOpenInputs: Bool
  private let roots: [NodeID]
  let measures: TimeMeasures
  private(set) var bounds: LaneBounds
  /// By view, where they were looked for.
  private var witnesses: [Witnesses] = []
  /// By view, where many lanes are asked for.
  private var toldByView: [ToldOverTime] = []

  /// - Parameter facts: those of the grounder, perhaps with more at hand; nil: those of the grounder.
  init(
    _ grounder: Grounder, _ facts: FactBase? = nil, roots: [NodeID], views: [EntityID?], timeline: Timeline,
    findsOpenInputs: Bool
  ) {
    self.roots = roots
    circuit = grounder.circuit
    components = circuit.components(from: roots)
    self.facts = facts ?? grounder.facts
    self.views = views
    self.timeline = timeline
    self.findsOpenInputs = findsOpenInputs
    limits = grounder.limits
    bounds = LaneBounds(viewsAreLanes: !grounder.isTemporal)
    measures = grounder.measures
    if bounds.viewsAreLanes { evaluateViews() } else { bounds.tables = views.map { moments(of: $0) } }
  }

  /// The same of other facts, as long as they say nothing else of what was settled when the circuit was made. What
  /// other views find stays as it was.
  func telling(_ facts: FactBase, inView view: Int) -> LaneEvaluation {
    var other = self
    other.facts = facts
    if bounds.viewsAreLanes {
      other.evaluateViews()
    } else {
      other.bounds.tables[view] = other.moments(of: views[view])
    }
    return other
  }

  private mutating func evaluateViews() {
    var table = LaneTable(roots)
    for start in stride(from: 0, to: views.count, by: 64) {
      let block = views[start..<min(start + 64, views.count)].map { Lane(view: $0, moment: timeline.asked) }
      let algebra = LaneAlgebra(circuit, facts: facts, lanes: block)
      var evaluator = CircuitEvaluator(circuit, algebra: algebra, limits: limits)
      do { try evaluator.run(components) } catch { bounds.exceededSteps = true }
      table.append(evaluator.truths, evaluator.values)
    }
    bounds.tables = [table]
  }

  /// What a view finds at every moment.
  private mutating func moments(of view: EntityID?) -> LaneTable {
    let reads = circuit.readsOfPast(in: components)
    var table = LaneTable(roots + reads.conditions + reads.values)
    let algebra = LaneAlgebra(circuit, facts: facts, view: view, timeline: timeline)
    var evaluator = CircuitEvaluator(circuit, algebra: algebra, limits: limits)
    for _ in stride(from: 0, to: timeline.moments.count, by: 64) {
      do { try evaluator.run(components) } catch { bounds.exceededSteps = true }
      table.append(evaluator.truths, evaluator.values)
      evaluator.advance()
    }
    return table
  }

  /// Looks for completions that show conditions to be open, in all lanes or in the last alone: worth the while where
  /// many are asked for.
  mutating func findWitnesses(for conditions: [NodeID], inLastLaneOnly: Bool = false) {
    if bounds.viewsAreLanes { return }
    if !inLastLaneOnly { toldByView = views.map { ToldOverTime(of: circuit, facts, view: $0) } }
    if !mayBeShownOpen(components) { return }
    witnesses = views.indices.map { view in
      var open: [NodeID: [UInt64]] = [:]
      for condition in conditions {
        let lanes = bounds.tables[view].openLanes(of: condition)
        open[condition] = inLastLaneOnly ? zip(lanes, timeline.lastLane).map { $0 & $1 } : lanes
      }
      return Witnesses(
        circuit, components, open: open, facts: facts, view: views[view], timeline: timeline, limits: limits)
    }
  }

  /// What is circular is left to exact reasoning, which tells that it is.
  private func mayBeShownOpen(_ components: [Component]) -> Bool {
    !bounds.exceededSteps && components.allSatisfy { if case .plain = $0.kind { true } else { false } }
  }

  /// Whether a condition is known to be open in a lane, without any reasoning.
  func isShownOpen(_ root: NodeID, view: Int, moment: Int) -> Bool {
    view < witnesses.count && witnesses[view].showOpen(root, lane: moment)
  }

  /// Whether a condition is known to be false in some completion in a lane.
  func isShownFailing(_ root: NodeID, view: Int, moment: Int) -> Bool {
    view < witnesses.count && witnesses[view].showFailing(root, lane: moment)
  }

  /// Whether what was found of the past is found at any later moment too.
  func keepsWhatHappened(view: Int) -> Bool { canBeginLate && told(view).tellsAllOccurrences }

  /// What a view finds of a node at a moment of the timeline, by their positions.
  func finding(of root: NodeID, type: ValueType, view: Int, moment: Int) -> Finding {
    let bounds = bounds(of: root, type: type, view: view, moment: moment)
    if let settled = settled(bounds) { return settled }
    let isLast = moment + 1 == timeline.moments.count
    let end = isLast ? timeline : timeline.cut(at: moment)
    // What is open needs no proof, and what can tip it is told by the proof alone.
    if !findsOpenInputs, bounds.result == .truth(nil) {
      if isShownOpen(root, view: view, moment: moment) || isOpen(root, view, end) { return bounds }
    }
    var finding = settle(root, type, view: view, bounds, within: span(root, view: view, endingAt: moment) ?? whole(end))
    if findsOpenInputs, finding.result == .truth(nil), !finding.isProved, isOpen(root, view, end) {
      finding.isProved = true
    }
    return finding
  }

  /// All moments of a timeline, and what may tell others apart.
  func whole(_ timeline: Timeline) -> ExactSpan { ExactSpan(timeline: timeline.refined(by: measures)) }

  /// What is told of inputs over all time, in a view.
  func told(_ view: Int) -> ToldOverTime {
    view < toldByView.count ? toldByView[view] : ToldOverTime(of: circuit, facts, view: views[view])
  }

  /// Whether what is known of the past can be read off the bounds.
  var canBeginLate: Bool { !bounds.viewsAreLanes && !bounds.exceededSteps && circuit.bodies.isEmpty }

  /// The bounds as a finding, where they leave nothing open.
  func settled(_ bounds: Finding) -> Finding? {
    bounds.isSettled && bounds.result != .fault ? marked(bounds) : nil
  }

  /// What exact reasoning finds at the end of some moments, where the bounds leave it open.
  func settle(_ root: NodeID, _ type: ValueType, view: Int, _ bounds: Finding, within span: ExactSpan) -> Finding {
    let reasoning = ExactReasoning(
      circuit, components: circuit.components(from: [root]), facts: facts, limits: limits,
      isValue: type != .condition, findsOpenInputs: findsOpenInputs)
    let told = view < toldByView.count ? toldByView[view] : nil
    let found = reasoning.settle(root, view: views[view], span: span, told, bounds: bounds)
    var finding = marked(found, span.timeline)
    // What is not looked at could make it otherwise.
    if !span.timeline.isComplete, finding.isSettled { finding.result = bounds.result }
    return finding
  }

  /// Whether two completions differ in a condition at the end of a timeline: where that is so, nothing has to be proved.
  private func isOpen(_ root: NodeID, _ view: Int, _ end: Timeline) -> Bool {
    let components = circuit.components(from: [root])
    guard mayBeShownOpen(components) else { return false }
    let found = Witnesses(
      circuit, components, open: [root: end.lastLane], facts: facts, view: views[view], timeline: end, limits: limits)
    return found.showOpen(root, lane: end.moments.count - 1)
  }

  /// A finding, unproved where not all moments that count are looked at.
  func marked(_ finding: Finding) -> Finding { marked(finding, timeline) }

  private func marked(_ finding: Finding, _ timeline: Timeline) -> Finding {
    var finding = finding
    finding.isProved = finding.isProved && timeline.isComplete
    return finding
  }

  /// What the bounds alone say.
  func bounds(of root: NodeID, type: ValueType, view: Int, moment: Int) -> Finding {
    bounds.finding(of: root, type: type, view: view, moment: moment)
  }

  // MARK: Faults

  /// Where computing a node fails: the first node that may fault though nothing it reads does.
  func fault(of root: NodeID, view: Int, moment: Int) -> Answer.Fault {
    func isFaulty(_ node: NodeID) -> Bool { bounds.isFaulty(node, view: view, moment: moment) }
    let inside = circuit.components(from: [root]).flatMap { $0.nodes }
    let culprit = inside.first { isFaulty($0) && !circuit.children(of: $0).contains { isFaulty($0) } }
    let node = culprit ?? root
    return Answer.Fault(message: message(for: node), span: circuit.spans[Int(node.index)])
  }

  private func message(for node: NodeID) -> String {
    switch circuit[node] {
    case .arithmetic(.divide, _, _, _): "the divisor is zero, or may be"
    case .arithmetic(_, _, _, .durations), .compare, .faultyCondition: "days and months do not compare"
    case .faultyValue(.outsideSet): "this is called for a case outside the set of its parameter"
    case .faultyValue(.arithmetic(.divisionByZero)): "this divides by zero"
    case .faultyValue(.arithmetic(.incomparableDurations)): "days and months do not add"
    case .faultyValue(.arithmetic(.distanceToNever)): "there is no distance to *never*"
    default: "the result passes the bounds of numbers or dates, or may"
    }
  }
}

extension Timeline {
  /// The bit of the last lane, in blocks of 64.
  fileprivate var lastLane: [UInt64] {
    let last = moments.count - 1
    var lanes = [UInt64](repeating: 0, count: last / 64 + 1)
    lanes[last / 64] = 1 << UInt64(last % 64)
    return lanes
  }
}
