internal import CasusEngine

/// The groups that can force a condition, and could not if anybody left.
struct MinimalGroups: Equatable, Sendable {
  /// Each with its players in order; the smallest groups first. Not all, where there are more than were wanted.
  var listed: [[Int]]
  /// How many there are.
  var count: BigNatural
  /// By player: one of them to which it belongs; nil where it belongs to none.
  var examples: [[Int]?]
}

extension CoalitionGame {
  /// - Parameter maximumCount: how many are to be listed.
  mutating func minimalGroups(maximumCount: Int) throws(DecisionDiagramError) -> MinimalGroups {
    let points = try minimalPoints()
    let counts = GroupCounts(diagram.list(of: points), playerCount: players.count)
    let sizes = counts.sizes(of: counts.list.root, from: 0)
    var listed: [[Int]] = []
    for size in sizes.indices where !sizes[size].isZero && listed.count < maximumCount {
      let groups = counts.groups(ofSize: size, of: players, maximumCount: maximumCount - listed.count)
      listed += groups.sorted { $0.lexicographicallyPrecedes($1) }
    }
    var examples: [[Int]?] = []
    for rank in players.indices {
      examples.append(counts.firstGroup(with: rank).map { group in group.map { players[$0] }.sorted() })
    }
    return MinimalGroups(listed: listed, count: sizes.reduce(0, +), examples: inOrderOfPlayers(examples))
  }

  /// The function that holds for the minimal groups alone.
  ///
  /// Without its first player a function that rises has the minimal groups of its lower half; with that player those of
  /// its upper half that do not do without.
  private mutating func minimalPoints() throws(DecisionDiagramError) -> DecisionDiagram.Edge {
    let list = diagram.list(of: winning)
    let none = Array(repeating: DecisionDiagram.Edge.false, count: list.decisions.count)
    var (functions, points) = (none, none)
    for number in list.decisions.indices.reversed() {
      let decision = list.decisions[number]
      let player = try diagram.variable(decision.variable)
      let without = edge(decision.low, functions)
      functions[number] = try diagram.ifThenElse(player, edge(decision.high, functions), without)
      let pointsWith = try pointsBehind(decision.variable, decision.high, list, points)
      let pointsWithout = try pointsBehind(decision.variable, decision.low, list, points)
      points[number] = try diagram.ifThenElse(player, diagram.and(pointsWith, without.negated), pointsWithout)
    }
    return try pointsBehind(-1, list.root, list, points)
  }

  private func edge(
    _ target: DecisionList.Target, _ functions: [DecisionDiagram.Edge]
  ) -> DecisionDiagram.Edge {
    switch target {
    case .constant(let truth): truth ? .true : .false
    case .decision(let number): functions[number]
    }
  }

  /// The minimal groups where an edge leads, among the players behind a rank: whoever is not asked belongs to none.
  private mutating func pointsBehind(
    _ rank: Int, _ target: DecisionList.Target, _ list: DecisionList, _ points: [DecisionDiagram.Edge]
  ) throws(DecisionDiagramError) -> DecisionDiagram.Edge {
    var first = players.count
    if case .decision(let number) = target { first = list.decisions[number].variable }
    var edge = edge(target, points)
    for skipped in (rank + 1..<first).reversed() {
      edge = try diagram.ifThenElse(diagram.variable(skipped), .false, edge)
    }
    return edge
  }
}

extension GroupCounts {
  /// One of the groups to which a player belongs: the one without players of lower rank that it can do without.
  fileprivate func firstGroup(with rank: Int) -> [Int]? {
    // Whether the player can be a member of what is behind each decision up to its own.
    var canJoin = Array(repeating: false, count: list.decisions.count)
    func isPossible(behind target: DecisionList.Target) -> Bool {
      switch target {
      case .constant(let truth): truth
      case .decision(let number): list.decisions[number].variable > rank || canJoin[number]
      }
    }
    for number in list.decisions.indices.reversed() where list.decisions[number].variable <= rank {
      let decision = list.decisions[number]
      canJoin[number] =
        isPossible(behind: decision.high) || decision.variable < rank && isPossible(behind: decision.low)
    }
    guard isPossible(behind: list.root) else { return nil }
    var group: [Int] = []
    var target = list.root
    while case .decision(let number) = target {
      let decision = list.decisions[number]
      let isMember = decision.variable == rank || !isPossible(behind: decision.low)
      if isMember { group.append(decision.variable) }
      target = isMember ? decision.high : decision.low
    }
    return group
  }

  /// Groups of one size for which the function holds, those with players of lower rank first; each with the numbers of its
  /// players in order.
  fileprivate func groups(ofSize size: Int, of players: [Int], maximumCount: Int) -> [[Int]] {
    struct Start {
      var target: DecisionList.Target
      var rank: Int
      var memberCount: Int
      /// The last of the members, as the number of a link; -1: there is none.
      var lastMember: Int
    }
    var links: [(rank: Int, before: Int)] = []
    var found: [[Int]] = []
    var waiting = [Start(target: list.root, rank: 0, memberCount: 0, lastMember: -1)]
    while let start = waiting.popLast(), found.count < maximumCount {
      guard has(groupOf: size - start.memberCount, behind: start.target, from: start.rank) else { continue }
      guard case .decision(let number) = start.target else {
        var members = Array(repeating: 0, count: start.memberCount)
        var link = start.lastMember
        for place in members.indices.reversed() where link >= 0 {
          members[place] = players[links[link].rank]
          link = links[link].before
        }
        // Mostly players are ranked in the order of their numbers.
        if zip(members, members.dropFirst()).contains(where: { $0 > $1 }) { members.sort() }
        found.append(members)
        continue
      }
      let decision = list.decisions[number]
      let behind = decision.variable + 1
      waiting.append(
        Start(target: decision.low, rank: behind, memberCount: start.memberCount, lastMember: start.lastMember))
      links.append((decision.variable, start.lastMember))
      waiting.append(
        Start(target: decision.high, rank: behind, memberCount: start.memberCount + 1, lastMember: links.count - 1))
    }
    return found
  }
}
