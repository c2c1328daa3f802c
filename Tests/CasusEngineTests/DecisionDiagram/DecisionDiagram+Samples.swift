import CasusEngine

/// A function in both notations.
struct Twin {
  var edge: DecisionDiagram.Edge
  var table: TruthTable
}

extension DecisionDiagram {
  /// The constants, the variables, and functions made from them at random by every connective.
  mutating func randomTwins(count: Int, seed: UInt64) throws -> [Twin] {
    var random = SplitMix(seed: seed)
    var twins = [Twin(edge: .true, table: .always), Twin(edge: .false, table: .never)]
    for variable in 0..<TruthTable.variableCount {
      twins.append(Twin(edge: try self.variable(variable), table: .variable(variable)))
    }
    while twins.count < count {
      let (a, b, c) = (pick(), pick(), pick())
      switch random.next(upperBound: 5 as UInt64) {
      case 0: twins.append(Twin(edge: try and(a.edge, b.edge), table: a.table & b.table))
      case 1: twins.append(Twin(edge: try or(a.edge, b.edge), table: a.table | b.table))
      case 2: twins.append(Twin(edge: try exclusiveOr(a.edge, b.edge), table: a.table ^ b.table))
      case 3: twins.append(Twin(edge: not(a.edge), table: !a.table))
      default:
        let table = (a.table & b.table) | (!a.table & c.table)
        twins.append(Twin(edge: try ifThenElse(a.edge, b.edge, c.edge), table: table))
      }
    }
    return twins

    func pick() -> Twin { twins[Int(random.next(upperBound: UInt64(twins.count)))] }
  }

  /// `x0 and xN`, or `x1 and xN+1`, and so on, for N pairs, in the worst of orders: all first halves are asked, and
  /// must be remembered, before any second.
  mutating func pairs(_ count: Int) throws(DecisionDiagramError) -> Edge {
    var terms: [Edge] = []
    for number in 0..<count { terms.append(try and(try variable(number), try variable(count + number))) }
    return try disjunction(terms)
  }
}
