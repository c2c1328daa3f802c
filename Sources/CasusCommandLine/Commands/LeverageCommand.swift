import ArgumentParser
import CasusAnalysis
import CasusDiagnostics
import CasusEngine
import CasusSemantics

/// `casus leverage FILE QUERY`
struct LeverageCommand: CasusSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "leverage",
    abstract: "Tell who can force a condition and who can block it, alone and together, whatever all others decide.",
    discussion: """
      Who decides what is said by `decided by`. What nobody decides is held open: only what holds either way is forced \
      or blocked. What is merely presumed of a decision does not count as decided.
      """)

  @OptionGroup var question: AskedOptions

  @Option(
    help: ArgumentHelp(
      "A statement to take as given, such as 'deny at_war(Alba)'; may be repeated.", valueName: "statement"))
  var given: [String] = []

  @Flag(help: "Add the power indices of Shapley and Shubik and of Banzhaf, as exact fractions.")
  var indices = false

  @Option(
    help: ArgumentHelp("How many minimal groups are shown on each side, the smallest first.", valueName: "count"))
  var limit: Int?

  @Option(help: ArgumentHelp("How the answer is written.", valueName: "format"))
  var format: LeverageFormat = .text

  @OptionGroup var options: SharedOptions

  func validate() throws {
    if let limit, !(1...1_000_000 ~= limit) { throw ValidationError("--limit must be from 1 to 1000000") }
  }

  func perform() throws(CommandFailure) -> ExitStatus {
    options.startTimer()
    let asked = try ScenarioQuestion(
      question, given: given, opensDecisions: true, options)
    guard asked.program[asked.question.expression].type == .condition else {
      throw CommandFailure(
        status: .usage,
        message: "only a condition can be forced or blocked: compare the value, as in `\(question.query.safe) >= …`")
    }
    let result: Result<Leverage, Answer.Fault>
    do throws(EngineError) {
      result = try asked.runner.leverage(
        of: asked.question, asOf: asked.moment, indices: indices || format == .svg, limits: limits)
    } catch {
      return asked.report(error)
    }
    let builder = asked.session.builder
    switch result {
    case .success(let leverage):
      let report = builder.report(of: leverage, for: asked.question, in: asked.scenario, given: asked.given.texts)
      options.console.write(
        format.render(report, shownGroups: limit ?? 5, console: options.console, isQuiet: options.quiet))
      return .success
    case .failure(let fault):
      let place = builder.place(of: fault.span)
      throw CommandFailure(
        status: .wrongInput, message: "the question may fail: \(fault.message) (\(place.file.safe):\(place.line))")
    }
  }

  private var limits: LeverageLimits {
    var limits = LeverageLimits()
    limits.maximumGroups = max(limit ?? 0, limits.maximumGroups)
    return limits
  }
}

/// How leverage is written.
enum LeverageFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  /// For people.
  case text
  /// One object.
  case json
  /// A bar chart of the power indices.
  case svg

  fileprivate func render(
    _ report: LeverageReport, shownGroups: Int, console: Console, isQuiet: Bool
  ) -> String {
    switch self {
    case .text:
      LeverageTextRenderer(
        paint: Paint(isColored: console.colorsOutput), width: Console.isTerminal(1) ? console.outputWidth : 80,
        shownGroups: shownGroups, isQuiet: isQuiet
      ).render(report)
    case .json: LeverageJSONRenderer.render(report)
    case .svg: LeverageSVGRenderer(report).render()
    }
  }
}
