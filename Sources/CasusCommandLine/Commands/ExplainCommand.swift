import ArgumentParser
import CasusAnalysis
import CasusDiagnostics
import CasusEngine
import CasusSemantics

/// `casus explain FILE QUERY`
struct ExplainCommand: CasusSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell why an answer is what it is: the rules, with their articles, and the statements it rests on.",
    discussion: "What did not matter is left out; --all tells it too.")

  @Argument(help: ArgumentHelp("A program; - is standard input.", valueName: "file"))
  var file: String

  @Argument(help: ArgumentHelp("A condition or a value, as behind `ask`.", valueName: "query"))
  var query: String

  @Option(help: ArgumentHelp("The scenario whose statements, and date, count too.", valueName: "title"))
  var scenario: String?

  @Flag(help: "Tell every reason, and what did not apply.")
  var all = false

  @Option(help: ArgumentHelp("How the explanation is written.", valueName: "format"))
  var format: ExplanationFormat = .text

  @OptionGroup var options: SharedOptions

  func perform() throws(CommandFailure) -> ExitStatus {
    options.startTimer()
    let console = options.console
    let reader = ProgramReader(options: options, console: console)
    let loaded = try reader.program(at: file)
    let scenario = try self.scenario.map { (title) throws(CommandFailure) in try loaded.scenario(titled: title) }
    let asked = try reader.question(query, of: loaded)
    let session = try QuestionSession(asked.program, options: options)
    var question = asked.question
    question.view = session.view
    let moment = options.asOf ?? scenario?.asOf ?? Clock.today
    let facts = FactBase(asked.program.program, scenario: scenario?.statements ?? [])
    let runner = QuestionRunner(facts, limits: options.engineLimits)
    do throws(EngineError) {
      let derivation = try runner.derivation(of: question, asOf: moment)
      let norm = try runner.normReport(on: question, asOf: moment)
      let explanation = session.builder.explanation(of: derivation, norm, in: scenario, showsAll: all)
      console.write(format.render(explanation, console: console))
      if case .fault = explanation.answer.outcome { return .wrongInput }
      return .success
    } catch {
      reader.report([error.diagnostic(for: question)], in: asked.program.sources)
      return error.status
    }
  }
}

/// How explanations are written.
enum ExplanationFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  /// A tree for a terminal.
  case text

  fileprivate func render(_ explanation: Explanation, console: Console) -> String {
    switch self {
    case .text:
      var renderer = ExplanationTextRenderer(
        paint: Paint(isColored: console.colorsOutput), width: Console.isTerminal(1) ? console.outputWidth : 80)
      return renderer.render(explanation)
    }
  }
}
