internal import CasusDiagnostics
package import CasusSemantics
internal import CasusSyntax

/// Answers questions over what is told: grounds, bounds, and settles exactly what the bounds leave open.
package struct QuestionRunner {
  package let facts: FactBase
  package var limits: EngineLimits

  package init(_ facts: FactBase, limits: EngineLimits = EngineLimits()) {
    self.facts = facts
    self.limits = limits
  }

  /// - Parameter moment: the date of the question, else that of its scenario, else the host's.
  package func answer(_ question: Question, asOf moment: Moment) throws(EngineError) -> Answer {
    let named = question.view.map { Optional($0) }
    let lanes = (named.map { [$0] } ?? [nil] + facts.views).map { Lane(view: $0, moment: moment) }
    var grounder = Grounder(facts, lanes: lanes, limits: limits, span: question.span)
    let rows = try rows(of: question, &grounder)
    let roots = rows.map { $0.node }
    let evaluation = LaneEvaluation(grounder, roots: roots, facts: facts, lanes: lanes, limits: limits)
    let type = facts.program[question.expression].type
    if rows.count == 1, rows[0].values.isEmpty {
      return try answer(roots[0], type, grounder, evaluation, moment)
    }
    var answers: [Answer.Row] = []
    var fault: Answer?
    for row in rows {
      let answer = try answer(row.node, type, grounder, evaluation, moment)
      if case .fault = answer.outcome { fault = fault ?? answer }
      if answer.outcome != .truth(false) {
        answers.append(.init(values: row.values, outcome: answer.outcome, isProved: answer.isProved))
      }
    }
    if let fault { return fault }
    return Answer(
      outcome: .rows(answers), values: nil, type: type,
      finding: Finding(.truth(nil), isProved: answers.allSatisfy { $0.isProved }), views: [], asOf: moment,
      openFacts: [], gaps: [], texts: grounder.texts)
  }

  /// One node, or one for each combination of what the `any`s of the question stand for.
  private func rows(
    of question: Question, _ grounder: inout Grounder
  ) throws(EngineError) -> [(values: [Value], node: NodeID)] {
    let frame = [GroundValue](repeating: .constant(Scalar(0)), count: question.frameSize)
    guard question.expected == nil,
      case .quantified(.some, let binding, let body) = facts.program[question.expression].kind, binding.isFromAny
    else { return [([], try grounder.ground(question.expression, frame: frame))] }
    var cases: [(values: [Value], frame: [GroundValue])] = []
    try grounder.forEachCase(of: binding, frame) { (_, frame, _) throws(EngineError) in
      let values = binding.variables.map { value(of: frame[$0.slot], in: $0.domain) }
      cases.append((values.compactMap { $0 }, frame))
      return true
    }
    var rows: [(values: [Value], node: NodeID)] = []
    for item in cases {
      rows.append((item.values, try grounder.ground(body, frame: item.frame)))
    }
    return rows
  }

  private func value(of ground: GroundValue, in domain: CheckedDomain) -> Value? {
    guard let scalar = ground.scalar, case .reference(let reference) = domain else { return nil }
    return facts.program.value(of: scalar, type: facts.program.type(of: reference), texts: facts.texts)
  }

  private func answer(
    _ root: NodeID, _ type: ValueType, _ grounder: Grounder, _ evaluation: LaneEvaluation, _ moment: Moment
  ) throws(EngineError) -> Answer {
    let findings = evaluation.findings(of: root, type: type)
    var answer = Answer(
      outcome: .unknown, values: nil, type: type, finding: findings[0], views: [], asOf: moment, openFacts: [],
      gaps: [], texts: grounder.texts)
    for (lane, finding) in zip(evaluation.lanes, findings).dropFirst() {
      guard let view = lane.view, grounder.views.contains(view) else { continue }
      answer.views.append(.init(name: view, finding: finding))
    }
    answer.outcome = outcome(of: [findings[0]] + answer.views.map { $0.finding })
    if case .values(let set) = findings[0].result { answer.values = set }
    if case .fault = answer.outcome {
      let faulty = findings.firstIndex { $0.result == .fault } ?? 0
      answer.outcome = .fault(evaluation.fault(of: root, lane: faulty))
    }
    if answer.outcome == .unknown || (!findings[0].isSettled && answer.values != nil) {
      for open in findings[0].open { add(open, to: &answer, circuit: evaluation.circuit) }
    }
    return answer
  }

  /// Contested where one lane says what another excludes, else what the first says.
  private func outcome(of findings: [Finding]) -> Answer.Outcome {
    if findings.contains(where: { $0.result == .fault }) {
      return .fault(.init(message: "", span: SourceSpan(source: SourceID(0), start: 0, end: 0)))
    }
    let truths = findings.compactMap { if case .truth(let truth) = $0.result { truth } else { nil } }
    if truths.contains(true) && truths.contains(false) { return .contested }
    let sets = findings.compactMap { if case .values(let set) = $0.result { set } else { nil } }
    for (position, set) in sets.enumerated() {
      if sets.dropFirst(position + 1).contains(where: { set.intersection($0) == nil }) { return .contested }
    }
    switch findings[0].result {
    case .truth(let truth?): return .truth(truth)
    case .truth(nil): return .unknown
    case .values(let set): return .value(set)
    case .fault: return .unknown
    }
  }

  private func add(_ open: OpenInput, to answer: inout Answer, circuit: Circuit) {
    switch circuit[open.input].source {
    case .gap(let gap, _): if !answer.gaps.contains(gap) { answer.gaps.append(gap) }
    case .told(let key):
      let program = facts.program
      guard let index = facts.index(of: key.declaration) else { return }
      let scalars = index.arguments(of: key.ordinal).map { Scalar($0) }
      let values = zip(program[key.declaration].parameters, scalars).compactMap { parameter, scalar in
        program.value(of: scalar, type: program.type(of: parameter.domain), texts: answer.texts)
      }
      answer.openFacts.append(OpenFact(declaration: key.declaration, arguments: values, weight: open.weight))
    }
  }
}

extension Program {
  /// The type of the values of a domain.
  package func type(of domain: DomainReference) -> ValueType {
    switch domain {
    case .type(let type): return type
    case .set(let set):
      if case .entities(_, of: let type) = self[set].elements { return .entity(type) }
      return .integer
    case .parties(let instrument):
      guard let fact = self[instrument].partyFact, let parameter = self[fact].parameters.first else { return .integer }
      return type(of: parameter.domain)
    }
  }
}
