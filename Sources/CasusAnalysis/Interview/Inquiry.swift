package import CasusEngine
package import CasusSemantics

/// Finds what to ask of somebody who can supply some facts, until nothing that an answer tells turns on these any more:
/// what it comes to without a view and in each view, whether computing it fails, and what has become of a norm.
///
/// One who can supply facts is asked of a case only where no statement without a view speaks of it.
package struct Inquiry {
  private let runner: QuestionRunner
  private let question: Question
  private let moment: Moment

  package init(_ question: Question, facts: FactBase, asOf moment: Moment, limits: EngineLimits) {
    runner = QuestionRunner(facts, limits: limits)
    self.question = question
    self.moment = moment
  }

  /// What to ask for next, what most often decides first; nil once there is nothing.
  ///
  /// - Parameter isSupplied: whether somebody can supply a case.
  package func next(where isSupplied: (OpenFact, CaseKey) -> Bool) throws(EngineError) -> OpenFact? {
    func first(of open: [OpenFact]) -> OpenFact? {
      open.first { open in
        guard let key = runner.facts.key(of: open) else { return false }
        return isSupplied(open, key) && !runner.facts.isSpokenOf(key)
      }
    }
    for view in [question.view] + (question.view == nil ? runner.facts.views.map { $0 } : []) {
      if let found = first(of: try open(inView: view)) { return found }
    }
    return first(of: try runner.normReport(on: question, asOf: moment, findsOpenFacts: true)?.openFacts ?? [])
  }

  private func open(inView view: EntityID?) throws(EngineError) -> [OpenFact] {
    var question = question
    question.view = view
    let answer = try runner.answer(question, asOf: moment)
    if case .fault = answer.outcome { return try runner.casesRead(by: question, asOf: moment) }
    return answer.factsToAsk
  }
}
