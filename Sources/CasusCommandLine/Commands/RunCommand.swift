import ArgumentParser
import CasusAnalysis
import CasusDiagnostics
import CasusEngine

/// `casus run FILE…`
struct RunCommand: CasusSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Answer every `ask` of a program, and tell every `expect` that fails.",
    discussion: "Ends with 1 where an expectation fails.")

  @Argument(
    help: ArgumentHelp("Programs, each on its own; - is standard input.", valueName: "file"), completion: .program)
  var files: [String]

  @OptionGroup var formatOption: AnswerFormatOption
  @OptionGroup var options: SharedOptions

  func perform() throws(CommandFailure) -> ExitStatus {
    options.startTimer()
    var run = ProgramRun(format: formatOption.format, options: options)
    var status = ExitStatus.success
    for file in files { status = status.then(run.run(file)) }
    run.finish()
    return status
  }
}

/// Answers the questions of programs, one after the other.
private struct ProgramRun {
  let options: SharedOptions
  let console: Console
  var writer: AnswerWriter
  private var holding = 0
  private var failing = 0
  private var status = ExitStatus.success

  init(format: AnswerFormat, options: SharedOptions) {
    self.options = options
    console = options.console
    writer = AnswerWriter(format, console: console, isQuiet: options.quiet)
  }

  mutating func run(_ file: String) -> ExitStatus {
    status = .success
    do throws(CommandFailure) {
      let reader = ProgramReader(options: options, console: console)
      let session = try QuestionSession(try reader.program(at: file), options: options)
      var facts: FactBase?
      for section in session.sections {
        session.answer(section, facts: &facts) { take($0, of: session, reader) }
      }
    } catch {
      if !error.message.isEmpty { console.message("casus: \(error.message)\n") }
      return error.status
    }
    return status
  }

  private mutating func take(_ reply: QuestionSession.Reply, of session: QuestionSession, _ reader: ProgramReader) {
    switch reply.result {
    case .failure(let error):
      reader.report([error.diagnostic(for: reply.question)], in: session.loaded.sources)
      status = status.then(error.status)
    case .success(let report):
      writer.write(report, sectionDate: reply.sectionDate)
      if case .fault = report.outcome { status = status.then(.wrongInput) }
      guard case .expect(_, let holds) = report.kind else { return }
      if holds { holding += 1 } else { failing += 1 }
      if !holds { status = status.then(.finding) }
    }
  }

  mutating func finish() {
    if holding + failing > 0 {
      let held = holding == 1 ? "1 expectation holds" : "\(holding) expectations hold"
      writer.remark(held + (failing == 0 ? "" : failing == 1 ? ", 1 fails" : ", \(failing) fail"))
    }
    writer.finish()
  }
}
