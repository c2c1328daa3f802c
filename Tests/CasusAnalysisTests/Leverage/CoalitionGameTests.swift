import CasusEngine
import Testing

@testable import CasusAnalysis

/// Games read off diagrams, against all groups and all cases one by one.
@Suite struct CoalitionGameTests {
  /// Players with one variable and with several, variables in no order, conditions that rise and that do not.
  @Test(arguments: 0..<150)
  func agreesWithEveryCase(seed: Int) throws {
    var random = SplitMix(seed: seed)
    var diagram = DecisionDiagram()
    let condition = try RandomFunction(variables: 8, rises: seed % 3 == 0, in: &diagram, using: &random)
    let playerCount = Int.random(in: 1...5, using: &random)
    var owned = Array(repeating: [Int](), count: playerCount)
    for variable in (0..<8).shuffled(using: &random) {
      owned[Int.random(in: 0..<playerCount, using: &random)].append(variable)
    }
    if seed % 2 == 0 { diagram.reduceByReordering(keeping: [condition.edge]) }
    var game = try CoalitionGame(
      forcing: condition.edge, moving: diagram.directions(of: condition.edge), in: diagram, variables: owned,
      limits: .init())
    let winning = (0..<(1 << playerCount)).map { group in
      condition.isForced(by: owned.indices.filter { group >> $0 & 1 == 1 }.flatMap { owned[$0] })
    }
    for group in winning.indices {
      let found = game.diagram.evaluate(game.winning) { group >> game.players[$0] & 1 == 1 }
      #expect(found == winning[group], "group \(group)")
    }
    try check(&game, winning)
  }

  private func check(_ game: inout CoalitionGame, _ winning: [Bool]) throws {
    let players = Array(game.players.indices)
    let minimal = winning.indices.filter { group in
      winning[group] && players.allSatisfy { group >> $0 & 1 == 0 || !winning[group & ~(1 << $0)] }
    }
    let groups = minimal.map { group in players.filter { group >> $0 & 1 == 1 } }
      .sorted { $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count < $1.count }
    let found = try game.minimalGroups(maximumCount: 100)
    #expect(found.listed == groups)
    #expect(found.count == BigNatural(UInt64(groups.count)))
    for player in players {
      #expect(found.examples[player].map { groups.contains($0) && $0.contains(player) } ?? true)
      #expect((found.examples[player] == nil) == !groups.contains { $0.contains(player) })
    }
    let few = try game.minimalGroups(maximumCount: 2).listed
    #expect(few.count == min(2, groups.count))
    let mattering = Set(game.ranksThatMatter.map { game.players[$0] })
    #expect(mattering == Set(groups.flatMap { $0 }))
    for (rank, player) in game.players.enumerated() {
      let isForced = game.isForced(byPlayerAt: rank)
      #expect(isForced == groups.contains([player]))
    }
    let computed = game.powerIndices(maximumWork: .max)
    let indices = try #require(computed)
    #expect(indices == slowIndices(winning, players.count))
  }

  /// By definition: every order of arrival, every group.
  private func slowIndices(_ winning: [Bool], _ count: Int) -> PowerIndices {
    var (arrivals, swings) = (Array(repeating: UInt64(0), count: count), Array(repeating: UInt64(0), count: count))
    var orders: UInt64 = 0
    func arrive(_ group: Int) {
      if group == winning.count - 1 { orders += 1 }
      for player in 0..<count where group >> player & 1 == 0 {
        arrive(group | 1 << player)
      }
    }
    arrive(0)
    for player in 0..<count {
      for group in winning.indices where group >> player & 1 == 0 && winning[group | 1 << player] && !winning[group] {
        swings[player] += 1
        let before = group.nonzeroBitCount
        arrivals[player] += factorial(before) * factorial(count - 1 - before)
      }
    }
    #expect(orders == factorial(count))
    func share(_ part: UInt64, _ whole: UInt64) -> BigFraction {
      BigFraction(BigNatural(part), over: BigNatural(whole)) ?? .zero
    }
    return PowerIndices(
      shapleyShubik: arrivals.map { share($0, orders) },
      banzhaf: swings.map { share($0, 1 << UInt64(count - 1)) },
      normalisedBanzhaf: swings.map { share($0, swings.reduce(0, +)) })
  }

  private func factorial(_ number: Int) -> UInt64 { (0..<number).reduce(1) { $0 * UInt64($1 + 1) } }
}
