import CasusEngine
import Testing

@Suite("Thresholds and exact counts")
struct ThresholdTests {
  @Test(arguments: -1...8)
  func atLeastCountsWhatHolds(threshold: Int) throws {
    var diagram = DecisionDiagram()
    let variables = try [4, 0, 5, 2, 1, 3].map { try diagram.variable($0) }
    let edge = try diagram.atLeast(threshold, of: variables)
    for number in 0..<64 {
      #expect(diagram.evaluate(edge) { number >> $0 & 1 == 1 } == (number.nonzeroBitCount >= threshold))
    }
  }

  @Test(arguments: 0..<30)
  func atLeastCountsFunctionsToo(seed: Int) throws {
    var diagram = DecisionDiagram()
    let twins = try diagram.randomTwins(count: 40, seed: UInt64(seed)).suffix(9)
    for threshold in 0...10 {
      let edge = try diagram.atLeast(threshold, of: twins.map(\.edge))
      for number in TruthTable.cases {
        let holding = twins.count { $0.table.holds(inCase: number) }
        let decided = diagram.evaluate(edge) { TruthTable.value(of: $0, inCase: number) }
        #expect(decided == (holding >= threshold))
      }
    }
  }

  @Test func whatIsNamedTwiceCountsTwice() throws {
    var diagram = DecisionDiagram()
    let (a, b) = (try diagram.variable(0), try diagram.variable(1))
    #expect(try diagram.atLeast(2, of: [a, a, b]) == a)
    #expect(try diagram.atLeast(2, of: [a, a.negated, b]) == b)
    #expect(try diagram.atLeast(1, of: [a, a.negated]) == .true)
  }

  /// At least 40 of 80: half of all cases, and half of those with exactly 40, of which there are "80 choose 40".
  @Test func aLargeMajorityIsSmallAndCountedExactly() throws {
    var diagram = DecisionDiagram()
    let variables = try (0..<80).map { try diagram.variable($0) }
    let edge = try diagram.atLeast(40, of: variables)
    // A decision for each number still wanted (1...40) with each number of variables left that can make a difference.
    #expect(diagram.nodeCount(of: edge) == 40 * 41)
    let count = diagram.modelCount(of: edge, over: Array(0..<80))
    let pascal = binomials(of: 80)
    #expect(count == pascal[40...].reduce(BigNatural(0), +))
    #expect(count?.description == "658216514173982675583898")
  }

  private func binomials(of size: Int) -> [BigNatural] {
    var row: [BigNatural] = [1]
    for _ in 0..<size { row = zip([0] + row, row + [0]).map { $0 + $1 } }
    return row
  }

  @Test func countsDoubleWithEveryFreeVariable() throws {
    var diagram = DecisionDiagram()
    let variable = try diagram.variable(50)
    for (variables, expected) in [
      ([50], "1"), ([50, 50, 50], "1"), ([50, 3], "2"), ([50, 900], "2"),
      (Array(0..<100), "633825300114114700748351602688"),
    ] {
      #expect(diagram.modelCount(of: variable, over: variables)?.description == expected)
      #expect(diagram.modelCount(of: variable.negated, over: variables)?.description == expected)
    }
    #expect(diagram.modelCount(of: variable, over: [49, 51]) == nil)
    #expect(diagram.modelCount(of: .true, over: Array(0..<64)) == BigNatural(1).shiftedLeft(by: 64))
  }
}
