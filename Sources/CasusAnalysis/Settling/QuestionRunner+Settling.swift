package import CasusEngine
package import CasusSemantics

extension QuestionRunner {
  /// What would settle a condition, in the view that it names or in none.
  package func settlingSets(
    for question: Question, as aim: SettlingAim, asOf moment: Moment, limits settlingLimits: SettlingLimits
  ) throws(EngineError) -> SettlingSets {
    var model = try ExactModel(of: question, facts: facts, asOf: moment, view: question.view, limits: limits)
    do {
      return try model.settlingSets(as: aim, settlingLimits, shouldStop: limits.shouldStop)
    } catch {
      try limits.checkCancellation()
      throw .limit(.diagram(limits.maximumDiagramNodes))
    }
  }
}

extension ExactModel {
  /// What would settle the first question, a condition.
  package mutating func settlingSets(
    as aim: SettlingAim, _ limits: SettlingLimits, shouldStop: @escaping @Sendable () -> Bool
  ) throws(DecisionDiagramError) -> SettlingSets {
    guard case .truth(let truth)? = functions.first else { return .nothing }
    let wanted = aim == .holds ? truth.certain : truth.possible.negated
    var result = SettlingSets.nothing
    var isBeyond: [Int] = []
    let support = Set(diagram.support(of: wanted))
    for (number, choice) in choices.enumerated()
    where choice.variables.contains(where: support.contains) && !canTell(number) {
      isBeyond += choice.variables
      switch choice.subject {
      case .gap(let gap, _)?: if !result.gaps.contains(gap) { result.gaps.append(gap) }
      case .told(let key)? where choice.isExact:
        result.untold.append(OpenFact(declaration: key.declaration, arguments: facts.arguments(of: key)))
      default: result.isExact = false
      }
    }
    result.isExact = result.isExact && timeline.isComplete
    // What no statement tells must not matter.
    let function = try diagram.forAll(variables: isBeyond, in: wanted)
    var search = SettlingSearch(choices, diagram, limits, shouldStop: shouldStop)
    let found = search.selections(of: function, in: &diagram)
    result.isComplete = found.isComplete && result.isExact && result.untold.isEmpty
    result.count = found.count
    add(found, to: &result)
    return result
  }

  /// Whether statements can leave some options of a choice.
  func canTell(_ number: Int) -> Bool {
    let choice = choices[number]
    guard !choice.isBeyondStatements else { return false }
    guard case .occasion = choice.options else { return true }
    return statements(for: [Selection(choice: number, options: [0])]) != nil
  }

  private func add(_ found: SettlingSearch.Result, to result: inout SettlingSets) {
    let (kept, isWhole) = withoutNeedless(found.sets, of: found.selections)
    if !isWhole { result.count = nil }
    var tellings = Tellings(of: found.selections)
    for set in kept {
      guard let places = places(ofStatementsFor: set, in: &tellings) else {
        result.isComplete = false
        continue
      }
      result.sets.append(facts.joiningDenials(at: places, in: &tellings))
    }
    result.statements = tellings.statements
    // Where several statements are told as one, a set may turn out smaller than its like.
    result.sets = result.sets.enumerated().sorted { left, right in
      (left.element.count, left.offset) < (right.element.count, right.offset)
    }.map { $0.element }
  }
}

extension SettlingSets {
  fileprivate static var nothing: SettlingSets {
    SettlingSets(statements: [], sets: [], isComplete: true, count: nil, isExact: true, gaps: [], untold: [])
  }
}
