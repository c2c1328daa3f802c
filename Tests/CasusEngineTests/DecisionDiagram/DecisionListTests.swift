import Testing

@testable import CasusEngine

@Suite("Functions as lists of decisions")
struct DecisionListTests {
  /// Read from the root on, a list says in each case what the function says, and it goes down all the way.
  @Test(arguments: 0..<30)
  func saysWhatTheFunctionSays(seed: Int) throws {
    var diagram = DecisionDiagram()
    let twins = try diagram.randomTwins(count: 50, seed: UInt64(seed)).suffix(20)
    if seed % 2 == 0 { diagram.reduceByReordering(keeping: twins.map(\.edge)) }
    for twin in twins {
      let list = diagram.list(of: twin.edge)
      let read = TruthTable { number in
        var target = list.root
        while case .decision(let position) = target {
          let decision = list.decisions[position]
          target = TruthTable.value(of: decision.variable, inCase: number) ? decision.high : decision.low
        }
        return target == .constant(true)
      }
      #expect(read == twin.table)
      for (number, decision) in list.decisions.enumerated() {
        for case .decision(let next) in [decision.low, decision.high] {
          #expect(next > number)
          let (level, below) = (
            diagram.level(ofVariable: decision.variable), diagram.level(ofVariable: list.decisions[next].variable)
          )
          #expect(level < below)
        }
      }
    }
  }

  /// In another diagram, with functions for variables: what comes out is the function of what they say.
  @Test(arguments: 0..<30)
  func functionsStandForVariables(seed: Int) throws {
    var source = DecisionDiagram()
    let functions = try source.randomTwins(count: 40, seed: UInt64(seed)).suffix(8)
    var target = DecisionDiagram()
    let replacements = Array(
      try target.randomTwins(count: 40, seed: UInt64(seed + 500)).suffix(TruthTable.variableCount))
    for function in functions {
      let edge = try target.substitute(in: source.list(of: function.edge)) { replacements[$0].edge }
      for number in TruthTable.cases {
        let inner = replacements.indices.reduce(0) { replacements[$1].table.holds(inCase: number) ? $0 | 1 << $1 : $0 }
        let says = target.evaluate(edge) { TruthTable.value(of: $0, inCase: number) }
        #expect(says == function.table.holds(inCase: inner))
      }
    }
    #expect(target.checkInvariants().isEmpty)
  }

  @Test func constantsHaveNoDecisions() throws {
    var diagram = DecisionDiagram()
    let list = diagram.list(of: .false)
    #expect(list.decisions.isEmpty && list.root == .constant(false))
    let edge = try diagram.substitute(in: diagram.list(of: .true)) { _ in .false }
    #expect(edge == .true)
    #expect(diagram.level(ofVariable: 3) == 0)
  }
}
