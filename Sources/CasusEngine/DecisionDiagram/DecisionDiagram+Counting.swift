extension DecisionDiagram {
  /// In how many of all cases of the variables the function holds, or nil if it depends on a variable not among them.
  package func modelCount(of function: Edge, over variables: [Int]) -> BigNatural? {
    let ranks = Ranks(of: variables, in: self)
    // For each decision, the cases of its own variable and those behind it; true first, then false.
    var counts = Array(repeating: CaseCounts(holding: 0, failing: 0), count: table.nodes.count)
    counts[Edge.true.position].holding = 1
    for position in positions(reachableFrom: [function]) {
      let node = table[position]
      guard let rank = ranks.rank(ofVariable: Int(node.variable)) else { return nil }
      let low = cases(of: node.low, from: rank + 1, ranks: ranks, counts: counts)
      let high = cases(of: node.high, from: rank + 1, ranks: ranks, counts: counts)
      counts[position] = CaseCounts(holding: low.holding + high.holding, failing: low.failing + high.failing)
    }
    return cases(of: function, from: 0, ranks: ranks, counts: counts).holding
  }

  /// The cases of a function over all counted variables from a rank on: each variable it skips doubles them.
  private func cases(of edge: Edge, from rank: Int, ranks: Ranks, counts: [CaseCounts]) -> CaseCounts {
    let skipped = ranks.rank(ofFirstDecisionIn: edge, of: self) - rank
    let count = counts[edge.position]
    let (holding, failing) =
      edge.isNegated ? (count.failing, count.holding) : (count.holding, count.failing)
    return CaseCounts(holding: holding.shiftedLeft(by: skipped), failing: failing.shiftedLeft(by: skipped))
  }

  /// Both numbers are carried along, because an edge that negates exchanges them.
  private struct CaseCounts {
    var holding: BigNatural
    var failing: BigNatural
  }

  /// The variables that are counted, numbered in the order in which they are asked.
  private struct Ranks {
    /// The rank of each variable, by its number; nil for those that are not counted.
    private var ranks: [Int?]
    private let count: Int

    init(of variables: [Int], in diagram: borrowing DecisionDiagram) {
      // Variables that the diagram has never heard of are asked by no function, so they may stand last.
      let counted = Set(variables)
      ranks = Array(repeating: nil, count: diagram.variableCount)
      var known = 0
      for variable in diagram.variableAtLevel where counted.contains(variable) {
        ranks[variable] = known
        known += 1
      }
      count = counted.count
    }

    func rank(ofVariable variable: Int) -> Int? { ranks[variable] }

    func rank(ofFirstDecisionIn edge: Edge, of diagram: borrowing DecisionDiagram) -> Int {
      diagram.decision(of: edge).flatMap { rank(ofVariable: $0.variable) } ?? count
    }
  }
}
