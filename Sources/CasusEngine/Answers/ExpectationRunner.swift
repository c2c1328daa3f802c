package import CasusSemantics

/// Answers expectations over the same facts one after another: what they rest on is grounded once for all that look at
/// the same moment, in whatever view.
package struct ExpectationRunner {
  private let runner: QuestionRunner
  private var grounders: [Moment: Grounder] = [:]
  /// A question pays for all nodes that are there, so that they must not become too many.
  private static let maximumNodes = 4_096
  private static let maximumGrounders = 16

  package init(_ facts: FactBase, limits: EngineLimits = EngineLimits()) {
    runner = QuestionRunner(facts, limits: limits)
  }

  /// - Parameter moment: the date of the question, else that of its scenario, else the host's.
  package mutating func answer(_ question: Question, asOf moment: Moment) throws(EngineError) -> Answer {
    // What looks back over time looks at the dates that it met on its way.
    if runner.facts.looksBack(from: question.expression) { return try runner.answer(question, asOf: moment) }
    var grounder =
      grounders.removeValue(forKey: moment) ?? runner.grounder(of: question, runner.facts.lanesOfAllViews(at: moment))
    grounder.begin(question.expression)
    // Where all views are looked at, less is settled on the way: what then fails may succeed by itself.
    guard let rows = try? runner.rows(of: question, &grounder) else { return try runner.answer(question, asOf: moment) }
    let answer = try runner.answer(question, asOf: moment, &grounder, rows)
    try runner.limits.checkCancellation()
    keep(grounder, moment)
    return answer
  }

  private mutating func keep(_ grounder: Grounder, _ moment: Moment) {
    guard grounder.builder.count <= Self.maximumNodes else { return }
    if grounders.count >= Self.maximumGrounders { grounders = [:] }
    grounders[moment] = grounder
  }
}
