package import CasusSemantics

extension QuestionRunner {
  /// How much more than the question itself its other reasons may take to be looked at.
  private static let leastStepsForReasons = 5_000

  /// An answer, and what it was made from.
  ///
  /// The question is grounded for the answer alone. Then it is grounded once more, without ending at what settles a
  /// condition, for all the reasons there are; where that takes too long, those met first must do.
  package func derivation(of question: Question, asOf moment: Moment) throws(EngineError) -> Derivation {
    var (grounder, rows) = try ground(question, asOf: moment)
    let answer = try answer(question, asOf: moment, &grounder, rows)
    let views = views(of: question, grounder, rows.map { $0.node })
    let (recorded, timeline) = try reasons(for: question, asOf: moment, beyond: grounder.steps)
    let record = recorded.recorder.record
    let evaluation = LaneEvaluation(
      recorded, roots: record.nodes, views: views, timeline: timeline, findsOpenInputs: false)
    let isSpokenOf = record.parts.map { part in
      switch part.subject {
      case .instance(let key): facts.key(of: key).map { !facts.statements(of: $0).isEmpty } ?? false
      case .told(let key), .finding(let key): !facts.statements(of: key).isEmpty
      default: false
      }
    }
    return Derivation(
      question: question, answer: answer, record: record, views: views, timeline: timeline,
      rows: rows.map { $0.values }, texts: recorded.texts, circuit: recorded.circuit,
      worlds: [Derivation.World(facts: facts, evaluation: evaluation)], isSpokenOf: isSpokenOf,
      program: facts.program)
  }

  /// The question grounded with all its parts, and the moments that those look at.
  /// - Parameter steps: what the answer took.
  private func reasons(
    for question: Question, asOf moment: Moment, beyond steps: Int
  ) throws(EngineError) -> (Grounder, Timeline) {
    var fewer = self
    fewer.limits.maximumSteps = min(limits.maximumSteps, max(QuestionRunner.leastStepsForReasons, steps / 2))
    // Other reasons may take longer and look at more moments than a question may; the answer is not to fail for that.
    if let all = try? fewer.recorded(question, asOf: moment, isThorough: true),
      let timeline = try? all.timeline(asked: moment)
    {
      return (all, timeline)
    }
    let first = try recorded(question, asOf: moment, isThorough: false)
    return (first, try first.timeline(asked: moment))
  }

  private func recorded(_ question: Question, asOf moment: Moment, isThorough: Bool) throws(EngineError) -> Grounder {
    var (grounder, _) = try ground(question, asOf: moment, records: true, isThorough: isThorough)
    if question.expected == nil { _ = try grounder.unrankedPairs() }
    return grounder
  }
}

extension DerivationRecord {
  /// The nodes of all parts, each once, in ascending order.
  fileprivate var nodes: [NodeID] {
    let sorted = parts.map { $0.node }.sorted()
    return sorted.indices.filter { $0 == 0 || sorted[$0] != sorted[$0 - 1] }.map { sorted[$0] }
  }
}
