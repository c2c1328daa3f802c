import CasusEngine
import Testing

@testable import CasusAnalysis

/// Voting bodies whose figures are published, and one too large for anybody to have enumerated.
@Suite struct VotingBodyTests {
  private func game(
    players: Int, _ rule: (inout DecisionDiagram, [DecisionDiagram.Edge]) throws -> DecisionDiagram.Edge
  ) throws -> CoalitionGame {
    var diagram = DecisionDiagram()
    let votes = try (0..<players).map { try diagram.variable($0) }
    let adopted = try rule(&diagram, votes)
    return try CoalitionGame(
      forcing: adopted, moving: diagram.directions(of: adopted), in: diagram, variables: votes.indices.map { [$0] },
      limits: .init())
  }

  /// Nine of fifteen, the five permanent members among them. A permanent member arrives last but for others of no
  /// weight in 421 of 2145 orders; the other ten share what is left.
  @Test func securityCouncil() throws {
    var game = try game(players: 15) { diagram, votes in
      try diagram.and(diagram.atLeast(9, of: votes), diagram.conjunction(Array(votes[..<5])))
    }
    let computed = game.powerIndices(maximumWork: 1_000_000)
    let indices = try #require(computed)
    for player in 0..<5 {
      #expect(indices.shapleyShubik[player].description == "421/2145")
      #expect(indices.shapleyShubik[player].decimal(places: 5) == "0.19627")
      #expect(indices.normalisedBanzhaf[player].decimal(places: 4) == "0.1669")
    }
    for player in 5..<15 {
      #expect(indices.shapleyShubik[player].description == "4/2145")
      #expect(indices.shapleyShubik[player].decimal(places: 5) == "0.00186")
      #expect(indices.normalisedBanzhaf[player].decimal(places: 4) == "0.0165")
    }
    // Each of "10 choose 4" groups of others completes the five.
    let minimal = try game.minimalGroups(maximumCount: 3)
    #expect(minimal.count == 210)
    #expect(minimal.listed.first == Array(0..<9))
  }

  /// The majority of 100: everybody is alike, and there are "100 choose 51" smallest majorities.
  @Test func aHundredMembers() throws {
    var game = try game(players: 100) { diagram, votes in try diagram.atLeast(51, of: votes) }
    let computed = game.powerIndices(maximumWork: 1_000_000)
    let indices = try #require(computed)
    #expect(Set(indices.shapleyShubik.map(\.description)) == ["1/100"])
    #expect(Set(indices.normalisedBanzhaf.map(\.description)) == ["1/100"])
    let minimal = try game.minimalGroups(maximumCount: 2)
    #expect(minimal.count.description == "98913082887808032681188722800")
    #expect(minimal.listed == [Array(0..<51), Array(0..<50) + [51]])
    let refused = game.powerIndices(maximumWork: 1000)
    #expect(refused == nil)
  }

  /// A condition that always holds is forced by nobody in particular, one that never does by nobody at all.
  @Test func settledConditions() throws {
    var always = try game(players: 3) { _, _ in .true }
    let ofAlways = try always.minimalGroups(maximumCount: 5)
    #expect(ofAlways.listed == [[]] && ofAlways.count == 1)
    let isForced = always.isForced(byPlayerAt: 0)
    #expect(!isForced)
    var never = try game(players: 3) { _, _ in .false }
    let ofNever = try never.minimalGroups(maximumCount: 5)
    #expect(ofNever.listed.isEmpty && ofNever.count == 0)
    let shares = never.powerIndices(maximumWork: 1000)?.normalisedBanzhaf
    #expect(shares == [.zero, .zero, .zero])
    var nobody = try game(players: 0) { _, _ in .true }
    let ofNobody = try nobody.minimalGroups(maximumCount: 5)
    #expect(ofNobody.listed == [[]])
    let none = nobody.powerIndices(maximumWork: 1000)?.shapleyShubik
    #expect(none == [])
  }
}
