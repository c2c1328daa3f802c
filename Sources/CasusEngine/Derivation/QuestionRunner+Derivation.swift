package import CasusSemantics

extension QuestionRunner {
  /// How much more than the question itself its other reasons may take to be looked at.
  private static let leastStepsForReasons = 5_000

  /// An answer, and what it was made from.
  ///
  /// The question is grounded as for the answer alone. Then it is grounded once more, without ending at what settles a
  /// condition, for the other reasons there are; where that takes too long, those met first must do.
  package func derivation(of question: Question, asOf moment: Moment) throws(EngineError) -> Derivation {
    var (grounder, rows) = try ground(question, asOf: moment, records: true)
    let answer = try answer(question, asOf: moment, &grounder, rows)
    let views = views(of: question, grounder, rows.map { $0.node })
    var fewer = self
    fewer.limits.maximumSteps = min(
      limits.maximumSteps, max(QuestionRunner.leastStepsForReasons, grounder.steps / 2))
    var recorded = (try? fewer.thorough(question, asOf: moment)) ?? grounder
    // Other reasons may look at more moments than a question may; the answer is not to fail for that.
    if (try? recorded.timeline(asked: moment)) == nil { recorded = grounder }
    let record = recorded.recorder.record
    let evaluation = LaneEvaluation(
      recorded, roots: record.nodes, views: views, timeline: try recorded.timeline(asked: moment),
      findsOpenInputs: false)
    return Derivation(
      question: question, answer: answer, record: record, views: views, timeline: evaluation.timeline,
      rows: rows.map { $0.values }, texts: recorded.texts, circuit: recorded.circuit,
      worlds: [Derivation.World(facts: facts, evaluation: evaluation)], program: facts.program)
  }

  private func thorough(_ question: Question, asOf moment: Moment) throws(EngineError) -> Grounder {
    var (grounder, _) = try ground(question, asOf: moment, records: true, isThorough: true)
    if question.expected == nil { _ = try grounder.unrankedPairs() }
    return grounder
  }
}

extension DerivationRecord {
  /// The nodes of all parts, each once.
  fileprivate var nodes: [NodeID] { Set(parts.map { $0.node }).sorted() }
}
