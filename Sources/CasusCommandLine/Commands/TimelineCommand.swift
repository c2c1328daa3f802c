import ArgumentParser
import CasusAnalysis
import CasusDiagnostics
import CasusEngine
import CasusSemantics

/// `casus timeline FILE QUERY…`
struct TimelineCommand: CasusSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Tell over which periods each answer holds, and when a norm is owed, fulfilled or breached.",
    discussion: "A period goes up to its second date, and without it. Without --from and --to it is for all time.")

  @Argument(help: ArgumentHelp("A program; - is standard input.", valueName: "file"), completion: .program)
  var file: String

  @Argument(help: ArgumentHelp("Conditions or values, as behind `ask`; their dates do not count.", valueName: "query"))
  var queries: [String]

  @Option(
    help: ArgumentHelp("The first moment that is answered for.", valueName: "date"), transform: SharedOptions.moment)
  var from: Moment?

  @Option(
    help: ArgumentHelp("The first moment that is answered for no longer.", valueName: "date"),
    transform: SharedOptions.moment)
  var to: Moment?

  @Option(help: ArgumentHelp("The scenario whose statements count too.", valueName: "title"))
  var scenario: String?

  @Option(help: ArgumentHelp("How timelines are written.", valueName: "format"))
  var format: TimelineFormat = .text

  @OptionGroup var options: SharedOptions

  func validate() throws {
    if let from, let to, to <= from { throw ValidationError("--to must be later than --from") }
    if options.asOf != nil { throw ValidationError("a timeline is for all moments: use --from and --to") }
  }

  func perform() throws(CommandFailure) -> ExitStatus {
    options.startTimer()
    let console = options.console
    let reader = ProgramReader(options: options, console: console)
    let loaded = try reader.program(at: file)
    let told = try statements(of: loaded)
    let (program, questions) = try self.questions(of: loaded, reader)
    let session = try QuestionSession(program, options: options)
    let report = TimelineReport(
      file: loaded.name, scenario: scenario, accordingTo: session.view.map { program.program[$0].name }, from: from,
      to: to)
    var writer = TimelineWriter(report: report, format: format, console: console, isQuiet: options.quiet)
    var status = ExitStatus.success
    let asked = questions.map { question in
      var question = question
      question.view = session.view
      return question
    }
    let runner = TimelineRunner(FactBase(program.program, scenario: told), limits: options.engineLimits)
    var hasFault = false
    runner.forEachAnswer(to: asked, from: from, to: to) { question, result in
      switch result {
      case .success(let answer):
        hasFault = hasFault || answer.hasFault
        writer.add(answer, to: question, session.builder)
      case .failure(let error):
        reader.report([error.diagnostic(for: question)], in: program.sources)
        status = status.then(error.status)
      }
    }
    writer.end()
    return status.then(hasFault ? .wrongInput : .success)
  }

  /// The statements of the scenario that the command line names.
  private func statements(of loaded: LoadedProgram) throws(CommandFailure) -> [CheckedStatement] {
    guard let scenario else { return [] }
    return try loaded.scenario(titled: scenario).statements
  }

  /// The queries as questions, and the program with what they add to it.
  private func questions(
    of loaded: LoadedProgram, _ reader: ProgramReader
  ) throws(CommandFailure) -> (LoadedProgram, [Question]) {
    let named = queries.enumerated().map { number, query in
      (name: queries.count == 1 ? "<query>" : "<query \(number + 1)>", text: query)
    }
    let checked = checkQueries(named, in: loaded.program, sources: loaded.sources, limits: options.compilationLimits)
    guard !checked.questions.isEmpty else {
      reader.report(checked.diagnostics.filter { $0.severity == .error }, in: checked.sources)
      throw CommandFailure(status: checked.diagnostics.failureStatus, message: "")
    }
    var extended = loaded
    extended.program = checked.program
    extended.sources = checked.sources
    return (extended, checked.questions)
  }
}

/// How timelines are written.
enum TimelineFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  /// A table a query, for people.
  case text
  /// One object.
  case json
  case csv
  /// A picture for a paper.
  case svg
  /// The picture, and the tables, in a page that needs nothing else.
  case html
}

extension TimelineAnswer {
  fileprivate var hasFault: Bool {
    rows.contains { row in
      row.intervals.contains { if case .fault = $0.outcome { true } else { false } }
    }
  }
}
