internal import CasusEngine
internal import CasusSemantics

/// What deciders would have to decide.
extension ExactModel {
  mutating func addDecisions(
    to leverage: inout Leverage, _ truth: Truth<DecisionDiagram.Edge>, _ owners: VariableOwners
  ) throws(DecisionDiagramError) {
    let beyond = owners.inexact + owners.nature
    let forced = try diagram.forAll(variables: beyond, in: truth.certain)
    let toForce = try decisions(of: leverage.deciders.map { $0.entity }, leverage.force.listed, on: forced, owners)
    let blocked = try diagram.forAll(variables: beyond, in: truth.possible.negated)
    let toBlock = try decisions(of: leverage.deciders.map { $0.entity }, leverage.block.listed, on: blocked, owners)
    for number in leverage.deciders.indices {
      leverage.deciders[number].toForce = toForce[number]
      leverage.deciders[number].toBlock = toBlock[number]
    }
  }

  /// By decider: its part of what the first group that it belongs to would have to decide.
  private mutating func decisions(
    of deciders: [EntityID], _ groups: [[Int]], on function: DecisionDiagram.Edge, _ owners: VariableOwners
  ) throws(DecisionDiagramError) -> [[CheckedStatement]] {
    var decisions: [[CheckedStatement]] = deciders.map { _ in [] }
    for group in groups where group.contains(where: { decisions[$0].isEmpty }) {
      let left = try diagram.forAll(variables: owners.others(than: group), in: function)
      guard let selections = leastSet(of: left) else { continue }
      for member in group where decisions[member].isEmpty {
        let own = selections.filter { choices[$0.choice].decider == deciders[member] }
        decisions[member] = statements(for: own) ?? statements(for: own.map { $0.first }) ?? []
      }
    }
    return decisions
  }

  /// The fewest things to decide that make a function hold.
  private mutating func leastSet(of function: DecisionDiagram.Edge) -> [Selection]? {
    var search = LeastSetSearch(ChoiceOrder(choices, in: diagram), maximumSteps: SettlingLimits().maximumSteps)
    return try? search.smallestSet(of: function, in: &diagram).map { set in
      set.sorted { $0.choice < $1.choice }
    }
  }
}

extension Selection {
  /// The same with its first option alone, which can always be told where any can.
  fileprivate var first: Selection { Selection(choice: choice, options: Array(options.prefix(1))) }
}
