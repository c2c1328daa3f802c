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
  func choice(for part: Part, at place: Place, _ costs: [Int], _ isAllowed: (Part) -> Bool) -> Reasons? {
    if derivation.speaks(of: part, at: place) { return Reasons(premises: []) }
    let standing = derivation.standing(of: part, at: place)
    let premises = derivation.premises(of: part)
    if premises.isEmpty { return Reasons(premises: []) }
    let isValue = isValue
    let given = premises.filter { isValue[$0.index] }
    let conditions = given.isEmpty ? premises : premises.filter { !isValue[$0.index] }
    guard
      let chosen = chosen(
        conditions, derivation.join(of: part), standing, ChoiceContext(place: place, costs: costs), isAllowed)
    else { return nil }
    return given.isEmpty ? chosen : Reasons(premises: given + chosen.premises, more: chosen.more)
  }

  /// What a choice is made by.
  private struct ChoiceContext {
    var place: Place
    var costs: [Int]
  }

  private func chosen(
    _ premises: [Part], _ join: DerivationPart.Join, _ standing: Standing, _ context: ChoiceContext,
    _ isAllowed: (Part) -> Bool
  ) -> Reasons? {
    switch (join, standing) {
    case (.own, _): return Reasons(premises: premises)
    case (.all, .holds), (.any, .fails), (.none, .holds):
      return premises.allSatisfy(isAllowed) ? Reasons(premises: premises) : nil
    case (.all, .fails): return cheapest(.fails, of: premises, context, isAllowed)
    case (.any, .holds), (.none, .fails): return cheapest(.holds, of: premises, context, isAllowed)
    case (.implication, .fails), (.implication, .holds):
      return implication(standing, premises, context, isAllowed)
    case (_, .open), (_, .faulty): return Reasons(premises: premises)
    }
  }

  // No closure here: each would copy the whole search, for every part.
  private func cheapest(
    _ wanted: Standing, of premises: [Part], _ context: ChoiceContext, _ isAllowed: (Part) -> Bool
  ) -> Reasons? {
    var best: Part?
    var count = 0
    for premise in premises where derivation.standing(of: premise, at: context.place) == wanted && isAllowed(premise) {
      count += 1
      if let known = best, context.costs[known.index] <= context.costs[premise.index] { continue }
      best = premise
    }
    return best.map { Reasons(premises: [$0], more: count - 1) }
  }

  private func implication(
    _ standing: Standing, _ premises: [Part], _ context: ChoiceContext, _ isAllowed: (Part) -> Bool
  ) -> Reasons? {
    func stands(_ premise: Part) -> Standing { derivation.standing(of: premise, at: context.place) }
    let restrictions = premises.filter { derivation.isRestriction($0) }
    let others = premises.filter { !derivation.isRestriction($0) }
    if standing == .fails {
      let failing = others.filter { stands($0) == .fails }
      return cheapestOf(failing.map { restrictions + [$0] }.filter { $0.allSatisfy(isAllowed) }, context)
    }
    var ways = restrictions.filter { stands($0) == .fails }.map { [$0] }
    if !others.isEmpty, others.allSatisfy({ stands($0) == .holds }) {
      ways.append(others)
    }
    return cheapestOf(ways.filter { $0.allSatisfy(isAllowed) }, context)
  }

  private func cheapestOf(_ ways: [[Part]], _ context: ChoiceContext) -> Reasons? {
    var best: (cost: Int, way: [Part])?
    for way in ways {
      let cost = way.reduce(0) { $0 + context.costs[$1.index] }
      if cost < best?.cost ?? Int.max { best = (cost, way) }
    }
    return best.map { Reasons(premises: $0.way, more: ways.count - 1) }
  }
}

extension Derivation {
  /// The statements that make a part what it is by themselves.
  func statements(behind part: DerivationPartID, at place: Place) -> [Int32] {
    switch self[part].subject {
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
    statements(behind: part, at: place).contains { !isAssumed($0) && !isOfHeading($0) }
  }

  func isRestriction(_ part: DerivationPartID) -> Bool {
    if case .restriction = self[part].subject { true } else { false }
  }

  /// How much a reader has to take in for a part itself, without its premises.
  func ownCost(of part: DerivationPartID) -> Int {
    switch self[part].subject {
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
