import CasusAnalysis
import CasusEngine
import CasusSemantics

/// Commands that tell why.
extension SessionCommand {
  static let why = SessionCommand(
    name: "why", arguments: "[QUERY]", topic: .answers,
    summary: "Tell why an answer is what it is: the rules, with their articles, and the statements it rests on.",
    details: "Without a query: of the last one. What did not matter is left out; `:why!` tells it too.",
    completion: .query
  ) { session, argument throws(CommandFailure) in try session.explain(argument, showsAll: false) }

  static let whyAll = SessionCommand(
    name: "why!", arguments: "[QUERY]", topic: .answers, summary: "The same, with every reason and what did not apply.",
    completion: .query
  ) { session, argument throws(CommandFailure) in try session.explain(argument, showsAll: true) }

  static let whyNot = SessionCommand(
    name: "whynot", arguments: "[QUERY]", topic: .answers,
    summary: "Tell why an answer is not true; the same as :why, whose answer it tells.", completion: .query
  ) { session, argument throws(CommandFailure) in try session.explain(argument, showsAll: false) }
}

extension InteractiveSession {
  mutating func explain(_ words: String, showsAll: Bool) throws(CommandFailure) {
    let asked = try question(words)
    let runner = QuestionRunner(asked.facts, limits: engineLimits)
    do throws(EngineError) {
      let derivation = try runner.derivation(of: asked.question, asOf: asked.moment)
      // Reasons that were not looked for to the end are no explanation.
      try engineLimits.checkCancellation()
      let norm = try runner.normReport(on: asked.question, asOf: asked.moment)
      let explanation = asked.builder.explanation(of: derivation, norm, in: nil, showsAll: showsAll)
      try engineLimits.checkCancellation()
      var renderer = ExplanationTextRenderer(paint: output.paint, width: min(output.width, 100))
      output.write(renderer.render(explanation))
    } catch {
      throw CommandFailure(status: fail(error, asked), message: "")
    }
  }
}
