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
  /// The minimal sets of functions, however large; and those of functions up to a size.
  private var known = EdgeTable<SetFamilies.Family>()
  private var knownUpToSize: [Key: SetFamilies.Family] = [:]
  /// The options that an element of a set leaves, by choice and place.
  private var meanings: [[[Int]]]
  /// What the choices with many options can be told, from that on which the search waits longest.
  private var pendingWays: [[Way]] = []
  private var remainingSteps: Int
  private let shouldStop: @Sendable () -> Bool

  fileprivate struct Key: Hashable {
    var function: DecisionDiagram.Edge
    var size: Int
  }

  private enum Step {
    case expand(Key)
    case choose(Key, choice: Int, ChoiceOrder.Halves)
    /// The last of the ways that are put off come to what the results before say.
    case combine(Key, choice: Int)
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

  /// What elements speak of, in the order of the choices, and sets of elements as places among that, ascending.
  func selections(of sets: [[Int]]) -> (selections: [Selection], sets: [[Int]]) {
    var selections: [Selection] = []
    var firstPlaces: [Int] = []
    for choice in meanings.indices {
      firstPlaces.append(selections.count)
      for options in meanings[choice] { selections.append(Selection(choice: choice, options: options)) }
    }
    let firstOfRank = order.ranked.map { firstPlaces[$0] }
    let places = sets.map { set in
      let places = set.map { firstOfRank[$0 / Self.placesOfChoice] + $0 % Self.placesOfChoice }
      return zip(places, places.dropFirst()).allSatisfy { $0 < $1 } ? places : places.sorted()
    }
    return (selections, places)
  }

  /// - Parameter size: the most statements that a set may have; `Int.max`: as many as it takes.
  mutating func minimalSets(
    of function: DecisionDiagram.Edge, size: Int, in diagram: inout DecisionDiagram
  ) throws(SettlingStop) -> SetFamilies.Family {
    let root = Key(function: function, size: size)
    if size == .max { known.makeRoom(for: diagram) }
    var steps = [Step.expand(root)]
    while let step = steps.popLast() {
      switch step {
      case .expand(let key):
        guard result(key) == nil, let choice = order.firstChoice(of: key.function, in: diagram) else { continue }
        remainingSteps -= 1
        if remainingSteps < 0 || remainingSteps & 0xFF == 0 && shouldStop() { throw .budget }
        if let halves = try order.halves(of: key.function, by: choice, in: &diagram) {
          steps.append(.choose(key, choice: choice, halves))
          steps.append(.expand(key.silent(halves.silent)))
          steps.append(.expand(key.saying(halves.first)))
          steps.append(.expand(key.saying(halves.second)))
          continue
        }
        let ways = try order.ways(of: key.function, by: choice, in: &diagram)
        steps.append(.combine(key, choice: choice))
        for way in ways { steps.append(.expand(key.behind(way))) }
        pendingWays.append(ways)
      case .choose(let key, let choice, let halves):
        note(try choose(key, choice, halves), for: key)
      case .combine(let key, let choice):
        if let ways = pendingWays.popLast() { note(try combine(key, choice, ways), for: key) }
      }
    }
    return result(root) ?? .none
  }

  private func result(_ key: Key) -> SetFamilies.Family? {
    if key.function == .false { return SetFamilies.Family.none }
    if key.function == .true { return .unit }
    if key.size <= 0 { return SetFamilies.Family.none }
    return key.size == .max ? known[key.function] : knownUpToSize[key]
  }

  private mutating func note(_ family: SetFamilies.Family, for key: Key) {
    if key.size != .max {
      knownUpToSize[key] = family
    } else if known[key.function] == nil {
      known.insert(family, for: key.function)
    }
  }

  /// The sets that say nothing of a choice with two options, and those that name the one or the other and could not do
  /// without.
  private mutating func choose(
    _ key: Key, _ choice: Int, _ halves: ChoiceOrder.Halves
  ) throws(SettlingStop) -> SetFamilies.Family {
    let silent = result(key.silent(halves.silent)) ?? .none
    var family = silent
    for (option, half) in [(0, halves.first), (1, halves.second)]
    where half != halves.silent {
      let own = try families.difference(result(key.saying(half)) ?? .none, silent)
      if own == .none { continue }
      let element = try element(choice, option: option)
      let saying = try families.family(element, without: family == silent ? family : .none, with: own)
      family = family == silent ? saying : try families.union(family, saying)
    }
    return family
  }

  private mutating func combine(
    _ key: Key, _ choice: Int, _ ways: [Way]
  ) throws(SettlingStop) -> SetFamilies.Family {
    var family = result(key.behind(ways[0])) ?? .none
    for way in ways {
      guard let options = way.options else { continue }
      var own = result(key.behind(way)) ?? .none
      for weaker in way.weaker { own = try families.difference(own, result(key.behind(ways[weaker])) ?? .none) }
      if own == .none { continue }
      let saying = try families.family(element(choice, options), without: .none, with: own)
      family = try families.union(family, saying)
    }
    return family
  }

  /// One that is known is found without a list being made.
  private mutating func element(_ choice: Int, option: Int) throws(SettlingStop) -> Int {
    if let place = meanings[choice].firstIndex(where: { $0.count == 1 && $0[0] == option }) {
      return order.rank(of: choice) * Self.placesOfChoice + place
    }
    return try element(choice, [option])
  }

  private mutating func element(_ choice: Int, _ options: [Int]) throws(SettlingStop) -> Int {
    let place = meanings[choice].firstIndex(of: options) ?? meanings[choice].count
    guard place < Self.placesOfChoice else { throw .budget }
    if place == meanings[choice].count { meanings[choice].append(options) }
    return order.rank(of: choice) * Self.placesOfChoice + place
  }
}

extension PrimeSearch.Key {
  /// What is left to be found where nothing is said of a choice.
  fileprivate func silent(_ function: DecisionDiagram.Edge) -> Self { Self(function: function, size: size) }

  /// What is left where something is: one statement less for the other choices.
  fileprivate func saying(_ function: DecisionDiagram.Edge) -> Self {
    Self(function: function, size: size == .max ? .max : size - 1)
  }

  fileprivate func behind(_ way: Way) -> Self { way.options == nil ? silent(way.function) : saying(way.function) }
}
