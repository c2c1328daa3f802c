internal import CasusEngine

/// Lists the minimal sets of a function: all, or where they are too many to be found, the smallest.
struct SettlingSearch {
  struct Result {
    /// What the sets are made of, each once, in the order of the choices.
    var selections: [Selection] = []
    /// The sets, as places among the selections, ascending.
    var sets: [[Int]] = []
    var isComplete: Bool
    var count: BigNatural?
  }

  private var order: ChoiceOrder
  private let limits: SettlingLimits
  private let shouldStop: @Sendable () -> Bool

  /// - Parameter presumed: by choice, the option that it takes where nothing is said of it.
  init(
    _ choices: [Choice], presumed: [Int?]? = nil, _ diagram: borrowing DecisionDiagram, _ limits: SettlingLimits,
    shouldStop: @escaping @Sendable () -> Bool
  ) {
    order = ChoiceOrder(choices, presumed: presumed, in: diagram)
    self.limits = limits
    self.shouldStop = shouldStop
  }

  mutating func selections(of function: DecisionDiagram.Edge, in diagram: inout DecisionDiagram) -> Result {
    order.begin(with: function, in: &diagram)
    if let all = sets(of: function, size: .max, in: &diagram) { return all }
    // All are too many: those of one statement, of two, and so on, as far as the budget goes.
    var found = Result(isComplete: false)
    for size in 1...max(1, order.choices.count) {
      guard var next = sets(of: function, size: size, in: &diagram) else { break }
      next.isComplete = false
      next.count = nil
      found = next
      if next.sets.count >= limits.maximumSets { break }
    }
    if !found.sets.isEmpty { return found }
    var least = LeastSetSearch(order, maximumSteps: limits.maximumSteps)
    if let set = try? least.smallestSet(of: function, in: &diagram) {
      found.selections = set.sorted { $0.choice < $1.choice }
      found.sets = [Array(set.indices)]
    }
    return found
  }

  /// Nil where the budget does not reach.
  private func sets(of function: DecisionDiagram.Edge, size: Int, in diagram: inout DecisionDiagram) -> Result? {
    var search = PrimeSearch(
      order, maximumNodes: limits.maximumNodes, maximumSteps: limits.maximumSteps, shouldStop: shouldStop)
    guard let family = try? search.minimalSets(of: function, size: size, in: &diagram) else { return nil }
    let count = search.families.count(of: family)
    let listed = search.families.smallest(of: family, maximumCount: limits.maximumSets)
    let (selections, sets) = search.selections(of: listed)
    return Result(
      selections: selections, sets: sets, isComplete: !(BigNatural(UInt64(sets.count)) < count), count: count)
  }
}
