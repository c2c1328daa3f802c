internal import CasusEngine

/// Finds one smallest set of statements that makes a function hold: the least way through it, where saying nothing of a
/// choice costs nothing and speaking of it costs one.
struct LeastSetSearch {
  private let order: ChoiceOrder
  private var known = EdgeTable<Found>()
  private var remainingSteps: Int

  /// The best that can be done with a function.
  private struct Found {
    var size: Int
    /// The choice that it begins with; -1 for constants.
    var choice = -1
    /// What is said of that, by its place among all that was ever said; -1: nothing.
    var said = -1
    /// What is then left of the function.
    var rest = DecisionDiagram.Edge.true
  }

  /// Lists of options that were said of a choice: first those of one option that choices with two have.
  private var said: [[Int]] = [[0], [1]]

  /// What the choices with many options can be told, from that on which the search waits longest.
  private var pendingWays: [[Way]] = []

  private enum Step {
    case expand(DecisionDiagram.Edge)
    case choose(DecisionDiagram.Edge, choice: Int, ChoiceOrder.Halves)
    /// The last of the ways that are put off.
    case combine(DecisionDiagram.Edge, choice: Int)
  }

  /// - Parameter maximumSteps: functions that are looked at.
  init(_ order: ChoiceOrder, maximumSteps: Int) {
    self.order = order
    remainingSteps = maximumSteps
    known.insert(Found(size: 0), for: .true)
  }

  /// Nil where no set does.
  mutating func smallestSet(
    of function: DecisionDiagram.Edge, in diagram: inout DecisionDiagram
  ) throws(SettlingStop) -> [Selection]? {
    known.makeRoom(for: diagram)
    var steps = [Step.expand(function)]
    while let step = steps.popLast() {
      switch step {
      case .expand(let function):
        guard known[function] == nil, let choice = order.firstChoice(of: function, in: diagram) else { continue }
        remainingSteps -= 1
        if remainingSteps < 0 { throw .budget }
        if let halves = try order.halves(of: function, by: choice, in: &diagram) {
          steps.append(.choose(function, choice: choice, halves))
          steps.append(.expand(halves.first))
          steps.append(.expand(halves.second))
          // What holds either way is mostly one of the two.
          if halves.silent != halves.first, halves.silent != halves.second { steps.append(.expand(halves.silent)) }
          continue
        }
        let ways = try order.ways(of: function, by: choice, in: &diagram)
        steps.append(.combine(function, choice: choice))
        for way in ways { steps.append(.expand(way.function)) }
        pendingWays.append(ways)
      case .choose(let function, let choice, let halves):
        note(best(among: halves, of: choice), for: function)
      case .combine(let function, let choice):
        if let ways = pendingWays.popLast() { note(best(among: ways, of: choice), for: function) }
      }
    }
    return known[function].map { path(from: $0) }
  }

  private mutating func note(_ found: Found?, for function: DecisionDiagram.Edge) {
    if let found, known[function] == nil { known.insert(found, for: function) }
  }

  /// To say nothing of the choice; to say that it takes the first option; or the second: the first of those that do with
  /// fewest statements.
  private func best(among halves: ChoiceOrder.Halves, of choice: Int) -> Found? {
    var best = known[halves.silent].map { Found(size: $0.size, choice: choice, rest: halves.silent) }
    func consider(_ half: DecisionDiagram.Edge, saying option: Int) {
      guard half != halves.silent, let size = known[half]?.size else { return }
      if let best, best.size <= size + 1 { return }
      best = Found(size: size + 1, choice: choice, said: option, rest: half)
    }
    consider(halves.first, saying: 0)
    consider(halves.second, saying: 1)
    return best
  }

  /// The way to the smallest set; among equals the one that leaves most options.
  private mutating func best(among ways: [Way], of choice: Int) -> Found? {
    var best: (size: Int, way: Way)?
    for way in ways {
      guard let found = known[way.function] else { continue }
      let size = found.size + (way.options == nil ? 0 : 1)
      if let best, best.size < size || best.size == size && best.way.width >= way.width { continue }
      best = (size, way)
    }
    guard let (size, way) = best else { return nil }
    guard let options = way.options else { return Found(size: size, choice: choice, rest: way.function) }
    said.append(options)
    return Found(size: size, choice: choice, said: said.count - 1, rest: way.function)
  }

  private func path(from start: Found) -> [Selection] {
    var selections: [Selection] = []
    var next: Found? = start
    while let found = next, found.choice >= 0 {
      if found.said >= 0 { selections.append(Selection(choice: found.choice, options: said[found.said])) }
      next = known[found.rest]
    }
    return selections
  }
}

extension Way {
  fileprivate var width: Int { options?.count ?? .max }
}
