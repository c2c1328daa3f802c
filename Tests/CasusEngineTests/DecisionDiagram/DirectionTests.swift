import Testing

@testable import CasusEngine

/// How functions of many variables move, against what becomes of them once a variable is settled.
@Suite struct DirectionTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func directionsAreThoseOfBothHalves(_ seed: UInt64) throws {
    var diagram = DecisionDiagram()
    let function = try randomFunction(of: 24, seed: seed, in: &diagram)
    for edge in [function, function.negated] {
      let directions = try diagram.directions(of: edge)
      #expect(directions.count == diagram.variableCount)
      for variable in directions.indices {
        let expected = try direction(of: edge, variable, in: &diagram)
        #expect(directions[variable] == expected, "variable \(variable)")
      }
    }
  }

  @Test func directionsOfTheOppositeAreTurned() throws {
    var diagram = DecisionDiagram()
    for seed in 100..<110 as Range<UInt64> {
      let function = try randomFunction(of: 16, seed: seed, in: &diagram)
      let turned = try diagram.directions(of: function).map { $0?.turned }
      let opposite = try diagram.directions(of: function.negated)
      #expect(opposite == turned)
    }
  }

  /// Votes, of which some count against, and a part in which variables turn: searches that end with a case against what
  /// they were to show stand between those that do not, and share what they have met.
  private func randomFunction(
    of count: Int, seed: UInt64, in diagram: inout DecisionDiagram
  ) throws -> DecisionDiagram.Edge {
    var random = SplitMix(seed: seed)
    func pick(_ bound: Int) -> Int { Int(random.next(upperBound: UInt64(bound))) }
    var votes: [DecisionDiagram.Weighted] = []
    for _ in 0..<count {
      let (first, second) = (try diagram.variable(pick(count)), try diagram.variable(pick(count)))
      let vote = pick(2) == 0 ? try diagram.and(first, second) : try diagram.or(first, second)
      votes.append(.init(vote.negated(if: pick(4) == 0), weight: 1 + pick(3)))
    }
    let passed = try diagram.atLeast(count, of: votes)
    let (turning, other) = (try diagram.variable(pick(count)), try diagram.variable(pick(count)))
    let parted = try diagram.exclusiveOr(turning, other)
    return pick(2) == 0 ? passed : try diagram.and(passed, diagram.or(parted, diagram.variable(pick(count))))
  }

  private func direction(
    of edge: DecisionDiagram.Edge, _ variable: Int, in diagram: inout DecisionDiagram
  ) throws -> DecisionDiagram.Direction? {
    let low = try diagram.restrict(edge, variable, to: false)
    let high = try diagram.restrict(edge, variable, to: true)
    if low == high { return nil }
    if try diagram.and(low, high.negated) == .false { return .rising }
    return try diagram.and(high, low.negated) == .false ? .falling : .turning
  }
}
