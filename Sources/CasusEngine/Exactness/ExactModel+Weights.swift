extension ExactModel {
  /// The inputs on which functions depend, the one most likely to decide first.
  mutating func openInputs(of planes: [DecisionDiagram.Edge]) throws(EvaluationStop) -> [OpenInput] {
    var order: [InputID] = []
    var decides: [InputID: [Int]] = [:]
    for choice in choices {
      for input in choice.inputs {
        if decides[input] == nil { order.append(input) }
        decides[input, default: []] += choice.variables
      }
    }
    var open: [OpenInput] = []
    for input in order {
      open.append(OpenInput(input: input, weight: try weight(of: decides[input] ?? [], in: planes)))
    }
    return open.enumerated().sorted { left, right in
      let (first, second) = (left.element.weight ?? 0, right.element.weight ?? 0)
      return first == second ? left.offset < right.offset : first > second
    }.map { $0.element }
  }

  /// How much variables matter to functions: how likely it is that all others leave one of them to these.
  package mutating func weight(
    of variables: [Int], in planes: [DecisionDiagram.Edge]
  ) throws(EvaluationStop) -> Double {
    var weight = 0.0
    for plane in planes {
      do {
        let may = try diagram.exists(variables: variables, in: plane)
        let must = try diagram.forAll(variables: variables, in: plane)
        weight = max(weight, chance(of: try diagram.and(may, must.negated)))
      } catch { throw .diagramLimit }
    }
    return weight
  }

  /// The probability of a function where each choice is equally likely to take any of its options.
  package func chance(of plane: DecisionDiagram.Edge) -> Double {
    if plane.isConstant { return plane == .true ? 1 : 0 }
    // By position of the node; the edge that negates it has the rest.
    var known: [Int: Double] = [DecisionDiagram.Edge.true.position: 1]
    func chance(_ edge: DecisionDiagram.Edge) -> Double? {
      known[edge.position].map { edge.isNegated ? 1 - $0 : $0 }
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
        known[node.position] = first * (1 - share) + second * share
        stack.removeLast()
      } else {
        if chance(low) == nil { stack.append(low) }
        if chance(high) == nil { stack.append(high) }
      }
    }
    return chance(plane) ?? 0
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
