import CasusAnalysis
import CasusEngine
import CasusSemantics

/// One query of the command line with all that is in sight of it: what analyses beyond an answer begin with.
struct ScenarioQuestion {
  let reader: ProgramReader
  let session: QuestionSession
  let question: Question
  /// The scenario that the command line names.
  let scenario: Scenario?
  /// Statements of the command line.
  let given: GivenStatements
  let moment: Moment
  let runner: QuestionRunner

  /// - Parameters:
  ///   - given: statements to take as given beside those of the file and the scenario.
  ///   - opensDecisions: whether what is merely presumed of a decision is left open.
  init(
    _ wanted: AskedOptions, given texts: [String] = [], opensDecisions: Bool = false, _ options: SharedOptions
  ) throws(CommandFailure) {
    try self.init(
      wanted.query, of: wanted.file, scenario: wanted.scenario, given: texts, opensDecisions: opensDecisions, options)
  }

  init(
    _ query: String, of file: String, scenario title: String?, given texts: [String] = [],
    opensDecisions: Bool = false, _ options: SharedOptions
  ) throws(CommandFailure) {
    reader = ProgramReader(options: options, console: options.console)
    let loaded = try reader.program(at: file)
    scenario = try title.map { (title) throws(CommandFailure) in try loaded.scenario(titled: title) }
    let asked = try reader.question(query, of: loaded)
    session = try QuestionSession(asked.program, options: options)
    var question = asked.question
    question.view = session.view
    self.question = question
    moment = options.asOf ?? scenario?.asOf ?? Clock.today
    let told = scenario?.statements ?? []
    given = try reader.given(texts, in: asked.program, behind: told)
    let program = asked.program.program
    let facts = FactBase(
      opensDecisions ? program.withDecisionsOpen : program, scenario: told + given.statements)
    runner = QuestionRunner(facts, limits: options.engineLimits)
  }

  var program: Program { session.loaded.program }

  /// Tells why there is no result, and what that makes of the run.
  func report(_ error: EngineError) -> ExitStatus {
    reader.report([error.diagnostic(for: question)], in: session.loaded.sources)
    return error.status
  }
}
