package import CasusSemantics
package import CasusSyntax

/// What has become of a norm's case, beside whether it is in effect.
package struct NormReport: Sendable {
  /// The statuses that the norm's kind can have, in the order of the language.
  package var statuses: [(status: StatusKind, finding: Finding)]
  /// The last day, or minute, of the episode at hand; nil for a norm without a deadline or not in effect.
  package var dueDate: ValueSet?
  /// When the episode at hand began, where that is certain.
  package var inEffectSince: Moment?
  /// What can still tip a status or the due date; empty unless asked for.
  package var openFacts: [OpenFact] = []
}

extension QuestionRunner {
  /// The statuses of the norm's case that a question calls; nil where it asks for something else.
  package func normReport(
    on question: Question, asOf moment: Moment, findsOpenFacts: Bool = false
  ) throws(EngineError) -> NormReport? {
    guard case .call(let id, let arguments) = facts.program[question.expression].kind,
      case .norm(let details) = facts.program[id].kind
    else { return nil }
    var grounder = Grounder(
      facts, lanes: [Lane(view: question.view, moment: moment)], limits: limits, question: question.expression,
      looksBack: true)
    var frame = [GroundValue](repeating: .constant(Scalar(0)), count: question.frameSize)
    let values = try grounder.values(arguments, &frame)
    let kinds = StatusKind.allCases.filter { $0.counts(details.modality) }
    var nodes: [NodeID] = []
    for kind in kinds { nodes.append(try grounder.status(kind, id, values)) }
    let due = try grounder.dueDate(of: id, values)
    let effect = try grounder.instance(InstanceKey(declaration: id.index, arguments: values))
    try grounder.groundPending()
    let timeline = try grounder.timeline(asked: moment)
    let deadline = due.flatMap { grounder.circuit.openDeadline(of: $0) }
    var evaluation = LaneEvaluation(
      grounder, roots: nodes + [effect] + [due, deadline].compactMap { $0 }, views: [question.view],
      timeline: timeline, findsOpenInputs: findsOpenFacts)
    if !findsOpenFacts { evaluation.findWitnesses(for: nodes, inLastLaneOnly: true) }
    let last = timeline.moments.count - 1
    var report = NormReport(statuses: [], dueDate: nil)
    for (kind, node) in zip(kinds, nodes) {
      let finding = evaluation.finding(of: node, type: .condition, view: 0, moment: last)
      report.statuses.append((kind, finding))
      if findsOpenFacts { report.openFacts += openFacts(of: finding, node, evaluation.circuit) }
    }
    report.inEffectSince = evaluation.beginning(of: effect, upTo: last)
    try limits.checkCancellation()
    guard let due, !(deadline.map { evaluation.isUnbounded($0) } ?? false) else { return report }
    let finding = evaluation.finding(of: due, type: .date, view: 0, moment: last)
    if findsOpenFacts { report.openFacts += openFacts(of: finding, due, evaluation.circuit) }
    if case .values(let set) = finding.result, let first = set.ends.low?.moment, !first.isNever {
      report.dueDate = set
    }
    return report
  }

  /// What can still tip a finding, or may where computing fails.
  private func openFacts(of finding: Finding, _ node: NodeID, _ circuit: Circuit) -> [OpenFact] {
    if finding.result == .fault { return cases(below: [node], in: circuit) }
    return finding.isSettled ? [] : finding.open.compactMap { fact(circuit[$0.input], weight: $0.weight) }
  }
}

extension Circuit {
  /// The deadline behind a due date, where it is an input: a length of time, or a date.
  fileprivate func openDeadline(of due: NodeID) -> NodeID? {
    guard case .atStart(_, let date) = self[due] else { return nil }
    let deadline = if case .dueDate(let length) = self[date] { length } else { date }
    if case .inputValue = self[deadline] { return deadline }
    return nil
  }
}

extension LaneEvaluation {
  /// Whether nothing is known of a value at any moment: what is computed from it has no bounds either.
  fileprivate func isUnbounded(_ node: NodeID) -> Bool {
    timeline.moments.indices.allSatisfy { moment in
      bounds(of: node, type: .date, view: 0, moment: moment).result == .values(.anything)
    }
  }

  /// Since when a condition has held without a break, in the first view; nil where it does not hold, always has, or may
  /// have held before.
  fileprivate func beginning(of node: NodeID, upTo last: Int) -> Moment? {
    func truth(at moment: Int) -> Finding.Result {
      bounds(of: node, type: .condition, view: 0, moment: moment).result
    }
    var moment = last
    guard truth(at: moment) == .truth(true) else { return nil }
    while moment > 0, truth(at: moment - 1) == .truth(true) { moment -= 1 }
    return moment > 0 && truth(at: moment - 1) == .truth(false) ? timeline.date(of: moment).first : nil
  }
}
