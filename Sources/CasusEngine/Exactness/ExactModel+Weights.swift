extension ExactModel {
  /// The inputs that can still make a difference to how a question comes out, the one most likely to do so first.
  mutating func openInputs(of number: Int) throws(EvaluationStop) -> [OpenInput] {
    let outcomes = try outcomes(of: number)
    var order: [InputID] = []
    var decides: [InputID: [Int]] = [:]
    for choice in choices {
      for input in choice.inputs {
        if decides[input] == nil { order.append(input) }
        decides[input, default: []] += choice.variables
      }
    }
    for outcome in outcomes {
      for input in outcome.inputs where decides[input] == nil {
        order.append(input)
        decides[input] = []
      }
    }
    var open: [OpenInput] = []
    for input in order {
      open.append(OpenInput(input: input, weight: try weight(of: decides[input] ?? [], [input], over: outcomes)))
    }
    return open.enumerated().sorted { left, right in
      let (first, second) = (left.element.weight ?? 0, right.element.weight ?? 0)
      return first == second ? left.offset < right.offset : first > second
    }.map { $0.element }
  }

  /// The probability of a function where each choice is equally likely to take any of its options.
  package func chance(of plane: DecisionDiagram.Edge) -> Double {
    if plane.isConstant { return plane == .true ? 1 : 0 }
    // By position of the node, how likely it holds and how likely it fails: both are carried along, since what is small
    // would be lost in the difference from one.
    var known: [Int: (holds: Double, fails: Double)] = [DecisionDiagram.Edge.true.position: (1, 0)]
    func chance(_ edge: DecisionDiagram.Edge) -> (holds: Double, fails: Double)? {
      known[edge.position].map { edge.isNegated ? ($0.fails, $0.holds) : $0 }
    }
    var stack = [plane]
    while let edge = stack.last {
      let node = edge.isNegated ? edge.negated : edge
      guard known[node.position] == nil, let (variable, low, high) = diagram.decision(of: node) else {
        stack.removeLast()
        continue
      }
      if let first = chance(low), let second = chance(high) {
        let odds = chanceOfTruth(of: variable)
        let share = Double(odds.favourable) / Double(odds.total)
        known[node.position] = (
          first.holds * (1 - share) + second.holds * share, first.fails * (1 - share) + second.fails * share
        )
        stack.removeLast()
      } else {
        if chance(low) == nil { stack.append(low) }
        if chance(high) == nil { stack.append(high) }
      }
    }
    return chance(plane)?.holds ?? 0
  }

  /// How likely a variable is true once those before it in its chain are, the options of a choice being equally likely.
  ///
  /// A chain of cuts leaves one part more than there are cuts: behind the first of two cuts lie two parts of three.
  package func chanceOfTruth(of variable: Int) -> (favourable: Int, total: Int) {
    guard case .cut(let unknown, let position) = variables[variable] else { return (1, 2) }
    let parts = table.unknowns[unknown].cuts.count + 1 - position
    return (parts - 1, parts)
  }
}
