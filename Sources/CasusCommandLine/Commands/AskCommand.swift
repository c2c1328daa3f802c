import ArgumentParser
import CasusAnalysis
import CasusDiagnostics
import CasusEngine
import CasusSemantics

/// `casus ask FILE QUERY`
struct AskCommand: CasusSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "ask", abstract: "Answer one query over what the files of a program state.")

  @OptionGroup var question: AskedOptions

  @Flag(
    name: .customLong("exit-status"),
    help: "End with 0 for true, 1 for false, 2 for unknown and 3 for contested.")
  var usesExitStatus = false

  @Flag(
    help: "Ask for the facts that the answer turns on, one at a time, until it is settled; then tell it, and why.")
  var interactive = false

  @Flag(help: "Tell on standard error how large the decision diagram of the query is.")
  var statistics = false

  @OptionGroup var formatOption: AnswerFormatOption
  @OptionGroup var options: SharedOptions

  func validate() throws {
    guard interactive else { return }
    if formatOption.format != .text { throw ValidationError("--interactive is for people: it goes with --format text") }
    if question.file == "-" {
      throw ValidationError("--interactive reads the replies from standard input: name a file")
    }
  }

  func perform() throws(CommandFailure) -> ExitStatus {
    options.startTimer()
    let asked = try ScenarioQuestion(question, options)
    do throws(EngineError) {
      return interactive ? try interview(asked) : try answer(asked)
    } catch {
      return asked.report(error)
    }
  }

  private func answer(_ asked: ScenarioQuestion) throws(EngineError) -> ExitStatus {
    let answer = try asked.runner.answer(asked.question, asOf: asked.moment)
    let norm = try asked.runner.normReport(on: asked.question, asOf: asked.moment)
    let report = asked.session.builder.report(of: answer, norm, to: asked.question, in: asked.scenario)
    var writer = AnswerWriter(formatOption.format, console: options.console, isQuiet: true)
    writer.write(report, sectionDate: nil)
    writer.finish()
    if statistics { try tellStatistics(asked) }
    return status(of: report.outcome)
  }

  private func tellStatistics(_ asked: ScenarioQuestion) throws(EngineError) {
    let size = try asked.runner.diagramSize(of: asked.question, asOf: asked.moment)
    options.console.message(
      "decision diagram: \(size.variables) variables, \(size.nodes) nodes, at most \(size.greatestNodes) at once\n")
  }

  /// Asks for what is open, and tells the answer in the end.
  private func interview(_ asked: ScenarioQuestion) throws(EngineError) -> ExitStatus {
    let console = options.console
    var loop = try InterviewLoop(InterviewSubject(asked), console: console)
    guard let explanation = try loop.run() else { return .interrupted }
    console.write(ExplanationFormat.text.render(explanation, console: console))
    return status(of: explanation.answer.outcome)
  }

  private func status(of outcome: AnswerReport.Outcome) -> ExitStatus {
    if case .fault = outcome { return .wrongInput }
    guard usesExitStatus else { return .success }
    return ExitStatus(answer: outcome)
  }
}

extension ExitStatus {
  /// An answer as an exit code. A value counts as true where it is known; rows, where some case certainly holds.
  init(answer: AnswerReport.Outcome) {
    switch answer {
    case .truth(.true), .value(.single): self.init(code: 0)
    case .truth(.false): self.init(code: 1)
    case .truth(.unknown), .value: self.init(code: 2)
    case .truth(.contested): self.init(code: 3)
    case .rows(let rows):
      self.init(code: rows.isEmpty ? 1 : rows.contains { $0.answer == .true } ? 0 : 2)
    case .fault: self = .wrongInput
    }
  }
}
