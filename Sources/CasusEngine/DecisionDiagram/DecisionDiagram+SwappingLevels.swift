// Two neighbouring levels change places without anybody above or below noticing. A node of the upper level that leads
// to the lower one asks the four cases of both variables; it now asks the lower variable first, at the position where it
// was, so that every edge to it still leads to the same function:
//
//          upper                       lower
//         /     \                     /     \
//      lower   lower      →        upper   upper
//      /  \    /  \                /  \    /  \
//     00  01  10  11              00  10  01  11
//
// All other nodes stay as they are.

extension DecisionDiagram {
  mutating func swapLevels(below upperLevel: Int, sifting: inout Sifting) {
    let (upper, lower) = (variableAtLevel[upperLevel], variableAtLevel[upperLevel + 1])
    let candidates = sifting.positionsOfVariable[upper]
    sifting.positionsOfVariable[upper] = []
    for position in candidates {
      let node = table[position]
      if table[node.low.position].variable == lower || table[node.high.position].variable == lower {
        exchange(at: position, upper: upper, lower: lower, sifting: &sifting)
      } else {
        sifting.positionsOfVariable[upper].append(position)
      }
    }
    // Those that died are gone, or their positions already belong to nodes of the other variable.
    sifting.positionsOfVariable[lower].removeAll { table[$0].variable != lower }
    variableAtLevel.swapAt(upperLevel, upperLevel + 1)
    levelOfVariable.swapAt(upper, lower)
  }

  /// Turns one node that asks the upper variable first into one that asks the lower variable first.
  private mutating func exchange(at position: Int, upper: Int, lower: Int, sifting: inout Sifting) {
    let node = table[position]
    let lowerLevel = levelOfVariable[lower]
    let low = cofactors(of: node.low, atLevel: lowerLevel)
    let high = cofactors(of: node.high, atLevel: lowerLevel)
    // The high branch is not negated because the high edge of a high edge never is.
    let newLow = reference(to: upper, low: low.low, high: high.low, sifting: &sifting)
    let newHigh = reference(to: upper, low: low.high, high: high.high, sifting: &sifting)
    // No node equals the new one: none of the lower variable has depended on the upper so far.
    table.replace(at: position, with: Node(variable: lower, low: newLow, high: newHigh))
    sifting.positionsOfVariable[lower].append(position)
    release(node.low, sifting: &sifting)
    release(node.high, sifting: &sifting)
  }

  /// An edge, counted as one more, to the decision between two branches.
  ///
  /// Unlike ``decision(on:low:high:)`` it cannot be refused: half of an exchange would be no diagram.
  private mutating func reference(to variable: Int, low: Edge, high: Edge, sifting: inout Sifting) -> Edge {
    var edge = low
    if low != high {
      let (node, isTurned) = Node.regular(variable: variable, low: low, high: high)
      switch table.place(of: node) {
      case .held(let position):
        edge = Edge(toNodeAt: position).negated(if: isTurned)
      case .free(let slot):
        let position = table.insert(node, in: slot)
        edge = Edge(toNodeAt: position).negated(if: isTurned)
        sifting.positionsOfVariable[variable].append(position)
        if position == sifting.referenceCounts.count { sifting.referenceCounts.append(0) }
        sifting.referenceCounts[low.position] += 1
        sifting.referenceCounts[high.position] += 1
      }
    }
    sifting.referenceCounts[edge.position] += 1
    return edge
  }

  /// Takes back an edge to a node, and removes the node if that was the last.
  ///
  /// What it leads to lives on: the node that was exchanged leads there too.
  private mutating func release(_ edge: Edge, sifting: inout Sifting) {
    sifting.referenceCounts[edge.position] -= 1
    guard !edge.isConstant, sifting.referenceCounts[edge.position] == 0 else { return }
    let node = table[edge.position]
    sifting.referenceCounts[node.low.position] -= 1
    sifting.referenceCounts[node.high.position] -= 1
    table.remove(at: edge.position)
  }
}
