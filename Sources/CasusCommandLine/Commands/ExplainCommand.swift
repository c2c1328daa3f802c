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

  @OptionGroup var question: AskedOptions

  @Flag(help: "Tell every reason, and what did not apply.")
  var all = false

  @Option(help: ArgumentHelp("How the explanation is written.", valueName: "format"))
  var format: ExplanationFormat = .text

  @OptionGroup var options: SharedOptions

  func perform() throws(CommandFailure) -> ExitStatus {
    options.startTimer()
    let asked = try ScenarioQuestion(question, options)
    do throws(EngineError) {
      let derivation = try asked.runner.derivation(of: asked.question, asOf: asked.moment)
      let norm = try asked.runner.normReport(on: asked.question, asOf: asked.moment)
      let explanation = asked.session.builder.explanation(of: derivation, norm, in: asked.scenario, showsAll: all)
      let console = options.console
      console.write(format.render(explanation, console: console))
      if case .fault = explanation.answer.outcome { return .wrongInput }
      return .success
    } catch {
      return asked.report(error)
    }
  }
}

/// How explanations are written.
enum ExplanationFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  /// A tree for a terminal.
  case text
  /// One object.
  case json
  /// A page that needs nothing else, with branches that open and close.
  case html
  /// A graph for Graphviz.
  case dot
  /// A picture for a paper.
  case svg

  func render(_ explanation: Explanation, console: Console) -> String {
    switch self {
    case .text:
      var renderer = ExplanationTextRenderer(
        paint: Paint(isColored: console.colorsOutput), width: Console.isTerminal(1) ? console.outputWidth : 80)
      return renderer.render(explanation)
    case .json: return explanation.json + "\n"
    case .html: return ExplanationHTMLRenderer.render(explanation)
    case .dot: return ExplanationDOTRenderer.render(explanation)
    case .svg: return ExplanationSVGRenderer(explanation).render()
    }
  }
}
