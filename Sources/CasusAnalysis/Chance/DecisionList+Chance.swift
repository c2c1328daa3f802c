import CasusEngine

extension DecisionList {
  /// How likely it holds, where each variable is true so likely, once those before it in its chain are.
  func chance(_ chances: [BigFraction]) -> BigFraction {
    var levels = ChanceLevels(of: self, chances)
    return levels.chance(of: levels.partsBehind(self), self)
  }

  /// How likely it holds, and how likely where each single variable is known.
  func chances(_ chances: [BigFraction]) -> KnowingChances {
    var levels = ChanceLevels(of: self, chances)
    let behind = levels.partsBehind(self)
    let swings = levels.swings(in: self, behind)
    var known = KnowingChances(chance: levels.chance(of: behind, self))
    let (all, whole) = (levels.parts(of: root, from: 0, behind), levels.whole(from: 0))
    for (level, swing) in swings.enumerated() {
      // What variable and function have to do with each other is what the variable swings, in parts of the other levels'
      // product; what it does not swing is the same either way.
      let (favourable, parts) = levels.odds[level]
      let ifFalse = all + favourable * swing.losses - favourable * swing.gains
      let ifTrue = ifFalse + parts * swing.gains - parts * swing.losses
      known.ofVariable[levels.variableAtLevel[level]] = (
        BigFraction(ifFalse, over: whole) ?? .zero, BigFraction(ifTrue, over: whole) ?? .zero
      )
    }
    return known
  }
}

/// How likely a function holds, and what knowing one variable makes of that.
struct KnowingChances {
  var chance: BigFraction
  /// Of the variables that the function asks.
  fileprivate(set) var ofVariable: [Int: (ifFalse: BigFraction, ifTrue: BigFraction)] = [:]

  init(chance: BigFraction) { self.chance = chance }

  func chance(where variable: Int, is value: Bool) -> BigFraction {
    guard let known = ofVariable[variable] else { return chance }
    return value ? known.ifTrue : known.ifFalse
  }
}

/// The variables of a list in the order of their levels, with how likely each is.
///
/// Everything is counted in whole numbers: the chance of a decision in parts of the product of all denominators from its
/// level down, so that no fraction is reduced but the last.
private struct ChanceLevels {
  private(set) var variableAtLevel: [Int] = []
  private(set) var levelOfDecision: [Int] = []
  /// Of each level, how likely its variable is: so many parts of so many.
  private(set) var odds: [(favourable: BigNatural, whole: BigNatural)] = []
  /// The product of what each level's chance has parts of, from that level down; behind the last level, one.
  private var wholes: [BigNatural] = []
  private var products: [Range<Int>: BigNatural] = [:]

  init(of list: DecisionList, _ chances: [BigFraction]) {
    // Decisions stand in the order of their levels.
    for decision in list.decisions {
      if decision.variable != variableAtLevel.last {
        variableAtLevel.append(decision.variable)
        odds.append((chances[decision.variable].numerator, chances[decision.variable].denominator))
      }
      levelOfDecision.append(odds.count - 1)
    }
    wholes = Array(repeating: 1, count: odds.count + 1)
    for level in odds.indices.reversed() { wholes[level] = odds[level].whole * wholes[level + 1] }
  }

  func whole(from level: Int) -> BigNatural { wholes[level] }

  mutating func chance(of behind: [BigNatural], _ list: DecisionList) -> BigFraction {
    BigFraction(parts(of: list.root, from: 0, behind), over: whole(from: 0)) ?? .zero
  }

  /// For each decision, in how many parts of the levels from its own down the list holds.
  mutating func partsBehind(_ list: DecisionList) -> [BigNatural] {
    var behind = Array(repeating: BigNatural(0), count: list.decisions.count)
    for number in list.decisions.indices.reversed() {
      let (level, decision) = (levelOfDecision[number], list.decisions[number])
      let (favourable, whole) = odds[level]
      let high = favourable.isZero ? 0 : favourable * parts(of: decision.high, from: level + 1, behind)
      let against = whole - favourable
      behind[number] = against.isZero ? high : high + against * parts(of: decision.low, from: level + 1, behind)
    }
    return behind
  }

  /// In how many parts of the levels from one down the list holds where an edge leads.
  mutating func parts(of target: DecisionList.Target, from level: Int, _ behind: [BigNatural]) -> BigNatural {
    switch target {
    case .constant(false): return 0
    case .constant(true): return whole(from: level)
    case .decision(let number):
      let own = levelOfDecision[number]
      return own == level ? behind[number] : behind[number] * product(level..<own)
    }
  }

  /// For each level, in how many parts of all others its variable makes the list hold by being true, and in how many by
  /// being false.
  mutating func swings(in list: DecisionList, _ behind: [BigNatural]) -> [(gains: BigNatural, losses: BigNatural)] {
    var swings = odds.map { _ in (gains: BigNatural(0), losses: BigNatural(0)) }
    // In how many parts of the levels before it each decision is reached.
    var reached = Array(repeating: BigNatural(0), count: list.decisions.count)
    if !reached.isEmpty { reached[0] = 1 }
    for (number, decision) in list.decisions.enumerated() {
      let (level, ways) = (levelOfDecision[number], reached[number])
      let low = parts(of: decision.low, from: level + 1, behind)
      let high = parts(of: decision.high, from: level + 1, behind)
      if low < high {
        swings[level].gains = swings[level].gains + ways * (high - low)
      } else {
        swings[level].losses = swings[level].losses + ways * (low - high)
      }
      let (favourable, whole) = odds[level]
      pass(ways * favourable, behind: level, to: decision.high, &reached)
      pass(ways * (whole - favourable), behind: level, to: decision.low, &reached)
    }
    return swings
  }

  private mutating func pass(
    _ ways: BigNatural, behind level: Int, to target: DecisionList.Target, _ reached: inout [BigNatural]
  ) {
    guard case .decision(let number) = target else { return }
    let own = levelOfDecision[number]
    reached[number] = reached[number] + (own == level + 1 ? ways : ways * product(level + 1..<own))
  }

  /// The product over some levels, which an edge that passes them has to be counted up by.
  private mutating func product(_ range: Range<Int>) -> BigNatural {
    if let known = products[range] { return known }
    let product = range.reduce(BigNatural(1)) { $0 * odds[$1].whole }
    products[range] = product
    return product
  }
}
