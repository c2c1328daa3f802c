import ArgumentParser
import CasusAnalysis
import CasusDiagnostics
import CasusEngine
import CasusSemantics

/// What `triggers` and `safeguards` share: all but what the condition is to be settled as.
struct SettlingOptions: ParsableArguments {
  @OptionGroup var question: AskedOptions

  @Option(
    help: ArgumentHelp(
      "How many sets are listed, the smallest first: 20, or 1000 as JSON, unless this says otherwise.",
      valueName: "count"))
  var limit: Int?

  @Option(help: ArgumentHelp("How the sets are written.", valueName: "format"))
  var format: SettlingFormat = .text

  @OptionGroup var options: SharedOptions

  func validate() throws {
    if let limit, !(1...1_000_000 ~= limit) { throw ValidationError("--limit must be from 1 to 1000000") }
  }

  func perform(_ aim: SettlingAim) throws(CommandFailure) -> ExitStatus {
    options.startTimer()
    let asked = try ScenarioQuestion(question, options)
    guard asked.program[asked.question.expression].type == .condition else {
      throw CommandFailure(
        status: .usage,
        message:
          "only a condition can be made true or ruled out: compare the value, as in `\(question.query.safe) >= …`")
    }
    var limits = SettlingLimits()
    limits.maximumSets = limit ?? format.usualLimit
    do throws(EngineError) {
      let sets = try asked.runner.settlingSets(for: asked.question, as: aim, asOf: asked.moment, limits: limits)
      let report = asked.session.builder.report(
        of: sets, as: aim, for: asked.question, asOf: asked.moment, in: asked.scenario)
      let console = options.console
      console.write(format.render(report, console: console, isQuiet: options.quiet))
      return .success
    } catch {
      return asked.report(error)
    }
  }
}

/// How sets of statements are written.
enum SettlingFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  /// For people.
  case text
  /// One object.
  case json

  /// As many sets as people read, or programs.
  fileprivate var usualLimit: Int { self == .text ? 20 : 1_000 }

  fileprivate func render(_ report: SettlingReport, console: Console, isQuiet: Bool) -> String {
    switch self {
    case .text:
      SettlingTextRenderer(
        paint: Paint(isColored: console.colorsOutput), width: Console.isTerminal(1) ? console.outputWidth : 80,
        isQuiet: isQuiet
      ).render(report)
    case .json: SettlingJSONRenderer.render(report)
    }
  }
}
