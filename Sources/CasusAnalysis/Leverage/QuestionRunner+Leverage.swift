package import CasusEngine
package import CasusSemantics

extension QuestionRunner {
  /// Who can force a condition and who can block it, in the view that the question names or in none.
  ///
  /// The facts are those of a program ``CasusSemantics/Program/withDecisionsOpen``, so that what is merely presumed of a
  /// decision does not count as taken.
  ///
  /// - Parameter indices: whether power indices are wanted, too.
  package func leverage(
    of question: Question, asOf moment: Moment, indices: Bool, limits leverageLimits: LeverageLimits
  ) throws(EngineError) -> Result<Leverage, Answer.Fault> {
    var model = try ExactModel(of: question, facts: facts, asOf: moment, view: question.view, limits: limits)
    guard case .truth(let truth)? = model.functions.first, truth.fault == .false else {
      return .failure(try fault(of: question, asOf: moment))
    }
    model.diagram.limits = limits.diagramLimits(beyond: model.diagram.operationCount)
    do {
      return .success(try model.leverage(of: truth, indices: indices, leverageLimits))
    } catch {
      try limits.checkCancellation()
      throw .limit(.diagram(limits.maximumDiagramNodes))
    }
  }

  /// The place of a fault is known to whoever answers.
  private func fault(of question: Question, asOf moment: Moment) throws(EngineError) -> Answer.Fault {
    if case .fault(let fault) = try answer(question, asOf: moment).outcome { return fault }
    return Answer.Fault(message: "the question may fail", span: question.span)
  }
}

extension ExactModel {
  /// Who can force the first question, a condition, and who can block it.
  package mutating func leverage(
    of truth: Truth<DecisionDiagram.Edge>, indices: Bool, _ limits: LeverageLimits
  ) throws(DecisionDiagramError) -> Leverage {
    let deciders = openDecisions()
    let owners = owners(deciders.map { $0.entity })
    let force = try diagram.leverage(on: truth.certain, owners, indices: indices, limits)
    let block = try diagram.leverage(on: truth.possible.negated, owners, indices: false, opposite: force, limits)
    var leverage = Leverage(
      deciders: [], force: force.groups, block: block.groups,
      isProved: force.isProved && block.isProved && timeline.isComplete, nature: [], gaps: [], asOf: timeline.asked)
    for (number, decider) in deciders.enumerated() {
      leverage.deciders.append(
        Leverage.Decider(
          entity: decider.entity, facts: decider.facts, force: force.reach(of: number), block: block.reach(of: number),
          power: force.power.map { Leverage.Power($0, ofPlayer: number) }))
    }
    let entities = deciders.map { $0.entity }
    let toForce = try decisions(of: entities, on: force, owners)
    let toBlock = try decisions(of: entities, on: block, owners)
    for number in deciders.indices {
      leverage.deciders[number].toForce = toForce[number]
      leverage.deciders[number].toBlock = toBlock[number]
    }
    addNature(to: &leverage, truth)
    return leverage
  }

  private func addNature(to leverage: inout Leverage, _ truth: Truth<DecisionDiagram.Edge>) {
    let asked = Set(diagram.support(of: [truth.certain, truth.possible]))
    for choice in choices where choice.decider == nil && choice.variables.contains(where: asked.contains) {
      switch choice.subject {
      case .gap(let gap, _)?: if !leverage.gaps.contains(gap) { leverage.gaps.append(gap) }
      case .told(let key)?:
        let fact = OpenFact(declaration: key.declaration, arguments: facts.arguments(of: key))
        if !leverage.nature.contains(fact) { leverage.nature.append(fact) }
      case nil: break
      }
    }
  }

  private func owners(_ deciders: [EntityID]) -> VariableOwners {
    var owners = VariableOwners(decided: deciders.map { _ in [] }, nature: [], inexact: [])
    for choice in choices {
      if !choice.isExact {
        owners.inexact += choice.variables
      } else if let decider = choice.decider, let number = deciders.firstIndex(of: decider) {
        owners.decided[number] += choice.variables
      } else {
        owners.nature += choice.variables
      }
    }
    return owners
  }

  /// Everybody who decides something that the question looks at and that is open, whether or not it turns on it.
  private func openDecisions() -> [(entity: EntityID, facts: [OpenFact])] {
    var deciders: [(entity: EntityID, facts: [OpenFact])] = []
    var numbers: [EntityID: Int] = [:]
    for input in circuit.inputs where isOpen(input) {
      guard case .told(let key) = input.source, let entity = facts.decider(of: key) else { continue }
      let fact = OpenFact(declaration: key.declaration, arguments: facts.arguments(of: key))
      if let number = numbers[entity] {
        if !deciders[number].facts.contains(fact) { deciders[number].facts.append(fact) }
      } else {
        numbers[entity] = deciders.count
        deciders.append((entity, [fact]))
      }
    }
    return deciders
  }

  private func isOpen(_ input: Input) -> Bool {
    timeline.moments.contains { moment in
      switch facts.reading(input, in: Lane(view: view, moment: moment))?.state {
      case .truth?: false
      case .values(.oneOf(let values))?: values.count != 1
      default: true
      }
    }
  }
}

extension Leverage.Power {
  fileprivate init(_ indices: PowerIndices, ofPlayer player: Int) {
    shapleyShubik = indices.shapleyShubik[player]
    banzhaf = indices.banzhaf[player]
    normalisedBanzhaf = indices.normalisedBanzhaf[player]
  }
}
