import ArgumentParser
import CasusAnalysis
import CasusDiagnostics
import CasusEngine
import CasusSemantics

/// `casus chance FILE QUERY`
struct ChanceCommand: CasusSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "chance",
    abstract: "Tell how likely a condition is, exactly, from how likely open facts are.",
    discussion: """
      Facts that have a chance are independent of one another. Of those that have none nothing is assumed: then there \
      is a range.
      """)

  @OptionGroup var question: AskedOptions

  @Option(
    help: ArgumentHelp(
      "How likely a condition about one open fact is, such as 'at_war(Alba)=0.3' or 'troops >= 10 = 1/3'; may be "
        + "repeated.",
      valueName: "condition=chance"))
  var chance: [String] = []

  @Option(
    help: ArgumentHelp(
      "A file of such lines; blank ones, and those that begin with //, are left out.", valueName: "file"),
    completion: .file())
  var chances: String?

  @Option(help: ArgumentHelp("How the answer is written.", valueName: "format"))
  var format: ChanceFormat = .text

  @OptionGroup var options: SharedOptions

  func perform() throws(CommandFailure) -> ExitStatus {
    options.startTimer()
    let asked = try ScenarioQuestion(question, options)
    guard asked.program[asked.question.expression].type == .condition else {
      throw CommandFailure(
        status: .usage, message: "only a condition has a chance: compare the value, as in `\(question.query.safe) >= …`"
      )
    }
    let given = try GivenChances(try lines(), of: asked)
    do throws(EngineError) {
      let runner = QuestionRunner(asked.runner.facts.asked(in: given.program), limits: options.engineLimits)
      switch try runner.chance(of: asked.question, given: given.chances, asOf: asked.moment) {
      case .success(let chance):
        let report = asked.session.builder.report(
          of: chance, for: asked.question, given: given.conditions, in: asked.scenario)
        options.console.write(format.render(report, console: options.console, isQuiet: options.quiet))
        return .success
      case .failure(let failure):
        return options.console.report(
          CommandFailure(status: .wrongInput, message: failure.message(given.conditions)))
      }
    } catch {
      return asked.report(error)
    }
  }

  private func lines() throws(CommandFailure) -> [String] {
    guard let chances else { return chance }
    let bytes = try ProgramFiles.read(chances, maximumSize: options.maximumFileSize)
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: { $0.isNewline }).map { $0.trimmed }
    return chance + lines.filter { !$0.isEmpty && !$0.hasPrefix("//") }
  }
}

/// How a chance is written.
enum ChanceFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  /// For people.
  case text
  /// One object.
  case json

  fileprivate func render(_ report: ChanceReport, console: Console, isQuiet: Bool) -> String {
    switch self {
    case .text:
      ChanceTextRenderer(
        paint: Paint(isColored: console.colorsOutput), width: Console.isTerminal(1) ? console.outputWidth : 80,
        isQuiet: isQuiet
      ).render(report)
    case .json: ChanceJSONRenderer.render(report)
    }
  }
}

extension ChanceFailure {
  fileprivate func message(_ conditions: [String]) -> String {
    func name(_ number: Int) -> String { "--chance: `\(conditions[number].safe)`" }
    switch self {
    case .settled(let number): return name(number) + " is settled already"
    case .notOneFact(let number): return name(number) + " does not speak of one open fact alone"
    case .overlapping(let number): return name(number) + " overlaps with what another says of the same fact"
    case .tooMuch(let number): return name(number) + ": the chances of one fact add up to more, or to less, than one"
    case .fault: return "the question may fail: `casus ask` tells where"
    }
  }
}
