package import CasusEngine
package import CasusSemantics

/// A condition about one open fact, and how likely it is.
package struct GivenChance: Sendable {
  package var condition: Question
  package var chance: BigFraction

  package init(condition: Question, chance: BigFraction) {
    self.condition = condition
    self.chance = chance
  }
}

extension QuestionRunner {
  /// How likely a condition is, in the view that it names or in none.
  ///
  /// A case that is only presumed, and of which a chance is given, is open.
  package func chance(
    of question: Question, given chances: [GivenChance], asOf moment: Moment
  ) throws(EngineError) -> Result<Chance, ChanceFailure> {
    var facts = facts
    facts.tell(chances.flatMap { presumed(in: $0.condition, view: question.view, at: moment) }, inScenario: true)
    var model = try ExactModel(
      of: question, and: chances.map { $0.condition }, facts: facts, asOf: moment, view: question.view, limits: limits)
    model.diagram.limits = limits.diagramLimits(beyond: model.diagram.operationCount)
    do throws(ChanceStop) {
      return .success(try model.chance(given: chances.map { $0.chance }))
    } catch {
      if case .failure(let failure) = error { return .failure(failure) }
      try limits.checkCancellation()
      throw .limit(.diagram(limits.maximumDiagramNodes))
    }
  }

  /// Statements that leave open what a condition reads and is only presumed.
  private func presumed(in condition: Question, view: EntityID?, at moment: Moment) -> [CheckedStatement] {
    var call = facts.program[condition.expression]
    switch call.kind {
    case .comparison(_, let left, _), .membership(let left, _, _): call = facts.program[left]
    default: break
    }
    guard case .call(let declaration, let arguments) = call.kind,
      let index = facts.index(of: declaration), facts.presumption(of: declaration) != nil
    else { return [] }
    var values: [Value] = []
    for argument in arguments {
      guard case .constant(let value) = facts.program[argument].kind else { return [] }
      values.append(value)
    }
    let numbers = values.compactMap { facts.program.scalar(of: $0, texts: facts.texts).integer }
    guard numbers.count == values.count, let ordinal = index.ordinal(of: numbers),
      facts.told(CaseKey(declaration, ordinal: ordinal), view: view, at: moment) == nil
    else { return [] }
    return [
      CheckedStatement(
        declaration: declaration, arguments: values.map { Optional($0) }, told: .unknown,
        time: .period(from: nil, until: nil),
        views: view.map { [$0] } ?? [], span: condition.span)
    ]
  }
}
