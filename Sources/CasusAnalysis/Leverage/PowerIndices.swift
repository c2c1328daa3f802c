package import CasusEngine

/// How often each player makes the difference, over all groups of the others: the power indices of a simple game.
package struct PowerIndices: Equatable, Sendable {
  /// By player: the share of all orders of arrival in which it is the one whose arrival settles the matter.
  package var shapleyShubik: [BigFraction]
  /// By player: the share of the groups of the others that it makes winning by joining.
  package var banzhaf: [BigFraction]
  /// The same, so that all shares add up to one; zero for everybody where nobody ever makes a difference.
  package var normalisedBanzhaf: [BigFraction]
}

extension CoalitionGame {
  /// Nil where the game is too large: the work is about the number of its decisions times that of its players.
  func powerIndices(maximumWork: Int) -> PowerIndices? {
    let list = diagram.list(of: winning)
    let (work, overflow) = list.decisions.count.multipliedReportingOverflow(by: max(1, players.count))
    guard !overflow, work <= maximumWork else { return nil }
    let counts = GroupCounts(list, playerCount: players.count)
    var factorials: [BigNatural] = [1]
    for number in 0..<players.count { factorials.append(factorials[number] * BigNatural(UInt64(number + 1))) }
    let orders = players.indices.map { factorials[$0] * factorials[players.count - 1 - $0] }
    let arrivals = Self.swings(counts, weights: orders)
    let groups = Self.swings(counts, weights: orders.map { _ in 1 })
    var shares = Shares()
    let allGroups = BigNatural(1).shiftedLeft(by: players.count - 1)
    let allSwings = groups.reduce(0, +)
    return PowerIndices(
      shapleyShubik: inOrderOfPlayers(arrivals.map { shares.share($0, of: factorials[players.count]) }),
      banzhaf: inOrderOfPlayers(groups.map { shares.share($0, of: allGroups) }),
      normalisedBanzhaf: inOrderOfPlayers(groups.map { shares.share($0, of: allSwings) }))
  }

  /// What is known by rank, by player.
  func inOrderOfPlayers<Element>(_ byRank: [Element]) -> [Element] {
    zip(players, byRank).sorted { $0.0 < $1.0 }.map { $0.1 }
  }

  /// For each rank, the groups that its player turns from losing to winning, each with the weight of its size.
  ///
  /// A weight depends on members above and below a decision together. So what goes down from the root is not the number
  /// of ways that lead there, but for each number of members still to come, the sum of the weights of those ways.
  private static func swings(_ counts: GroupCounts, weights: [BigNatural]) -> [BigNatural] {
    let decisions = counts.list.decisions
    var arriving: [[BigNatural]] = Array(repeating: [], count: decisions.count)
    var swings: [BigNatural] = Array(repeating: 0, count: counts.playerCount)
    func pass(_ sums: [BigNatural], from rank: Int, to target: DecisionList.Target) {
      guard case .decision(let number) = target else { return }
      var sums = sums
      for _ in rank..<decisions[number].variable { sums = zip(sums, sums.dropFirst()).map { $0 + $1 } }
      arriving[number] = arriving[number].isEmpty ? sums : zip(arriving[number], sums).map { $0 + $1 }
    }
    pass(weights, from: 0, to: counts.list.root)
    for (number, decision) in decisions.enumerated() {
      let (sums, rank) = (arriving[number], decision.variable)
      let with = counts.sizes(of: decision.high, from: rank + 1)
      let without = counts.sizes(of: decision.low, from: rank + 1)
      for (size, sum) in sums.enumerated() { swings[rank] = swings[rank] + (with[size] - without[size]) * sum }
      pass(Array(sums.dropLast()), from: rank + 1, to: decision.low)
      pass(Array(sums.dropFirst()), from: rank + 1, to: decision.high)
      arriving[number] = []
    }
    return swings
  }
}

/// Brings each pair of numbers to lowest terms once: many players are alike.
private struct Shares {
  private var known: [[BigNatural]: BigFraction] = [:]

  /// Nothing of nothing is nothing.
  mutating func share(_ part: BigNatural, of whole: BigNatural) -> BigFraction {
    if let share = known[[part, whole]] { return share }
    let share = BigFraction(part, over: whole) ?? .zero
    known[[part, whole]] = share
    return share
  }
}
