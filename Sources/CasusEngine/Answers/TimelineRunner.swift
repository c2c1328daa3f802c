package import CasusSemantics
internal import CasusSyntax

/// Answers questions for all moments of a time: one evaluation, in which the moments at which something changes are the
/// lanes of one circuit.
package struct TimelineRunner {
  package let facts: FactBase
  package var limits: EngineLimits

  package init(_ facts: FactBase, limits: EngineLimits = EngineLimits()) {
    self.facts = facts
    self.limits = limits
  }

  /// The answer to each question, or why there is none.
  ///
  /// - Parameters:
  ///   - questions: their own dates do not count.
  ///   - from: the first moment that is answered for; nil for all the time before.
  ///   - to: the first moment that is answered for no longer; nil for all time to come.
  package func answers(
    to questions: [Question], from: Moment? = nil, to end: Moment? = nil
  ) -> [Result<TimelineAnswer, EngineError>] {
    var answers: [Result<TimelineAnswer, EngineError>] = []
    forEachAnswer(to: questions, from: from, to: end) { _, answer in answers.append(answer) }
    return answers
  }

  /// Gives the same one after the other: answers can be long, so that who only writes them down needs but one at a time.
  package func forEachAnswer(
    to questions: [Question], from: Moment? = nil, to end: Moment? = nil,
    _ body: (Question, Result<TimelineAnswer, EngineError>) -> Void
  ) {
    var facts = self.facts
    let plain = PlainTimelines(self, of: questions, from: from, to: end).answers()
    for (number, question) in questions.enumerated() {
      if let answer = plain[number] {
        body(question, answer)
        continue
      }
      do throws(EngineError) {
        body(question, .success(try answer(to: question, from, end, &facts)))
      } catch {
        body(question, .failure(error))
      }
    }
  }

  /// - Parameter facts: with the courses that earlier questions have read.
  func answer(
    to question: Question, _ from: Moment?, _ end: Moment?, _ facts: inout FactBase
  ) throws(EngineError) -> TimelineAnswer {
    let runner = QuestionRunner(facts, limits: limits)
    let last = end ?? .latest
    var lanes = [Lane(view: question.view, moment: last)]
    if question.view == nil { lanes += facts.views.map { Lane(view: $0, moment: last) } }
    var grounder = Grounder(facts, lanes: lanes, limits: limits, question: question.expression, looksBack: true)
    let rows = try runner.rows(of: question, &grounder)
    var norms: [NormNodes?] = []
    for row in rows { norms.append(try grounder.normNodes(of: question, row.values)) }
    try grounder.groundPending()
    let type = facts.program[question.expression].type
    let moving = grounder.circuit.movingValues()
    let isMoving = rows.contains { moving.contains($0.node) }
    let timeline = try grounder.answerTimeline(from: from, to: last, isMoving: isMoving)
    let roots = rows.map { $0.node } + norms.flatMap { $0?.all ?? [] }
    let views = runner.views(of: question, grounder, roots)
    facts.rememberCourses(of: grounder.circuit.toldFacts(in: facts.program), views: views)
    var evaluation = LaneEvaluation(
      grounder, facts, roots: roots, views: views, timeline: timeline, findsOpenInputs: false)
    evaluation.findWitnesses(for: type == .condition ? roots : norms.flatMap { $0?.all ?? [] })
    var reading = TimelineReading(
      runner: runner, grounder: grounder, evaluation: evaluation, type: type,
      looksBack: facts.looksBack(from: question.expression), isMoving: isMoving, start: from, end: end,
      remainingMoments: max(limits.maximumExactMoments - timeline.moments.count, limits.maximumExactMoments / 10))
    var answer = TimelineAnswer(rows: [], type: type, texts: grounder.texts)
    for (row, norm) in zip(rows, norms) {
      let intervals = try reading.intervals(of: row.node)
      if !row.values.isEmpty, intervals.allSatisfy({ $0.outcome == .truth(false) }) { continue }
      let events = try norm.map { (norm) throws(EngineError) in try reading.events(of: norm) } ?? []
      try limits.checkCancellation()
      answer.rows.append(.init(values: row.values, intervals: TimelineIntervals(intervals), events: events))
    }
    return answer
  }
}

extension Circuit {
  /// The cases of facts and rules that are read from what is told.
  fileprivate func toldFacts(in program: Program) -> [CaseKey] {
    inputs.compactMap { input in
      if case .told(let key) = input.source, !program.isEvent(key.declaration) { key } else { nil }
    }
  }
}

/// What tells the life of a norm's case; nodes that its kind does not have are false.
struct NormNodes {
  var owed: NodeID
  /// Whether it has happened by now, and whether it happens now.
  var fulfilled: NodeID
  var fulfilments: NodeID
  var breached: NodeID
  var breaches: NodeID

  var all: [NodeID] { [owed, fulfilled, fulfilments, breached, breaches] }
}

extension Grounder {
  /// The nodes of the norm that a question calls; nil where it asks for something else.
  /// - Parameter values: what the `any`s of the question stand for.
  fileprivate mutating func normNodes(of question: Question, _ values: [Value]) throws(EngineError) -> NormNodes? {
    var frame = [GroundValue](repeating: .constant(Scalar(0)), count: question.frameSize)
    var expression = question.expression
    if !values.isEmpty, case .quantified(.some, let binding, let body) = program[expression].kind {
      for (variable, value) in zip(binding.variables, values) { frame[variable.slot] = .constant(scalar(of: value)) }
      expression = body
    }
    guard case .call(let id, let arguments) = program[expression].kind,
      case .norm(let details) = program[id].kind
    else { return nil }
    let given = try self.values(arguments, &frame)
    func has(_ status: StatusKind) -> Bool { status.counts(details.modality) }
    return NormNodes(
      owed: has(.owed) ? try status(.owed, id, given) : .false,
      fulfilled: has(.fulfilled) ? try status(.fulfilled, id, given) : .false,
      fulfilments: has(.fulfilled) ? try occurrences(of: .fulfilled, id, given).moments : .false,
      breached: has(.breached) ? try status(.breached, id, given) : .false,
      breaches: has(.breached) ? try occurrences(of: .breached, id, given).moments : .false)
  }
}
