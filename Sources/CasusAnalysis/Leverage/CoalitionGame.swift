internal import CasusEngine

/// Which groups of deciders can make a condition true whatever all others decide: a *simple game*.
///
/// Its diagram has one variable a player, "is a member of the group", in the order of their ranks. A group that can
/// force it can do so with more members, so the function only ever rises with its variables.
struct CoalitionGame: ~Copyable {
  var diagram: DecisionDiagram
  /// Which groups can force it.
  let winning: DecisionDiagram.Edge
  /// The player at each rank. Ranks are the order in which the diagram asks; players are numbered as their owner does.
  let players: [Int]

  /// - Parameters:
  ///   - condition: a function of `source`; it may depend on the variables of the players alone.
  ///   - directions: how it moves with its variables.
  ///   - variables: the variables that each player decides. Every combination is open to it.
  init(
    forcing condition: DecisionDiagram.Edge, moving directions: [DecisionDiagram.Direction?],
    in source: borrowing DecisionDiagram, variables: [[Int]], limits: DecisionDiagram.Limits
  ) throws(DecisionDiagramError) {
    func isAsked(_ variable: Int) -> Bool { directions.indices.contains(variable) && directions[variable] != nil }
    let asked = variables.map { owned in owned.filter { isAsked($0) } }
    let players = Self.ranked(asked, in: source)
    var diagram = DecisionDiagram(limits: limits)
    var replacements: [Int: DecisionDiagram.Edge] = [:]
    var (chosen, opposed): ([Int], [Int]) = ([], [])
    var next = players.count
    for (rank, player) in players.enumerated() {
      let isMember = try diagram.variable(rank)
      for variable in asked[player] {
        switch directions[variable] {
        // True, or false, makes it no worse: the group decides so, and its opponents decide otherwise.
        case .rising: replacements[variable] = isMember
        case .falling: replacements[variable] = isMember.negated
        case nil: break
        case .turning:
          chosen.append(next)
          opposed.append(next + 1)
          let (choice, opposition) = (try diagram.variable(next), try diagram.variable(next + 1))
          replacements[variable] = try diagram.ifThenElse(isMember, choice, opposition)
          next += 2
        }
      }
    }
    let played = try diagram.substitute(in: source.list(of: condition)) { replacements[$0] ?? .false }
    let whateverOthersDo = try diagram.forAll(variables: opposed, in: played)
    winning = try diagram.exists(variables: chosen, in: whateverOthersDo)
    self.players = players
    self.diagram = diagram
  }

  /// The players in the order in which the condition asks their variables, so that the game is drawn as compactly.
  private static func ranked(_ variables: [[Int]], in source: borrowing DecisionDiagram) -> [Int] {
    var firstLevels: [Int] = []
    for owned in variables {
      var first = Int.max
      for variable in owned { first = min(first, source.level(ofVariable: variable)) }
      firstLevels.append(first)
    }
    return variables.indices.sorted { (firstLevels[$0], $0) < (firstLevels[$1], $1) }
  }

  /// Whether a player alone can force it, where nobody at all cannot.
  func isForced(byPlayerAt rank: Int) -> Bool {
    diagram.evaluate(winning) { $0 == rank } && !diagram.evaluate(winning) { _ in false }
  }

  /// The players whom some group needs: a player who never makes a difference can only stand by.
  var ranksThatMatter: Set<Int> { Set(diagram.support(of: winning)) }
}
