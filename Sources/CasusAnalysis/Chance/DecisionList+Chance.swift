import CasusEngine

extension DecisionList {
  /// How likely it holds, where each variable is true so likely, once those before it in its chain are.
  ///
  /// Everything is counted in whole numbers: the chance of a decision in parts of the product of all denominators from its
  /// level down, so that no fraction is reduced but the last.
  func chance(_ chances: [BigFraction]) -> BigFraction {
    var levels = ChanceLevels(of: self, chances)
    var known = Array(repeating: BigNatural(0), count: decisions.count)
    func parts(of target: Target, from level: Int) -> BigNatural {
      switch target {
      case .constant(false): return 0
      case .constant(true): return levels.whole(from: level)
      case .decision(let number):
        let own = levels.levelOfDecision[number]
        return own == level ? known[number] : known[number] * levels.product(level..<own)
      }
    }
    for number in decisions.indices.reversed() {
      let level = levels.levelOfDecision[number]
      let (favourable, whole) = levels.odds[level]
      let high = favourable.isZero ? 0 : favourable * parts(of: decisions[number].high, from: level + 1)
      let against = whole - favourable
      known[number] = against.isZero ? high : high + against * parts(of: decisions[number].low, from: level + 1)
    }
    return BigFraction(parts(of: root, from: 0), over: levels.whole(from: 0)) ?? .zero
  }
}

/// The variables of a list in the order of their levels, with how likely each is.
private struct ChanceLevels {
  private(set) var levelOfDecision: [Int] = []
  /// Of each level, how likely its variable is: so many parts of so many.
  private(set) var odds: [(favourable: BigNatural, whole: BigNatural)] = []
  /// The product of what each level's chance has parts of, from that level down; behind the last level, one.
  private var wholes: [BigNatural] = []
  private var products: [Range<Int>: BigNatural] = [:]

  init(of list: DecisionList, _ chances: [BigFraction]) {
    // Decisions stand in the order of their levels.
    var last: Int?
    for decision in list.decisions {
      if decision.variable != last {
        odds.append((chances[decision.variable].numerator, chances[decision.variable].denominator))
        last = decision.variable
      }
      levelOfDecision.append(odds.count - 1)
    }
    wholes = Array(repeating: 1, count: odds.count + 1)
    for level in odds.indices.reversed() { wholes[level] = odds[level].whole * wholes[level + 1] }
  }

  func whole(from level: Int) -> BigNatural { wholes[level] }

  /// The product over some levels, which an edge that passes them has to be counted up by.
  mutating func product(_ range: Range<Int>) -> BigNatural {
    if let known = products[range] { return known }
    let product = range.reduce(BigNatural(1)) { $0 * odds[$1].whole }
    products[range] = product
    return product
  }
}
