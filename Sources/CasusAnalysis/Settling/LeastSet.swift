internal import CasusEngine

/// Finds one smallest set of statements that makes a function hold: the least way through it, where saying nothing of a
/// choice costs nothing and speaking of it costs one.
struct LeastSetSearch {
  private let order: ChoiceOrder
  private var known: [DecisionDiagram.Edge: Found] = [:]
  private var remainingSteps: Int

  private struct Found {
    var size: Int
    /// Nil for constants.
    var choice: Int?
    var way: Way?
  }

  private enum Step {
    case expand(DecisionDiagram.Edge)
    case combine(DecisionDiagram.Edge, choice: Int, [Way])
  }

  /// - Parameter maximumSteps: functions that are looked at.
  init(_ order: ChoiceOrder, maximumSteps: Int) {
    self.order = order
    remainingSteps = maximumSteps
    known[.true] = Found(size: 0)
  }

  /// Nil where no set does.
  mutating func smallestSet(
    of function: DecisionDiagram.Edge, in diagram: inout DecisionDiagram
  ) throws(SettlingStop) -> [Selection]? {
    var steps = [Step.expand(function)]
    while let step = steps.popLast() {
      switch step {
      case .expand(let function):
        guard known[function] == nil, let choice = order.firstChoice(of: function, in: diagram) else { continue }
        remainingSteps -= 1
        if remainingSteps < 0 { throw .budget }
        let ways = try order.ways(of: function, by: choice, in: &diagram)
        steps.append(.combine(function, choice: choice, ways))
        for way in ways { steps.append(.expand(way.function)) }
      case .combine(let function, let choice, let ways):
        known[function] = best(among: ways, of: choice)
      }
    }
    return known[function].map { path(from: $0) }
  }

  /// The way to the smallest set; among equals the one that leaves most options.
  private func best(among ways: [Way], of choice: Int) -> Found? {
    var best: Found?
    for way in ways {
      guard let found = known[way.function] else { continue }
      let size = found.size + (way.options == nil ? 0 : 1)
      if let best, best.size < size || best.size == size && (best.way?.width ?? 0) >= way.width { continue }
      best = Found(size: size, choice: choice, way: way)
    }
    return best
  }

  private func path(from start: Found) -> [Selection] {
    var selections: [Selection] = []
    var next: Found? = start
    while let found = next, let choice = found.choice, let way = found.way {
      if let options = way.options { selections.append(Selection(choice: choice, options: options)) }
      next = known[way.function]
    }
    return selections
  }
}

extension Way {
  fileprivate var width: Int { options?.count ?? .max }
}
