internal import CasusDiagnostics
package import CasusSemantics
internal import CasusSyntax

/// A question's answer in one view at one moment, as exact functions of what is open.
///
/// Everything that can be asked beyond an answer is read off it: what settles the question, who can force it, where two
/// questions part, how likely it is. Functions are edges of one diagram, so they combine by its operations. Every
/// combination of variables is possible, so no case ever has to be ruled out; but a choice among n options has n − 1
/// variables, so counting must weigh them (``chanceOfTruth(of:)``).
package struct ExactModel: ~Copyable, Sendable {
  package var diagram: DecisionDiagram
  /// One for each question.
  package let functions: [ExactFunction]
  /// What the functions depend on, in the order in which evaluation met it.
  package let choices: [Choice]
  package let facts: FactBase
  package let view: EntityID?
  package let timeline: Timeline
  /// Texts by number, for reading values.
  package let texts: TextTable
  package let circuit: Circuit
  /// The unknowns behind the variables, and the leaves of values.
  let table: UnknownTable
  /// What each variable of the diagram decides.
  let variables: [DiagramAlgebra.Decision]

  /// The model of one or more questions over the same facts, all in one view and at one moment.
  ///
  /// The dates and views of the questions do not count. A call with `any` is the condition that some case of it holds.
  package init(
    of question: Question, and others: [Question] = [], facts: FactBase, asOf moment: Moment, view: EntityID?,
    limits: EngineLimits = EngineLimits()
  ) throws(EngineError) {
    let questions = [question] + others
    let looksBack = questions.contains { facts.looksBack(from: $0.expression) }
    var grounder = Grounder(
      facts, lanes: [Lane(view: view, moment: moment)], limits: limits, question: question.expression,
      looksBack: looksBack)
    var roots: [Root] = []
    for question in questions {
      let frame = [GroundValue](repeating: .constant(Scalar(0)), count: question.frameSize)
      let node = try grounder.ground(question.expression, frame: frame)
      roots.append(Root(node: node, isValue: facts.program[question.expression].type != .condition))
    }
    let timeline = try grounder.timeline(asked: moment).refined(by: grounder.measures)
    do {
      try self.init(
        grounder.circuit, roots: roots, facts: grounder.facts, view: view, span: ExactSpan(timeline: timeline), nil,
        texts: grounder.texts, limits: limits)
    } catch {
      try limits.checkCancellation()
      switch error {
      case .diagramLimit: throw .limit(.diagram(limits.maximumDiagramNodes))
      case .steps: throw .limit(.steps(limits.maximumSteps))
      }
    }
  }

  /// A node whose function is wanted.
  struct Root {
    var node: NodeID
    var isValue: Bool
  }

  /// Evaluates until no comparison asks for a cut that was not there when its unknown was given its variables.
  init(
    _ circuit: Circuit, roots: [Root], facts: FactBase, view: EntityID?, span: ExactSpan, _ told: ToldOverTime?,
    texts: TextTable, limits: EngineLimits
  ) throws(EvaluationStop) {
    let timeline = span.timeline
    var table = UnknownTable()
    let components = circuit.askingInputsInOrder(circuit.components(from: roots.map { $0.node }))
    for _ in 0..<64 {
      table.hasGrown = false
      let algebra = DiagramAlgebra(
        circuit, facts: facts, view: view, timeline: timeline, told, table: table, limits: limits.diagramLimits,
        firstRoom: limits.initialDiagramNodes)
      var evaluator = CircuitEvaluator(circuit, algebra: algebra, limits: limits)
      if let past = span.past { evaluator.begin(behind: past) }
      for lane in timeline.moments.indices.dropFirst(span.past == nil ? 0 : 1) {
        try evaluator.run(components)
        if lane + 1 < timeline.moments.count { evaluator.advance() }
      }
      evaluator.algebra.openAllRoom()
      var functions: [ExactFunction] = []
      for root in roots { functions.append(try evaluator.function(of: root)) }
      if !evaluator.algebra.table.hasGrown {
        self.init(evaluator.takeAlgebra(), functions, texts)
        return
      }
      table = evaluator.algebra.table
    }
    throw .steps
  }

  private init(_ finished: consuming DiagramAlgebra, _ functions: [ExactFunction], _ texts: TextTable) {
    var algebra = finished
    algebra.diagram.collectGarbage(keeping: functions.flatMap { $0.planes })
    self.functions = functions
    self.texts = texts
    choices = algebra.choices(deciding: functions.flatMap { $0.planes })
    facts = algebra.facts
    view = algebra.view
    timeline = algebra.timeline
    circuit = algebra.circuit
    table = algebra.table
    variables = algebra.variables
    diagram = algebra.diagram
  }
}

extension CircuitEvaluator<DiagramAlgebra> {
  fileprivate mutating func function(of root: ExactModel.Root) throws(EvaluationStop) -> ExactFunction {
    guard root.isValue else { return .truth(truth(root.node)) }
    let value = value(root.node)
    let pieces = try algebra.pieces(of: value).filter { $0.holds != .false }
    return .value(pieces.map { ValuePiece(holds: $0.holds, leaf: $0.leaf) })
  }
}
