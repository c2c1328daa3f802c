package import CasusEngine
package import CasusSemantics

/// Asks for one open fact at a time until an answer is settled.
///
/// The fact asked for is the one that decides most often by the decision diagram of the question, as it stands after
/// all that was replied. Only what can still tip the answer is asked for, each case once, and never what a statement
/// says is unknown: so there are never more questions than facts that matter at the start. A call with `any` is settled
/// once each of its cases is.
package struct Interview: Sendable {
  package let question: Question
  package let moment: Moment
  private let limits: EngineLimits
  /// How things stood at first, and after each reply.
  private var states: [State]

  private struct State {
    var facts: FactBase
    var answer: Answer
    /// The cases that were asked for.
    var asked: [OpenFact]
    var next: OpenFact?
  }

  package init(
    _ question: Question, facts: FactBase, asOf moment: Moment, limits: EngineLimits
  ) throws(EngineError) {
    self.question = question
    self.moment = moment
    self.limits = limits
    states = []
    states = [try state(of: facts, asked: [])]
  }

  private var current: State? { states.last }

  /// What is known, the replies included.
  package var facts: FactBase? { current?.facts }
  /// The answer as it stands.
  package var answer: Answer? { current?.answer }
  /// What to ask for; nil once the answer is settled, or nothing is left that somebody could tell.
  package var next: OpenFact? { current?.next }
  /// Whether nothing is open any more that somebody could tell.
  package var isSettled: Bool { current?.answer.factsToAsk.isEmpty ?? true }
  /// How many facts were asked for.
  package var count: Int { states.count - 1 }

  /// Takes what is known once the fact asked for was replied to, whatever the reply was.
  package mutating func reply(knowing facts: FactBase) throws(EngineError) {
    guard let current, let next = current.next else { return }
    states.append(try state(of: facts, asked: current.asked + [next]))
  }

  /// Takes the last reply back; false where there was none.
  package mutating func goBack() -> Bool {
    guard states.count > 1 else { return false }
    states.removeLast()
    return true
  }

  private func state(of facts: FactBase, asked: [OpenFact]) throws(EngineError) -> State {
    let answer = try QuestionRunner(facts, limits: limits).answer(question, asOf: moment)
    let next = answer.factsToAsk.first { isWorthAsking($0, facts, asked) }
    return State(facts: facts, answer: answer, asked: asked, next: next)
  }

  private func isWorthAsking(_ open: OpenFact, _ facts: FactBase, _ asked: [OpenFact]) -> Bool {
    if asked.contains(where: { $0.declaration == open.declaration && $0.arguments == open.arguments }) { return false }
    return !facts.isToldUnknown(open, view: question.view, at: moment)
  }
}

extension Answer {
  /// What is open and can still change it, what decides most often first.
  var factsToAsk: [OpenFact] {
    switch outcome {
    case .unknown: openFacts
    case .value(let set): set.isSingle ? [] : openFacts
    case .rows: openFactsOfRows
    case .truth, .contested, .fault: []
    }
  }
}

extension FactBase {
  /// The case that an open fact is.
  package func key(of open: OpenFact) -> CaseKey? {
    let scalars = open.arguments.map { GroundValue.constant(program.scalar(of: $0, texts: texts)) }
    return key(of: InstanceKey(declaration: open.declaration.index, arguments: scalars))
  }

  /// Whether a statement that counts says of a case that it is unknown.
  fileprivate func isToldUnknown(_ open: OpenFact, view: EntityID?, at moment: Moment) -> Bool {
    guard let key = key(of: open) else { return false }
    if program.isEvent(open.declaration) {
      return self.statements(of: key).contains { self.statements[Int($0)].told == .unknown }
    }
    return counting(key, view: view, at: moment).contains { self.statements[Int($0)].told == .unknown }
  }

  /// The period of the statement that counts for a case: what is told more of it is for that period. Nil: for all time.
  package func periodTold(of open: OpenFact, view: EntityID?, at moment: Moment) -> CheckedStatement.Time? {
    guard let key = key(of: open), program.isFact(open.declaration),
      let position = counting(key, view: view, at: moment).first
    else { return nil }
    return statements[Int(position)].time
  }
}
