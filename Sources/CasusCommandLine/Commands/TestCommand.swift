import ArgumentParser
import CasusAnalysis
import CasusDiagnostics
import CasusEngine

/// `casus test PATH…`
struct TestCommand: CasusSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run every scenario that expects something.",
    discussion: "Ends with 1 where an expectation fails.")

  @Argument(
    help: ArgumentHelp("Programs, or folders in which to look for *.casus.", valueName: "path"), completion: .program)
  var paths: [String]

  @Option(help: ArgumentHelp("Run only scenarios in whose title this occurs.", valueName: "text"))
  var filter: String?

  @Option(help: ArgumentHelp("How results are written.", valueName: "format"))
  var format: TestFormat = .text

  @Flag(help: "Tell which rules, exceptions, norms and conditions no expectation has decided on both sides.")
  var coverage = false

  @OptionGroup var options: SharedOptions

  func perform() throws(CommandFailure) -> ExitStatus {
    if coverage, format == .junit {
      throw CommandFailure(status: .usage, message: "--coverage is told as text or as JSON, not as JUnit")
    }
    options.startTimer()
    let console = options.console
    var status = ExitStatus.success
    var results: [ScenarioResult] = []
    var decided = CoverageReport()
    for path in paths {
      do throws(CommandFailure) {
        for file in try ProgramFiles.named(path) {
          var runner = TestRunner(
            options: options, console: console, filter: filter, measuresCoverage: coverage)
          status = status.then(runner.run(file))
          results += runner.results
          if let more = runner.coverage { decided.add(more) }
          if format == .text { console.write(TestTextRenderer.failures(in: runner.results, console: console)) }
        }
      } catch {
        console.message("casus: \(error.message)\n")
        status = status.then(error.status)
      }
    }
    switch format {
    case .text:
      if !options.quiet { console.write(TestTextRenderer.summary(of: results)) }
      if coverage { console.write(CoverageTextRenderer(width: console.outputWidth).render(decided)) }
    case .json: console.write(TestJSONRenderer.render(results, coverage ? decided : nil))
    case .junit: console.write(JUnitRenderer.render(results))
    }
    return status
  }
}

/// How the results of tests are written.
enum TestFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  case text
  /// One array with an object a scenario.
  case json
  /// The XML that build servers read.
  case junit
}
