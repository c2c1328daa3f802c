import Testing

@testable import CasusEngine

@Suite("Reordering changes the drawing and not the functions")
struct ReorderingTests {
  @Test(arguments: 0..<60)
  func functionsStayWhatTheyWere(seed: Int) throws {
    var diagram = DecisionDiagram()
    var twins = try diagram.randomTwins(count: 50, seed: UInt64(seed))
    twins = Array(twins.suffix(1 + seed % 12))
    let sizeBefore = decisions(of: twins, in: diagram)
    diagram.reduceByReordering(keeping: twins.map(\.edge))
    check(twins, in: diagram)
    // Nothing is left over, and nothing has grown.
    #expect(diagram.nodeCount == decisions(of: twins, in: diagram))
    #expect(diagram.nodeCount <= sizeBefore)
    // In the new order too equal functions have equal edges, also those that are made only now.
    let others = try diagram.randomTwins(count: 50, seed: UInt64(seed + 1000))
    check(others, in: diagram)
    for old in twins {
      for new in others { #expect((old.edge == new.edge) == (old.table == new.table)) }
    }
  }

  /// Any two neighbours may change places at any time, and changing them back restores the size.
  @Test(arguments: 0..<20)
  func swappingTwiceRestoresTheSize(seed: Int) throws {
    var diagram = DecisionDiagram()
    let twins = try diagram.randomTwins(count: 40, seed: UInt64(seed))
    let roots = twins.map(\.edge)
    diagram.collectGarbage(keeping: roots)
    var sifting = DecisionDiagram.Sifting(of: diagram, roots: roots, maximumVisits: 0)
    for level in [0, 1, 2, 3, 4, 4, 3, 2, 1, 0] {
      let (size, order) = (diagram.nodeCount, diagram.variableAtLevel)
      diagram.swapLevels(below: level, sifting: &sifting)
      check(twins, in: diagram)
      #expect(diagram.variableAtLevel != order)
      diagram.swapLevels(below: level, sifting: &sifting)
      #expect(diagram.nodeCount == size)
      #expect(diagram.variableAtLevel == order)
      diagram.swapLevels(below: level, sifting: &sifting)
    }
    check(twins, in: diagram)
    #expect(diagram.nodeCount == decisions(of: twins, in: diagram))
  }

  private func check(_ twins: [Twin], in diagram: borrowing DecisionDiagram) {
    for twin in twins {
      let read = TruthTable { number in diagram.evaluate(twin.edge) { TruthTable.value(of: $0, inCase: number) } }
      #expect(read == twin.table)
      #expect(diagram.support(of: twin.edge) == (0..<TruthTable.variableCount).filter(twin.table.dependsOn))
      let count = BigNatural(UInt64(twin.table.column.nonzeroBitCount))
      #expect(diagram.modelCount(of: twin.edge, over: Array(0..<TruthTable.variableCount)) == count)
    }
    #expect(diagram.checkInvariants().isEmpty)
  }

  private func decisions(of twins: [Twin], in diagram: borrowing DecisionDiagram) -> Int {
    diagram.positions(reachableFrom: twins.map(\.edge)).count
  }

  @Test func pairsFindTogether() throws {
    var diagram = DecisionDiagram()
    let edge = try diagram.pairs(10)
    // One decision for each set of first halves seen at each level, and as many for the second halves.
    #expect(diagram.nodeCount(of: edge) == 2 * (1 << 10) - 2)
    diagram.reduceByReordering(keeping: [edge])
    #expect(diagram.nodeCount(of: edge) == 20)
    for number in 0..<10 {
      #expect(abs(diagram.levelOfVariable[number] - diagram.levelOfVariable[number + 10]) == 1)
    }
    #expect(try diagram.pairs(10) == edge)
    #expect(diagram.checkInvariants().isEmpty)
  }

  @Test(arguments: [Int.min, 0, 1, 100, 5000])
  func aShortBudgetLeavesADiagramThatWorks(maximumVisits: Int) throws {
    var diagram = DecisionDiagram()
    let edge = try diagram.pairs(10)
    let size = diagram.nodeCount(of: edge)
    diagram.reduceByReordering(keeping: [edge], maximumVisits: maximumVisits)
    #expect(diagram.nodeCount <= size)
    #expect(diagram.nodeCount == diagram.nodeCount(of: edge))
    #expect(try diagram.pairs(10) == edge)
    #expect(diagram.checkInvariants().isEmpty)
  }

  @Test func garbageMakesRoom() throws {
    var diagram = DecisionDiagram(limits: .init(maximumNodes: 3000))
    let edge = try diagram.pairs(10)
    let size = diagram.nodeCount(of: edge)
    #expect(diagram.nodeCount > size)
    diagram.collectGarbage(keeping: [edge])
    #expect(diagram.nodeCount == size)
    #expect(try diagram.pairs(10) == edge)
    diagram.collectGarbage(keeping: [])
    #expect(diagram.nodeCount == 0)
    diagram.reduceByReordering(keeping: [.true, .false])
    #expect(diagram.nodeCount == 0)
    let again = try diagram.pairs(10)
    #expect(diagram.nodeCount(of: again) == size)
    #expect(diagram.checkInvariants().isEmpty)
  }

  /// The time may be bounded, and the depth does not matter here either.
  @Test func manyLevelsAreReorderedWithinTheBudget() throws {
    var diagram = DecisionDiagram()
    let variables = try (0..<3000).map { try diagram.variable($0) }
    let edge = try diagram.conjunction(variables)
    diagram.reduceByReordering(keeping: [edge], maximumVisits: 20_000)
    #expect(diagram.nodeCount(of: edge) == 3000)
    #expect(diagram.evaluate(edge) { _ in true } == true)
    #expect(diagram.checkInvariants().isEmpty)
  }
}
