internal import CasusDiagnostics
package import CasusSemantics

/// A condition that is asked of many cases, which differ in what they tell of some facts, the slots.
///
/// What a case tells of a slot counts as what a scenario tells, of all time and in nobody's view: it comes before what files
/// say of the same, and a slot that is not known is told to be unknown, which lifts what is presumed of it.
///
/// Where it can, the question becomes a ``SlotProgram``; else each case is asked of the engine. The answers are the same.
package struct PreparedQuestion: Sendable {
  package let question: Question
  package let slots: [Slot]
  package let moment: Moment
  package let limits: EngineLimits
  /// What is known beside the slots.
  package let facts: FactBase
  /// Whether ``program`` decides; else only the engine can answer.
  package let isFlat: Bool
  /// Always there, so that asking it copies nothing; of no meaning where the question is not flat.
  let program: SlotProgram
  let completions: SlotCompletions
  /// Of the texts that the question meets.
  package let texts: TextTable
  /// Whether a slot can make a difference, where that can be told.
  package let isRead: [Bool]

  /// - Parameters:
  ///   - question: a condition, without `any`.
  ///   - facts: what is known; what its scenario tells of slots, in nobody's view, is set aside.
  package init(
    _ question: Question, of slots: [Slot], given facts: FactBase, asOf moment: Moment, limits: EngineLimits
  ) throws(EngineError) {
    var question = question
    // What an answer rests on is not asked, as it is not of an expectation.
    question.expected = .unknown
    question.asOf = moment
    self.question = question
    self.slots = slots
    self.moment = moment
    self.limits = limits
    let kept = facts.statements.scenario.filter { statement in
      !statement.views.isEmpty || !slots.contains { $0.isNamed(by: statement) }
    }
    self.facts = facts.with(scenario: kept)
    let open = self.facts.with(scenario: kept + slots.map { $0.statement(.unknown) })
    let runner = QuestionRunner(open, limits: limits)
    let (grounder, rows) = try runner.ground(question, asOf: moment)
    texts = grounder.texts
    let reachable = grounder.circuit.inputs(below: rows.map { $0.node }).map { grounder.circuit[$0].source }
    let lane = Lane(view: question.view, moment: moment)
    let isFlat = PreparedQuestion.isFlat(question, slots, open, grounder, rows)
    let compiled = isFlat ? PreparedQuestion.compiled(grounder, open, lane, slots, rows) : nil
    self.isFlat = compiled != nil
    program = compiled ?? SlotProgram(SlotFormulas { _ in true }, root: SlotFormulas.never, inputs: [])
    completions = SlotCompletions(program)
    isRead = slots.indices.map { slot in
      guard let source = open.source(of: slots[slot]), !slots[slot].namesParties(in: open.program) else { return true }
      return reachable.contains(source)
    }
  }

  /// Whether one circuit serves all cases, and says the same in every view.
  private static func isFlat(
    _ question: Question, _ slots: [Slot], _ facts: FactBase, _ grounder: Grounder,
    _ rows: [(values: [Value], node: NodeID)]
  ) -> Bool {
    let isPlain = !grounder.isTemporal && rows.count == 1 && rows[0].values.isEmpty
    return isPlain && grounder.views(of: rows.map { $0.node }).isEmpty
      && slots.allSatisfy { $0.isPlain(in: facts) && facts.source(of: $0) != nil }
  }

  private static func compiled(
    _ grounder: Grounder, _ facts: FactBase, _ lane: Lane, _ slots: [Slot],
    _ rows: [(values: [Value], node: NodeID)]
  ) -> SlotProgram? {
    var compiler = SlotCompiler(grounder.circuit, facts: facts, lane: lane, slots: slots)
    guard let row = rows.first, let root = try? compiler.compile(row.node) else { return nil }
    return SlotProgram(compiler.formulas, root: root, inputs: compiler.inputs)
  }

  /// A case of which nothing is known.
  package var openCase: SlotCase {
    SlotCase(isFlat ? program.openWords : slots.map { SlotWord.unknown($0.type) })
  }
}

extension Slot {
  /// The statement that tells it of all time.
  func statement(_ told: Told) -> CheckedStatement {
    CheckedStatement(
      declaration: declaration, arguments: arguments.map { .some($0) }, told: told,
      time: .period(from: nil, until: nil), views: [], span: .init(source: .init(-1), start: 0, end: 0))
  }

  /// Whether a statement names it, and no other case.
  fileprivate func isNamed(by statement: CheckedStatement) -> Bool {
    // Element by element: Embedded Swift has no conversion between lists.
    statement.declaration == declaration && statement.arguments.count == arguments.count
      && arguments.indices.allSatisfy { statement.arguments[$0] == arguments[$0] }
  }

  /// Whether what it is told to be changes nothing but the answer of one input.
  fileprivate func isPlain(in facts: FactBase) -> Bool {
    guard case .fact = facts.program[declaration].kind, type != .duration else { return false }
    return !namesParties(in: facts.program)
  }

  /// Whether it says of somebody that he is a party, so that rules range over others.
  fileprivate func namesParties(in program: Program) -> Bool {
    program.instruments.contains { $0.partyFact == declaration }
  }
}
