internal import CasusEngine
internal import CasusSemantics

extension ExactModel {
  /// How likely the first question is, where the questions behind it have these chances.
  mutating func chance(given chances: [BigFraction]) throws(ChanceStop) -> Chance {
    guard case .truth(let truth)? = functions.first, truth.fault == .false else { throw .failure(.fault) }
    let order = ChoiceOrder(choices, in: diagram)
    var odds = choices.map { ChoiceOdds(optionCount: $0.optionCount) }
    var subjects: [Subject] = []
    for (number, chance) in chances.enumerated() {
      let subject = try subject(of: number, order)
      do { try odds[subject.choice].give(chance, to: subject.options, condition: number) } catch {
        throw .failure(error)
      }
      subjects.append(subject)
    }
    let bounds = (
      least: try whatever(truth.certain, odds, order),
      greatest: try whatever(truth.possible.negated, odds, order).negated
    )
    let least = diagram.list(of: bounds.least)
    let greatest = bounds.least == bounds.greatest ? nil : diagram.list(of: bounds.greatest)
    let reckoning = Reckoning(least: least, greatest: greatest, chances: chancesOfVariables(odds))
    var result = Chance(
      range: reckoning.range, contributions: [], open: [], gaps: [], isExact: timeline.isComplete, asOf: timeline.asked)
    for (number, subject) in subjects.enumerated() {
      func range(holds: Bool) -> Chance.Range {
        let variables = choices[subject.choice].variables
        if variables.count == 1 { return reckoning.range(where: variables[0], is: (subject.options == [1]) == holds) }
        var known = odds
        known[subject.choice] = odds[subject.choice].knowing(number, holds: holds)
        return reckoning.range(chances: chancesOfVariables(known))
      }
      result.contributions.append(
        Chance.Contribution(given: chances[number], ifTrue: range(holds: true), ifFalse: range(holds: false)))
    }
    noteOpen(truth, odds, &result)
    return result
  }

  /// The one choice that a condition speaks of, and the options that make it hold.
  private struct Subject {
    var choice: Int
    var options: [Int]
  }

  private mutating func subject(of condition: Int, _ order: ChoiceOrder) throws(ChanceStop) -> Subject {
    guard case .truth(let truth) = functions[condition + 1], truth.fault == .false, truth.certain == truth.possible
    else {
      throw .failure(.notOneFact(condition))
    }
    guard let choice = order.firstChoice(of: truth.certain, in: diagram) else { throw .failure(.settled(condition)) }
    let branches = try branches(of: truth.certain, by: choice, order)
    guard !choices[choice].isBeyondStatements, branches.allSatisfy({ $0.isConstant }) else {
      throw .failure(.notOneFact(condition))
    }
    return Subject(choice: choice, options: branches.indices.filter { branches[$0] == .true })
  }

  private mutating func branches(
    of function: DecisionDiagram.Edge, by choice: Int, _ order: ChoiceOrder
  ) throws(ChanceStop) -> [DecisionDiagram.Edge] {
    do { return try order.branches(of: function, by: choice, in: &diagram) } catch { throw .budget }
  }

  /// Where a function holds whichever option of its block each choice takes.
  private mutating func whatever(
    _ function: DecisionDiagram.Edge, _ odds: [ChoiceOdds], _ order: ChoiceOrder
  ) throws(ChanceStop) -> DecisionDiagram.Edge {
    let open = choices.indices.filter { !odds[$0].isGiven }.flatMap { choices[$0].variables }
    var result: DecisionDiagram.Edge
    do { result = try diagram.forAll(variables: open, in: function) } catch { throw .budget }
    for (number, choice) in choices.enumerated() {
      let blocks = odds[number].blocks.filter { $0.options.count > 1 }
      if !odds[number].isGiven || blocks.isEmpty { continue }
      var branches = try branches(of: result, by: number, order)
      do {
        for block in blocks {
          let all = try diagram.conjunction(block.options.map { branches[$0] })
          for option in block.options { branches[option] = all }
        }
        result = branches[choice.variables.count]
        for (position, variable) in choice.variables.enumerated().reversed() {
          result = try diagram.ifThenElse(try diagram.variable(variable), result, branches[position])
        }
      } catch { throw .budget }
    }
    return result
  }

  /// How likely each variable of the diagram is, once those before it in its chain are.
  private func chancesOfVariables(_ odds: [ChoiceOdds]) -> [BigFraction] {
    var chances = Array(repeating: BigFraction.zero, count: diagram.variableCount)
    for (choice, odds) in zip(choices, odds) {
      for (variable, chance) in zip(choice.variables, odds.chancesOfVariables(choice.variables.count)) {
        chances[variable] = chance
      }
    }
    return chances
  }

  private func noteOpen(
    _ truth: Truth<DecisionDiagram.Edge>, _ odds: [ChoiceOdds], _ result: inout Chance
  ) {
    let support = Set(diagram.support(of: [truth.certain, truth.possible]))
    for (choice, odds) in zip(choices, odds) where choice.variables.contains(where: support.contains) {
      if !choice.isExact { result.isExact = false }
      guard !odds.isGiven || odds.blocks.contains(where: { $0.options.count > 1 && $0.chance != .zero }) else {
        continue
      }
      switch choice.subject {
      case .gap(let gap, _)?: if !result.gaps.contains(gap) { result.gaps.append(gap) }
      case .told(let key)?:
        let fact = OpenFact(declaration: key.declaration, arguments: facts.arguments(of: key))
        if !result.open.contains(fact) { result.open.append(fact) }
      case nil: break
      }
    }
  }
}

/// How likely the bounds of a condition are.
private struct Reckoning {
  let least: DecisionList
  /// Nil where both bounds are one.
  let greatest: DecisionList?
  private let known: (least: KnowingChances, greatest: KnowingChances?)

  init(least: DecisionList, greatest: DecisionList?, chances: [BigFraction]) {
    self.least = least
    self.greatest = greatest
    known = (least.chances(chances), greatest?.chances(chances))
  }

  var range: Chance.Range {
    Chance.Range(least: known.least.chance, greatest: known.greatest?.chance ?? known.least.chance)
  }

  /// The same where one variable is known.
  func range(where variable: Int, is value: Bool) -> Chance.Range {
    let least = known.least.chance(where: variable, is: value)
    return Chance.Range(least: least, greatest: known.greatest?.chance(where: variable, is: value) ?? least)
  }

  /// The same where variables are otherwise likely.
  func range(chances: [BigFraction]) -> Chance.Range {
    let low = least.chance(chances)
    return Chance.Range(least: low, greatest: greatest?.chance(chances) ?? low)
  }
}

/// Why there is no chance.
enum ChanceStop: Error {
  case failure(ChanceFailure)
  case budget
}
