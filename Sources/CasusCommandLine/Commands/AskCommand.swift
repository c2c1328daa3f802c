import ArgumentParser
import CasusAnalysis
import CasusDiagnostics
import CasusEngine
import CasusSemantics

/// `casus ask FILE QUERY`
struct AskCommand: CasusSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "ask", abstract: "Answer one query over what the files of a program state.")

  @Argument(help: ArgumentHelp("A program; - is standard input.", valueName: "file"))
  var file: String

  @Argument(help: ArgumentHelp("A condition or a value, as behind `ask`.", valueName: "query"))
  var query: String

  @Flag(
    name: .customLong("exit-status"),
    help: "End with 0 for true, 1 for false, 2 for unknown and 3 for contested.")
  var usesExitStatus = false

  @Flag(
    help: "Ask for the facts that the answer turns on, one at a time, until it is settled; then tell it, and why.")
  var interactive = false

  @OptionGroup var formatOption: AnswerFormatOption
  @OptionGroup var options: SharedOptions

  func validate() throws {
    guard interactive else { return }
    if formatOption.format != .text { throw ValidationError("--interactive is for people: it goes with --format text") }
    if file == "-" { throw ValidationError("--interactive reads the replies from standard input: name a file") }
  }

  func perform() throws(CommandFailure) -> ExitStatus {
    options.startTimer()
    if interactive { return try interview() }
    let console = options.console
    let reader = ProgramReader(options: options, console: console)
    let loaded = try reader.program(at: file)
    let asked = try reader.question(query, of: loaded)
    let question = asked.question
    let session = try QuestionSession(asked.program, options: options)
    var writer = AnswerWriter(formatOption.format, console: console, isQuiet: true)
    var facts: FactBase?
    var status = ExitStatus.success
    session.answer(.question(question), facts: &facts) { reply in
      switch reply.result {
      case .success(let report):
        writer.write(report, sectionDate: nil)
        status = self.status(of: report.outcome)
      case .failure(let error):
        reader.report([error.diagnostic(for: question)], in: asked.program.sources)
        status = error.status
      }
    }
    writer.finish()
    return status
  }

  /// Asks for what is open, and tells the answer in the end.
  private func interview() throws(CommandFailure) -> ExitStatus {
    let asked = try ScenarioQuestion(query, of: file, scenario: nil, options)
    let console = options.console
    do throws(EngineError) {
      var loop = try InterviewLoop(asked, console: console)
      guard let explanation = try loop.run() else { return .interrupted }
      console.write("\n" + ExplanationFormat.text.render(explanation, console: console))
      return status(of: explanation.answer.outcome)
    } catch {
      return asked.report(error)
    }
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
