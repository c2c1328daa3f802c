import CasusAnalysis
import CasusDiagnostics
import CasusEngine
import CasusSemantics

/// Commands that tell what would settle a condition.
extension SessionCommand {
  static let triggers = SessionCommand(
    name: "triggers", arguments: "[QUERY]", topic: .answers,
    summary: "List the minimal sets of statements that would make a condition true.",
    details: "Without a query: of the last one. Twenty sets are listed, the smallest first.", completion: .query
  ) { session, argument throws(CommandFailure) in try session.listSets(argument, .holds) }

  static let safeguards = SessionCommand(
    name: "safeguards", arguments: "[QUERY]", topic: .answers,
    summary: "List the minimal sets of statements that would rule a condition out.", completion: .query
  ) { session, argument throws(CommandFailure) in try session.listSets(argument, .fails) }
}

extension InteractiveSession {
  private static let shownSets = 20

  fileprivate mutating func listSets(_ words: String, _ aim: SettlingAim) throws(CommandFailure) {
    let asked = try question(words)
    guard asked.builder.program[asked.question.expression].type == .condition else {
      throw CommandFailure(
        status: .usage, message: "only a condition can be made true or ruled out: compare the value, as in `… >= …`")
    }
    var limits = SettlingLimits()
    limits.maximumSets = InteractiveSession.shownSets
    do throws(EngineError) {
      let sets = try QuestionRunner(asked.facts, limits: engineLimits)
        .settlingSets(for: asked.question, as: aim, asOf: asked.moment, limits: limits)
      let report = asked.builder.report(of: sets, as: aim, for: asked.question, asOf: asked.moment, in: nil)
      output.write(
        SettlingTextRenderer(paint: output.paint, width: min(output.width, 100), isQuiet: false).render(report))
    } catch {
      throw CommandFailure(status: fail(error, asked), message: "")
    }
  }
}
