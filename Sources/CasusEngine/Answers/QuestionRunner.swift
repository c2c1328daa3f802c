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
    let answer = try computedAnswer(to: question, asOf: moment)
    try limits.checkCancellation()
    return answer
  }

  private func computedAnswer(to question: Question, asOf moment: Moment) throws(EngineError) -> Answer {
    var (grounder, rows) = try ground(question, asOf: moment)
    return try answer(question, asOf: moment, &grounder, rows)
  }

  /// - Parameter rows: what the question came to, as it was grounded.
  func answer(
    _ question: Question, asOf moment: Moment, _ grounder: inout Grounder, _ rows: [(values: [Value], node: NodeID)]
  ) throws(EngineError) -> Answer {
    // An expectation is compared with the outcome alone: what an answer rests on is for those who ask.
    let isAsked = question.expected == nil
    let conflicts = isAsked ? try grounder.unrankedPairs() : []
    let roots = rows.map { $0.node } + conflicts.map { $0.node }
    let evaluation = LaneEvaluation(
      grounder, roots: roots, views: views(of: question, grounder, roots),
      timeline: try grounder.timeline(asked: moment),
      findsOpenInputs: isAsked)
    let type = facts.program[question.expression].type
    if rows.count == 1, rows[0].values.isEmpty {
      var answer = answer(rows[0].node, type, grounder, evaluation)
      if isAsked {
        answer.presumptions = presumptions(of: question, answer, savedSteps: grounder.searchRecord.savedSteps)
      }
      answer.conflicts = conflicts.compactMap { real($0.conflict, $0.node, evaluation) }
      return answer
    }
    var answers: [Answer.Row] = []
    var openFacts: [OpenFact] = []
    for row in rows {
      let answer = answer(row.node, type, grounder, evaluation)
      if case .fault = answer.outcome { return answer }
      if answer.outcome != .truth(false) {
        answers.append(.init(values: row.values, outcome: answer.outcome, isProved: answer.isProved))
      }
      openFacts.merge(answer.openFacts)
    }
    var answer = Answer(
      outcome: .rows(answers), values: nil, type: type,
      finding: Finding(.truth(nil), isProved: answers.allSatisfy { $0.isProved }), views: [], asOf: moment,
      openFacts: [], gaps: [], texts: grounder.texts)
    answer.openFactsOfRows = openFacts.sorted { $0.weight ?? 0 > $1.weight ?? 0 }.map {
      OpenFact(declaration: $0.declaration, arguments: $0.arguments)
    }
    return answer
  }

  /// The conflict, where both norms may be in effect.
  private func real(_ conflict: NormConflict, _ node: NodeID, _ evaluation: LaneEvaluation) -> NormConflict? {
    let last = evaluation.timeline.moments.count - 1
    let finding = evaluation.finding(of: node, type: .condition, view: 0, moment: last)
    if finding.result == .truth(false) { return nil }
    var conflict = conflict
    conflict.isCertain = finding.result == .truth(true)
    return conflict
  }

  func ground(
    _ question: Question, asOf moment: Moment, records: Bool = false, isThorough: Bool = false
  ) throws(EngineError) -> (Grounder, [(values: [Value], node: NodeID)]) {
    var grounder = grounder(
      of: question, lanes(of: question, asOf: moment), records: records, isThorough: isThorough)
    let rows = try rows(of: question, &grounder)
    return (grounder, rows)
  }

  func grounder(
    of question: Question, _ lanes: [Lane], records: Bool = false, isThorough: Bool = false
  ) -> Grounder {
    Grounder(
      facts, lanes: lanes, limits: limits, question: question.expression, records: records, isThorough: isThorough)
  }

  /// The view that the question names; else none, and all there are.
  func lanes(of question: Question, asOf moment: Moment) -> [Lane] {
    if let view = question.view { return [Lane(view: view, moment: moment)] }
    return facts.lanesOfAllViews(at: moment)
  }

  /// The view that the question names; else none, and those whose statements bear on what was grounded of it.
  func views(of question: Question, _ grounder: Grounder, _ nodes: [NodeID]) -> [EntityID?] {
    if let view = question.view { return [view] }
    let bearing = grounder.views(of: nodes)
    var views: [EntityID?] = [nil]
    for view in facts.views where bearing.contains(view) { views.append(view) }
    return views
  }

  /// One node, or one for each combination of what the `any`s of the question stand for.
  func rows(
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
      return (.true, true)
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
    _ root: NodeID, _ type: ValueType, _ grounder: Grounder, _ evaluation: LaneEvaluation
  ) -> Answer {
    let last = evaluation.timeline.moments.count - 1
    let findings = evaluation.views.indices.map {
      evaluation.finding(of: root, type: type, view: $0, moment: last)
    }
    var answer = Answer(
      outcome: outcome(of: findings), values: nil, type: type, finding: findings[0], views: [],
      asOf: evaluation.timeline.asked, openFacts: [], gaps: [], texts: grounder.texts)
    for (view, finding) in zip(evaluation.views, findings).dropFirst() {
      guard let view, !finding.agrees(with: findings[0]) else { continue }
      answer.views.append(.init(name: view, finding: finding))
    }
    if case .values(let set) = findings[0].result { answer.values = set }
    if let faulty = findings.firstIndex(where: { $0.result == .fault }) {
      answer.outcome = .fault(evaluation.fault(of: root, view: faulty, moment: last))
    } else if !findings[0].isSettled && answer.outcome != .contested {
      for open in findings[0].open { add(open, to: &answer, circuit: evaluation.circuit) }
    }
    return answer
  }

  /// Contested where one lane says what another excludes, else what the first says.
  func outcome(of findings: [Finding]) -> Answer.Outcome {
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
    case .told: if let fact = fact(circuit[open.input], weight: open.weight) { answer.openFacts.append(fact) }
    }
  }
}

extension [OpenFact] {
  /// Adds what is open in another case of a call with `any`.
  fileprivate mutating func merge(_ others: [OpenFact]) {
    for open in others {
      if let known = firstIndex(where: { $0.declaration == open.declaration && $0.arguments == open.arguments }) {
        self[known].weight = (self[known].weight ?? 0) + (open.weight ?? 0)
      } else {
        append(open)
      }
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
