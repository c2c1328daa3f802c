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
    // By edge: -1, or the number of its decision among those of the list.
    var numbers = [Int32](repeating: -1, count: edgeNumberBound)
    var nextAtLevel = [Int32](repeating: 0, count: variableCount + 1)
    var waiting = [function]
    while let edge = waiting.popLast() {
      guard !edge.isConstant, numbers[Int(edge.bits)] < 0, let decision = decision(of: edge) else { continue }
      numbers[Int(edge.bits)] = 0
      nextAtLevel[level(of: edge)] += 1
      waiting.append(decision.high)
      waiting.append(decision.low)
    }
    var count: Int32 = 0
    for level in nextAtLevel.indices {
      let first = count
      count += nextAtLevel[level]
      nextAtLevel[level] = first
    }
    // Of decisions at one level none leads to another; the order of edges makes theirs the same in every run.
    var edges = Array(repeating: Edge.true, count: Int(count))
    for bits in numbers.indices where numbers[bits] >= 0 {
      let edge = Edge(toNodeAt: bits / 2).negated(if: bits & 1 == 1)
      let level = level(of: edge)
      numbers[bits] = nextAtLevel[level]
      edges[Int(nextAtLevel[level])] = edge
      nextAtLevel[level] += 1
    }
    func target(_ edge: Edge) -> DecisionList.Target {
      edge.isConstant ? .constant(edge == .true) : .decision(Int(numbers[Int(edge.bits)]))
    }
    var list = DecisionList(root: target(function))
    list.decisions.reserveCapacity(edges.count)
    for edge in edges {
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
