import Testing

@testable import CasusEngine

/// What is read off several functions of one diagram at once.
@Suite struct ReadingTests {
  @Test func supportOfSeveralDiagramFunctionsIsThatOfAnyOfThem() throws {
    var diagram = DecisionDiagram()
    let edges = try diagram.randomTwins(count: 60, seed: 11).map { $0.edge }
    for (first, second) in zip(edges, edges.dropFirst()) {
      let each = Set(diagram.support(of: first)).union(diagram.support(of: second))
      #expect(diagram.support(of: [first, second]) == each.sorted())
    }
    #expect(diagram.support(of: []) == [])
  }

  @Test func decisionsTakenAreThoseOfTheOrderedWalk() throws {
    var diagram = DecisionDiagram()
    let edges = try diagram.randomTwins(count: 60, seed: 12).map { $0.edge }
    for edge in edges {
      let isTaken = diagram.decisions(takenBy: [edge])
      #expect(isTaken.indices.filter { isTaken[$0] } == diagram.positions(reachableFrom: [edge]).sorted())
      #expect(edge.number < diagram.edgeNumberBound)
    }
  }
}
