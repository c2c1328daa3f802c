internal import CasusEngine

/// Finds all minimal sets of statements that make a function hold: its prime implicants, with options for values.
///
/// A minimal set that says nothing of a function's first choice is one of the function that holds whichever option is
/// taken. One that leaves some options is a minimal set of what is left of the function then, unless it would do for
/// more options as well. So the sets of a function follow from those of the functions behind its first choice, and no
/// combination is ever tried. Families of sets are kept as diagrams, so that there may be millions.
struct PrimeSearch: ~Copyable {
  private let order: ChoiceOrder
  private(set) var families: SetFamilies
  private var known: [Key: SetFamilies.Family] = [:]
  /// The options that an element of a set leaves, by choice and place.
  private var meanings: [[[Int]]]
  private var remainingSteps: Int
  private let shouldStop: @Sendable () -> Bool

  private struct Key: Hashable {
    var function: DecisionDiagram.Edge
    var size: Int
  }

  private enum Step {
    case expand(Key)
    case combine(Key, choice: Int, [Way])
  }

  /// Places for the options of one choice.
  private static var placesOfChoice: Int { 1 << 12 }

  /// - Parameters:
  ///   - maximumNodes: nodes of families.
  ///   - maximumSteps: functions that are looked at.
  init(
    _ order: ChoiceOrder, maximumNodes: Int, maximumSteps: Int, shouldStop: @escaping @Sendable () -> Bool
  ) {
    self.order = order
    self.shouldStop = shouldStop
    families = SetFamilies(maximumNodes: maximumNodes)
    meanings = Array(repeating: [], count: order.choices.count)
    remainingSteps = maximumSteps
  }

  /// The choice that an element of a set speaks of, and the options that it leaves.
  func selection(of element: Int) -> Selection {
    let choice = order.ranked[element / Self.placesOfChoice]
    return Selection(choice: choice, options: meanings[choice][element % Self.placesOfChoice])
  }

  /// - Parameter size: the most statements that a set may have.
  mutating func minimalSets(
    of function: DecisionDiagram.Edge, size: Int, in diagram: inout DecisionDiagram
  ) throws(SettlingStop) -> SetFamilies.Family {
    let root = Key(function: function, size: size)
    var steps = [Step.expand(root)]
    while let step = steps.popLast() {
      switch step {
      case .expand(let key):
        guard result(key) == nil, let choice = order.firstChoice(of: key.function, in: diagram) else { continue }
        remainingSteps -= 1
        if remainingSteps < 0 || remainingSteps & 0xFF == 0 && shouldStop() { throw .budget }
        let ways = try order.ways(of: key.function, by: choice, in: &diagram)
        steps.append(.combine(key, choice: choice, ways))
        for way in ways { steps.append(.expand(Key(function: way.function, size: way.size(in: key.size)))) }
      case .combine(let key, let choice, let ways):
        known[key] = try combine(key, choice, ways)
      }
    }
    return result(root) ?? .none
  }

  private func result(_ key: Key) -> SetFamilies.Family? {
    if key.function == .false { return SetFamilies.Family.none }
    if key.function == .true { return .unit }
    return key.size <= 0 ? SetFamilies.Family.none : known[key]
  }

  private mutating func combine(
    _ key: Key, _ choice: Int, _ ways: [Way]
  ) throws(SettlingStop) -> SetFamilies.Family {
    func sets(_ way: Way) -> SetFamilies.Family {
      result(Key(function: way.function, size: way.size(in: key.size))) ?? .none
    }
    var family = sets(ways[0])
    for way in ways {
      guard let options = way.options else { continue }
      var own = sets(way)
      for weaker in way.weaker { own = try families.difference(own, sets(ways[weaker])) }
      if own == .none { continue }
      let saying = try families.family(element(choice, options), without: .none, with: own)
      family = try families.union(family, saying)
    }
    return family
  }

  private mutating func element(_ choice: Int, _ options: [Int]) throws(SettlingStop) -> Int {
    let place = meanings[choice].firstIndex(of: options) ?? meanings[choice].count
    guard place < Self.placesOfChoice else { throw .budget }
    if place == meanings[choice].count { meanings[choice].append(options) }
    return order.rank(of: choice) * Self.placesOfChoice + place
  }
}

extension Way {
  /// How many statements are left for the other choices.
  fileprivate func size(in size: Int) -> Int { options == nil ? size : size - 1 }
}
