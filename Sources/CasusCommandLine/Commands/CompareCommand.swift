import ArgumentParser
import CasusAnalysis
import CasusDiagnostics
import CasusEngine
import CasusSemantics

/// `casus compare FILE QUERY QUERY`, `casus compare FILE FILE QUERY`
struct CompareCommand: CasusSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract:
      "Tell whether two conditions, or one under two programs, are the same, and in which situations they part.",
    usage: """
      casus compare <file> <query> <query> [options]
             casus compare <file> <other file> <query> [options]
      """,
    discussion: """
      Everything open is tried, exactly. A situation is the least that must be told for the two to part: a scenario that \
      can be pasted into a test. What is only presumed may be told otherwise, too.
      """)

  @Argument(
    help: ArgumentHelp(
      "A program and two conditions; or two programs and one condition, which is then asked of both.",
      valueName: "file-or-query"), completion: .program)
  var operands: [String]

  @OptionGroup var scenarioOption: ScenarioOption

  @Flag(
    name: .customLong("keep-presumptions"),
    help: "Take what is presumed as certain where no file tells otherwise.")
  var keepsPresumptions = false

  @Option(help: ArgumentHelp("How many situations are listed, the smallest first.", valueName: "count"))
  var limit = 20

  @Flag(name: .customLong("exit-status"), help: "End with 1 where the two are not equivalent.")
  var exitStatus = false

  @Option(help: ArgumentHelp("How the comparison is written.", valueName: "format"))
  var format: ComparisonFormat = .text

  @OptionGroup var options: SharedOptions

  func validate() throws {
    if operands.count != 3 {
      throw ValidationError("name a program and two conditions, or two programs and one condition")
    }
    if !(1...1_000_000 ~= limit) { throw ValidationError("--limit must be from 1 to 1000000") }
  }

  func perform() throws(CommandFailure) -> ExitStatus {
    options.startTimer()
    let asked = try ComparedQuestions(
      operands, scenario: scenarioOption.scenario, options)
    var limits = SettlingLimits()
    limits.maximumSets = limit
    do throws(EngineError) {
      let (comparison, keepsPresumptions) = try asked.comparison(keepsPresumptions: keepsPresumptions, limits)
      if let failure = asked.failure(of: comparison) { return options.console.report(failure) }
      let report = asked.session.builder.report(
        of: comparison, asked.left, asked.right, of: asked.files, in: asked.scenario,
        keepsPresumptions: keepsPresumptions, maximumSituations: limit)
      options.console.write(format.render(report, console: options.console, isQuiet: options.quiet))
      return exitStatus && comparison.relation != .equivalent ? .finding : .success
    } catch {
      return asked.report(error)
    }
  }
}

/// How a comparison is written.
enum ComparisonFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  /// For people.
  case text
  /// One object.
  case json

  fileprivate func render(_ report: ComparisonReport, console: Console, isQuiet: Bool) -> String {
    switch self {
    case .text:
      ComparisonTextRenderer(
        paint: Paint(isColored: console.colorsOutput), width: Console.isTerminal(1) ? console.outputWidth : 80,
        isQuiet: isQuiet
      ).render(report)
    case .json: ComparisonJSONRenderer.render(report)
    }
  }
}
