import CasusAnalysis
import CasusDiagnostics
import CasusEngine
import CasusSemantics

/// Two questions of the command line over the same facts: of one program, or one question of two.
struct ComparedQuestions {
  let reader: ProgramReader
  let session: QuestionSession
  let left: Question
  let right: Question
  /// The names of the programs, where there are two.
  let files: ComparisonReport.Files?
  let scenario: Scenario?
  let moment: Moment
  private let scenarioStatements: [CheckedStatement]
  private let limits: EngineLimits
  /// Facts that the two programs tell otherwise.
  private let toldOtherwise: Set<DeclarationID>

  /// - Parameter operands: a file and two queries, or two files and a query.
  init(
    _ operands: [String], scenario title: String?, _ options: SharedOptions
  ) throws(CommandFailure) {
    reader = ProgramReader(options: options, console: options.console)
    let loaded = try reader.program(at: operands[0])
    scenario = try title.map { (title) throws(CommandFailure) in try loaded.scenario(titled: title) }
    let isOfTwoPrograms = ProgramFiles.isFile(operands[1])
    files = isOfTwoPrograms ? .init(left: operands[0], right: operands[1]) : nil
    let asked: (program: LoadedProgram, left: Question, right: Question)
    if isOfTwoPrograms {
      let other = try reader.program(at: operands[1])
      let first = try reader.question(operands[2], of: loaded)
      let second = try reader.question(operands[2], of: other)
      let linked = try Self.linked(first, second)
      asked = (linked.program, first.question, linked.question)
      toldOtherwise = linked.toldOtherwise
    } else {
      let first = try reader.question(operands[1], of: loaded)
      let second = try reader.question(operands[2], of: first.program)
      asked = (second.program, first.question, second.question)
      toldOtherwise = []
    }
    for question in [asked.left, asked.right] where asked.program.program[question.expression].type != .condition {
      throw CommandFailure(
        status: .usage,
        message: "only conditions are compared: of a value ask one, as in `\(question.text.safe) >= …`")
    }
    session = try QuestionSession(asked.program, options: options)
    var left = asked.left
    left.view = session.view
    self.left = left
    right = asked.right
    moment = options.asOf ?? scenario?.asOf ?? Clock.today
    scenarioStatements = scenario?.statements ?? []
    limits = options.engineLimits
  }

  /// How the two relate, and whether what is presumed was taken as certain: because it is wanted, or because with all
  /// of it open the comparison would grow too large.
  func comparison(
    keepsPresumptions: Bool, _ settlingLimits: SettlingLimits
  ) throws(EngineError) -> (comparison: QuestionComparison, keepsPresumptions: Bool) {
    let program = session.loaded.program
    func compared(_ program: Program, _ limits: EngineLimits) throws(EngineError) -> QuestionComparison {
      try QuestionRunner(FactBase(program, scenario: scenarioStatements), limits: limits).comparison(
        of: left, with: right, presumingAs: session.loaded.program, asOf: moment, limits: settlingLimits)
    }
    if !keepsPresumptions {
      // Where it does not fit, something must be left for what then is done in its place.
      var small = limits
      small.maximumDiagramNodes = limits.maximumDiagramNodes / 4
      do throws(EngineError) {
        return (try compared(program.withPresumptionsOpen, small), false)
      } catch {
        guard case .limit = error else { throw error }
      }
    }
    return (try compared(program, limits), true)
  }

  private static func linked(
    _ first: AskedQuery, _ second: AskedQuery
  ) throws(CommandFailure) -> (program: LoadedProgram, question: Question, toldOtherwise: Set<DeclarationID>) {
    var sources = first.program.sources
    for source in second.program.sources.sources { _ = sources.add(source) }
    do throws(LinkFailure) {
      let linked = try first.program.program.linked(
        with: second.program.program, asking: second.question,
        sourcesBefore: first.program.sources.sources.count)
      let program = LoadedProgram(name: first.program.name, program: linked.program, sources: sources)
      return (program, linked.question, linked.toldOtherwise)
    } catch {
      throw CommandFailure(status: .wrongInput, message: error.message)
    }
  }

  /// Why a comparison says nothing: it turns on what cannot be told of both programs at once.
  func failure(of comparison: QuestionComparison) -> CommandFailure? {
    guard let fact = comparison.declarations.intersection(toldOtherwise).min() else { return nil }
    return CommandFailure(
      status: .wrongInput,
      message: "the two programs tell `\(session.loaded.program[fact].qualifiedName.safe)` otherwise: "
        + "compare the rules alone, in files that tell the same")
  }

  /// Tells why there is no result, and what that makes of the run.
  func report(_ error: EngineError) -> ExitStatus {
    reader.report([error.diagnostic(for: left)], in: session.loaded.sources)
    return error.status
  }
}

extension LinkFailure {
  fileprivate var message: String {
    switch self {
    case .declaredOtherwise(let name):
      "the two programs declare `\(name.safe)` otherwise: what is told of it in one does not fit the other"
    case .readsStatusOfAct:
      "programs that read the status of an act are not compared: name the norm, as in `owed(NORM(…))`"
    }
  }
}
