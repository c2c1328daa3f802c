internal import CasusEngine

/// One way in which a set of statements can speak of a choice: it leaves some options, or says nothing.
struct Way {
  /// The options that it leaves, ascending; nil: it says nothing.
  var options: [Int]?
  /// What then is left of the function: where it holds whichever of the options is taken.
  var function: DecisionDiagram.Edge
  /// The next weaker ways, by number.
  var weaker: [Int] = []
}

extension ChoiceOrder {
  /// The ways that matter: none could leave one more option and come to the same. The first says nothing.
  ///
  /// A number or a date is told as a range, so that the options that a way leaves are neighbours; of a few values any
  /// may be listed. What is presumed need not be said: saying nothing then leaves that option.
  func ways(
    of function: DecisionDiagram.Edge, by choice: Int, in diagram: inout DecisionDiagram
  ) throws(SettlingStop) -> [Way] {
    var search = WaySearch(
      branches: try branches(of: function, by: choice, in: &diagram), presumed: presumed[choice],
      isOnLine: choices[choice].isOnLine, isTellable: choices[choice].tellableOptions)
    return try search.ways(in: &diagram)
  }
}

extension DecisionDiagram {
  fileprivate mutating func meet(_ left: Edge, _ right: Edge) throws(SettlingStop) -> Edge {
    do { return try and(left, right) } catch { throw .budget }
  }
}

/// Finds the ways of a choice with many options, from the narrowest to the widest.
private struct WaySearch {
  let branches: [DecisionDiagram.Edge]
  let presumed: Int?
  let isOnLine: Bool
  let isTellable: [Bool]
  private var ways: [Way] = []
  private var numbers: [[Int]: Int] = [:]

  /// Ways of one choice: more are more than anybody reads.
  private static var maximumWays: Int { 2_000 }

  init(branches: [DecisionDiagram.Edge], presumed: Int?, isOnLine: Bool, isTellable: [Bool]) {
    self.branches = branches
    self.presumed = presumed
    self.isOnLine = isOnLine
    // A statement that leaves what is presumed says no more than silence.
    self.isTellable = isTellable.enumerated().map { $0.element && $0.offset != presumed }
  }

  mutating func ways(in diagram: inout DecisionDiagram) throws(SettlingStop) -> [Way] {
    var silent = presumed.map { branches[$0] } ?? .true
    if presumed == nil { for branch in branches { silent = try diagram.meet(silent, branch) } }
    ways = [Way(options: nil, function: silent)]
    numbers[Array(branches.indices)] = 0
    for option in branches.indices where isTellable[option] && branches[option] != .false {
      _ = try add([option], branches[option], in: &diagram)
    }
    var next = 1
    while next < ways.count {
      let (options, function) = (ways[next].options ?? [], ways[next].function)
      for option in candidates(beyond: options) {
        let wider = try diagram.meet(function, branches[option])
        guard wider != .false else { continue }
        let number = try add((options + [option]).sorted(), wider, in: &diagram)
        if !ways[next].weaker.contains(number) { ways[next].weaker.append(number) }
      }
      next += 1
    }
    return ways
  }

  private func candidates(beyond options: [Int]) -> [Int] {
    guard isOnLine else { return branches.indices.filter { isTellable[$0] && !options.contains($0) } }
    return [(options.first ?? 0) - 1, (options.last ?? 0) + 1].filter {
      branches.indices.contains($0) && $0 != presumed
    }
  }

  /// The number of the widest way that comes to the same as the one that leaves these options.
  private mutating func add(
    _ narrow: [Int], _ function: DecisionDiagram.Edge, in diagram: inout DecisionDiagram
  ) throws(SettlingStop) -> Int {
    var options = narrow
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for option in candidates(beyond: options) where try diagram.meet(function, branches[option]) == function {
        options.append(option)
        options.sort()
        isGrowing = true
      }
    }
    if let known = numbers[options] { return known }
    guard ways.count < Self.maximumWays else { throw .budget }
    numbers[options] = ways.count
    ways.append(Way(options: options, function: function, weaker: presumed == nil ? [] : [0]))
    return ways.count - 1
  }
}
