import CasusAnalysis
import CasusDiagnostics
import CasusEngine
import CasusSemantics

/// Commands that tell what would settle a condition, and who could.
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

  static let leverage = SessionCommand(
    name: "leverage", arguments: "[QUERY]", topic: .answers,
    summary: "Tell who can force a condition and who can block it, alone and together, whatever all others decide.",
    details: "Without a query: of the last one. Who decides what is said by `decided by`.", completion: .query
  ) { session, argument throws(CommandFailure) in try session.showLeverage(argument) }
}

extension InteractiveSession {
  private static let shownSets = 20

  /// How many of the minimal groups are shown on each side.
  private static let shownGroups = 5

  /// The query of a command about conditions.
  private mutating func condition(_ words: String, whatCanBeDone: String) throws(CommandFailure) -> UnderstoodQuestion {
    let asked = try question(words)
    guard asked.builder.program[asked.question.expression].type == .condition else {
      throw CommandFailure(
        status: .usage, message: "only a condition can be \(whatCanBeDone): compare the value, as in `… >= …`")
    }
    return asked
  }

  fileprivate mutating func listSets(_ words: String, _ aim: SettlingAim) throws(CommandFailure) {
    let asked = try condition(words, whatCanBeDone: "made true or ruled out")
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

  fileprivate mutating func showLeverage(_ words: String) throws(CommandFailure) {
    let asked = try condition(words, whatCanBeDone: "forced or blocked")
    let facts = FactBase(asked.builder.program.withDecisionsOpen, scenario: state.scenario?.statements ?? [])
    let result: Result<Leverage, Answer.Fault>
    do throws(EngineError) {
      result = try QuestionRunner(facts, limits: engineLimits).leverage(
        of: asked.question, asOf: asked.moment, indices: false, limits: LeverageLimits())
    } catch {
      throw CommandFailure(status: fail(error, asked), message: "")
    }
    switch result {
    case .success(let leverage):
      let report = asked.builder.report(of: leverage, for: asked.question, in: nil, given: [])
      output.write(
        LeverageTextRenderer(
          paint: output.paint, width: min(output.width, 100), shownGroups: InteractiveSession.shownGroups,
          isQuiet: false
        ).render(report))
    case .failure(let fault):
      let place = asked.builder.place(of: fault.span)
      throw CommandFailure(
        status: .wrongInput, message: "the question may fail: \(fault.message) (\(place.file.safe):\(place.line))")
    }
  }
}
