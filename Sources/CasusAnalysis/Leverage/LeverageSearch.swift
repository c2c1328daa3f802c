internal import CasusEngine
internal import CasusSemantics

/// Works out one side of the matter: who can make one function of a model hold.
///
/// What is not kept exactly is taken once as it is worst and once as it is best. Where that makes a difference, what is
/// said is what holds at the worst, and it is not proved that there is no more.
struct LeverageSide: Sendable {
  /// Where the function holds whatever nobody decides may be, and how it moves.
  var worst: DecisionDiagram.Edge
  var directions: [DecisionDiagram.Direction?]
  /// By decider: whether it can do it alone, where it is not done already.
  var canAlone: [Bool]
  /// By decider: whether some minimal group needs it; nil where that is not known.
  var matters: [Bool]?
  var groups: Leverage.Groups
  /// By decider: a minimal group that needs it; the smallest, where it can do it alone.
  var examples: [[Int]?]
  var power: PowerIndices?
  var isProved: Bool

  func reach(of decider: Int) -> Leverage.Reach {
    if canAlone[decider] { return .alone }
    guard let matters else { return .unknown }
    return matters[decider] ? .together : .never
  }
}

/// Whose the variables of a model are.
struct VariableOwners {
  /// By decider.
  var decided: [[Int]]
  /// Nobody's.
  var nature: [Int]
  /// Of what is not kept exactly.
  var inexact: [Int]

  /// All but those of some deciders.
  func others(than group: [Int]) -> [Int] {
    decided.indices.filter { !group.contains($0) }.flatMap { decided[$0] }
  }
}

extension DecisionDiagram {
  /// Who can make a function hold.
  ///
  /// - Parameter opposite: what was found for another function, of which this one may be the opposite.
  mutating func leverage(
    on function: Edge, _ owners: VariableOwners, indices: Bool, opposite: LeverageSide? = nil, _ limits: LeverageLimits
  ) throws(DecisionDiagramError) -> LeverageSide {
    let worst = try forAll(variables: owners.inexact + owners.nature, in: function)
    let directions: [Direction?]
    if let opposite, opposite.worst == worst.negated {
      directions = opposite.directions.map { $0?.turned }
    } else {
      directions = try self.directions(of: worst)
    }
    let best = try forAll(variables: owners.nature, in: exists(variables: owners.inexact, in: function))
    do {
      var game = try CoalitionGame(
        forcing: worst, moving: directions, in: self, variables: owners.decided, limits: self.limits)
      let groups = try game.minimalGroups(maximumCount: limits.maximumGroups)
      var side = LeverageSide(
        worst: worst, directions: directions,
        canAlone: game.inOrderOfPlayers(game.players.indices.map { game.isForced(byPlayerAt: $0) }),
        groups: .init(listed: groups.listed, count: groups.count), examples: groups.examples, isProved: worst == best)
      let needed = game.ranksThatMatter
      side.matters = game.inOrderOfPlayers(game.players.indices.map { needed.contains($0) })
      if indices {
        side.power = game.powerIndices(maximumWork: limits.maximumIndexWork)
        side.isProved = side.isProved && side.power != nil
      }
      return side
    } catch {
      return try loneLeverage(on: worst, moving: directions, owners)
    }
  }

  /// What can be said where the game of all groups is too large: who can do it alone.
  private mutating func loneLeverage(
    on function: Edge, moving directions: [Direction?], _ owners: VariableOwners
  ) throws(DecisionDiagramError) -> LeverageSide {
    let isDone = function == .true
    var canAlone: [Bool] = []
    for decider in owners.decided.indices {
      let open = try forAll(variables: owners.others(than: [decider]), in: function, moving: directions)
      canAlone.append(open != .false && !isDone)
    }
    let listed = isDone ? [[]] : canAlone.indices.filter { canAlone[$0] }.map { [$0] }
    return LeverageSide(
      worst: function, directions: directions, canAlone: canAlone, groups: .init(listed: listed),
      examples: canAlone.indices.map { canAlone[$0] ? [$0] : nil }, isProved: false)
  }
}
