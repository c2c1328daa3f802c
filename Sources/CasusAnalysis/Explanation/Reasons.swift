import CasusEngine
import CasusSemantics

/// The premises that make a part what it is.
struct Reasons {
  /// In the order of the program.
  var premises: [DerivationPartID]
  /// How many others would do instead.
  var more = 0
}

extension ReasonSearch {
  /// The cheapest premises that make a part what it is; nil where those that are allowed do not suffice.
  func choice(for part: Part, at place: Place, _ costs: [Int], _ allowance: Allowance) -> Reasons? {
    if derivation.speaks(of: part, at: place) { return Reasons(premises: []) }
    let premises = derivation.premises(of: part)
    if premises.isEmpty { return Reasons(premises: []) }
    let isValue = isValue
    let given = premises.filter { isValue[$0.index] }
    let conditions = given.isEmpty ? premises : premises.filter { !isValue[$0.index] }
    let context = ChoiceContext(part: part, place: place, costs: costs, allowance: allowance)
    guard let chosen = chosen(conditions, derivation.standing(of: part, at: place), context) else { return nil }
    return given.isEmpty ? chosen : Reasons(premises: given + chosen.premises, more: chosen.more)
  }

  /// What a choice is made by.
  private struct ChoiceContext {
    var part: Part
    var place: Place
    var costs: [Int]
    var allowance: Allowance
  }

  private func chosen(_ premises: [Part], _ standing: Standing, _ context: ChoiceContext) -> Reasons? {
    switch (derivation.join(of: context.part), standing) {
    case (.own, _): return Reasons(premises: premises)
    case (.all, .holds), (.any, .fails), (.none, .holds):
      return areAllowed(premises, context) ? Reasons(premises: premises) : nil
    case (.all, .fails): return cheapest(.fails, of: premises, context)
    case (.any, .holds), (.none, .fails): return cheapest(.holds, of: premises, context)
    case (.implication, .fails), (.implication, .holds): return implication(standing, premises, context)
    case (_, .open), (_, .faulty): return Reasons(premises: premises)
    }
  }

  private func isAllowed(_ premise: Part, _ context: ChoiceContext) -> Bool {
    isAllowed(premise, for: context.part, at: context.place, context.allowance)
  }

  private func areAllowed(_ premises: [Part], _ context: ChoiceContext) -> Bool {
    for premise in premises where !isAllowed(premise, context) { return false }
    return true
  }

  private func cheapest(_ wanted: Standing, of premises: [Part], _ context: ChoiceContext) -> Reasons? {
    var best: Part?
    var count = 0
    for premise in premises
    where derivation.standing(of: premise, at: context.place) == wanted && isAllowed(premise, context) {
      count += 1
      if let known = best, context.costs[known.index] <= context.costs[premise.index] { continue }
      best = premise
    }
    return best.map { Reasons(premises: [$0], more: count - 1) }
  }

  private func implication(_ standing: Standing, _ premises: [Part], _ context: ChoiceContext) -> Reasons? {
    var restrictions: [Part] = []
    var others: [Part] = []
    for premise in premises {
      if derivation.isRestriction(premise) { restrictions.append(premise) } else { others.append(premise) }
    }
    if standing == .fails {
      return cheapestOf(those(.fails, among: others, context).map { restrictions + [$0] }, context)
    }
    var ways = those(.fails, among: restrictions, context).map { [$0] }
    if !others.isEmpty, those(.holds, among: others, context).count == others.count { ways.append(others) }
    return cheapestOf(ways, context)
  }

  private func those(_ wanted: Standing, among premises: [Part], _ context: ChoiceContext) -> [Part] {
    var found: [Part] = []
    for premise in premises where derivation.standing(of: premise, at: context.place) == wanted {
      found.append(premise)
    }
    return found
  }

  private func cheapestOf(_ ways: [[Part]], _ context: ChoiceContext) -> Reasons? {
    var best: (cost: Int, way: [Part])?
    var count = 0
    for way in ways where areAllowed(way, context) {
      count += 1
      let cost = way.reduce(0) { $0 + context.costs[$1.index] }
      if cost < best?.cost ?? Int.max { best = (cost, way) }
    }
    return best.map { Reasons(premises: $0.way, more: count - 1) }
  }
}

extension Derivation {
  /// The statements that make a part what it is by themselves.
  func statements(behind part: DerivationPartID, at place: Place) -> [Int32] {
    switch subject(of: part) {
    case .told(let key): return statements(behind: key, at: place)
    case .finding(let key):
      return standing(of: part, at: place) == .fails ? [] : statements(behind: key, at: place)
    case .instance(let instance):
      guard speaks(of: part, at: place), let key = key(of: instance) else { return [] }
      return statements(behind: key, at: place)
    default: return []
    }
  }

  /// Whether somebody tells what a part is, and not the heading of an instrument alone.
  func isTold(_ part: DerivationPartID, at place: Place) -> Bool {
    // What is assumed of it in another world nobody tells.
    if !isSpokenOf[part.index] { return false }
    return statements(behind: part, at: place).contains { !isAssumed($0) && !isOfHeading($0) }
  }

  func isRestriction(_ part: DerivationPartID) -> Bool {
    if case .restriction = subject(of: part) { true } else { false }
  }

  /// How much a reader has to take in for a part itself, without its premises.
  func ownCost(of part: DerivationPartID) -> Int {
    switch subject(of: part) {
    case .told, .finding, .gap, .instance, .force, .outside, .replacement: return 1
    case .expression(let expression, _):
      switch program[expression].kind {
      case .comparison, .membership: return premises(of: part).isEmpty ? 0 : 1
      case .status, .windowed, .dateOf, .count, .sum: return 1
      default: return 0
      }
    default: return 0
    }
  }
}
