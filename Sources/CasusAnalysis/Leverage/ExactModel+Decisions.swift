package import CasusEngine
internal import CasusSemantics

/// What deciders would have to decide.
extension ExactModel {
  /// By decider: its part of what a group that needs it would have to decide to make a side's function hold.
  mutating func decisions(
    of deciders: [EntityID], on side: LeverageSide, _ owners: VariableOwners
  ) throws(DecisionDiagramError) -> [[CheckedStatement]] {
    var decisions: [[CheckedStatement]?] = deciders.map { _ in nil }
    for (number, group) in side.examples.enumerated() where decisions[number] == nil {
      guard let group else { continue }
      let left = try diagram.forAll(variables: owners.others(than: group), in: side.worst, moving: side.directions)
      guard let selections = leastSet(of: left) else { continue }
      for member in group where decisions[member] == nil {
        let own = selections.filter { choices[$0.choice].decider == deciders[member] }
        decisions[member] = statements(for: own) ?? statements(for: own.map { $0.first })
      }
    }
    return decisions.map { $0 ?? [] }
  }

  /// The fewest things to decide that make a function hold; nil where nothing does.
  package mutating func leastSet(of function: DecisionDiagram.Edge) -> [Selection]? {
    var order = ChoiceOrder(choices, in: diagram)
    order.begin(with: function, in: &diagram)
    var search = LeastSetSearch(order, maximumSteps: SettlingLimits().maximumSteps)
    return try? search.smallestSet(of: function, in: &diagram).map { set in
      set.sorted { $0.choice < $1.choice }
    }
  }
}

extension Selection {
  /// The same with its first option alone, which can always be told where any can.
  fileprivate var first: Selection { Selection(choice: choice, options: Array(options.prefix(1))) }
}
