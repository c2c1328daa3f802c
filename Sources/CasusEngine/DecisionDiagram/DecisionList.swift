/// A function as a plain list of decisions, for whoever must look at each of them once, in order.
///
/// Unlike in the diagram nothing negates: a function and its opposite, where both are needed, are two entries. Every
/// decision stands behind those that lead to it, so that one pass goes down from the root, and one backwards goes up.
package struct DecisionList: Sendable {
  package struct Decision: Equatable, Sendable {
    package var variable: Int
    package var low: Target
    package var high: Target
  }

  /// Where an edge leads.
  package enum Target: Equatable, Sendable {
    case constant(Bool)
    /// The decision of that number.
    case decision(Int)
  }

  package var decisions: [Decision] = []
  package var root: Target
}

extension DecisionDiagram {
  package func list(of function: Edge) -> DecisionList {
    var found: [Edge] = []
    var numbers: [Edge: Int] = [:]
    var waiting = [function]
    while let edge = waiting.popLast() {
      guard let decision = decision(of: edge), numbers.updateValue(0, forKey: edge) == nil else { continue }
      found.append(edge)
      waiting += [decision.high, decision.low]
    }
    // Of decisions at one level none leads to another; their numbers make the order the same in every run.
    found.sort { left, right in
      let (first, second) = (level(of: left), level(of: right))
      return first == second ? left.bits < right.bits : first < second
    }
    for (number, edge) in found.enumerated() { numbers[edge] = number }
    func target(_ edge: Edge) -> DecisionList.Target {
      numbers[edge].map { .decision($0) } ?? .constant(edge == .true)
    }
    var list = DecisionList(root: target(function))
    for edge in found {
      guard let decision = decision(of: edge) else { continue }
      list.decisions.append(
        .init(variable: decision.variable, low: target(decision.low), high: target(decision.high)))
    }
    return list
  }

  /// A function of another diagram, or of this one, with a function of this one in the place of each variable.
  package mutating func substitute(
    in list: DecisionList, _ replacement: (Int) -> Edge
  ) throws(DecisionDiagramError) -> Edge {
    var made = Array(repeating: Edge.false, count: list.decisions.count)
    func edge(_ target: DecisionList.Target) -> Edge {
      switch target {
      case .constant(let truth): truth ? .true : .false
      case .decision(let number): made[number]
      }
    }
    for number in list.decisions.indices.reversed() {
      let decision = list.decisions[number]
      made[number] = try ifThenElse(replacement(decision.variable), edge(decision.high), edge(decision.low))
    }
    return edge(list.root)
  }
}
