package import CasusSemantics
package import CasusSyntax

/// What has become of a norm's case, beside whether it is in effect.
package struct NormReport: Sendable {
  /// The statuses that the norm's kind can have, in the order of the language.
  package var statuses: [(status: StatusKind, finding: Finding)]
  /// The last day, or minute, of the episode at hand; nil for a norm without a deadline or not in effect.
  package var dueDate: ValueSet?
}

extension QuestionRunner {
  /// The statuses of the norm's case that a question calls; nil where it asks for something else.
  package func normReport(on question: Question, asOf moment: Moment) throws(EngineError) -> NormReport? {
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
    try grounder.groundPending()
    let timeline = try grounder.timeline(asked: moment)
    let evaluation = LaneEvaluation(
      grounder, roots: nodes + (due.map { [$0] } ?? []), views: [question.view], timeline: timeline,
      findsOpenInputs: false)
    let last = timeline.moments.count - 1
    var report = NormReport(statuses: [], dueDate: nil)
    for (kind, node) in zip(kinds, nodes) {
      report.statuses.append((kind, evaluation.finding(of: node, type: .condition, view: 0, moment: last)))
    }
    try limits.checkCancellation()
    guard let due else { return report }
    let finding = evaluation.finding(of: due, type: .date, view: 0, moment: last)
    if case .values(let set) = finding.result, let first = set.ends.low?.moment, !first.isNever {
      report.dueDate = set
    }
    return report
  }
}
