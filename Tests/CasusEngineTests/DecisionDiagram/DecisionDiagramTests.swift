import Testing

@testable import CasusEngine

@Suite("Decision diagrams agree with truth tables")
struct DecisionDiagramTests {
  @Test(arguments: 0..<40)
  func randomFunctionsHaveEveryProperty(seed: Int) throws {
    var diagram = DecisionDiagram()
    let twins = try diagram.randomTwins(count: 60, seed: UInt64(seed))
    for twin in twins { try check(twin, in: &diagram) }
    for left in twins {
      for right in twins {
        #expect((left.edge == right.edge) == (left.table == right.table))
        #expect((left.edge == right.edge.negated) == (left.table == !right.table))
      }
    }
    #expect(diagram.checkInvariants().isEmpty)
  }

  /// Every property that one function must have, whichever it is.
  private func check(_ twin: Twin, in diagram: inout DecisionDiagram) throws {
    let (edge, table) = (twin.edge, twin.table)
    let variables = Array(0..<TruthTable.variableCount)
    #expect(columnRead(from: edge, in: diagram) == table)
    #expect(diagram.support(of: edge) == variables.filter(table.dependsOn))
    #expect(diagram.modelCount(of: edge, over: variables) == BigNatural(UInt64(table.column.nonzeroBitCount)))
    checkAssignment(twin, in: diagram)
    for variable in variables {
      let (low, high) = (table.restricted(variable, to: false), table.restricted(variable, to: true))
      #expect(columnRead(from: try diagram.restrict(edge, variable, to: false), in: diagram) == low)
      #expect(columnRead(from: try diagram.restrict(edge, variable, to: true), in: diagram) == high)
      #expect(try diagram.directions(of: edge)[variable] == direction(low, high))
    }
    for chosen in [[], [0], [5], [3, 1], [0, 2, 4], [5, 4, 3, 2, 1], variables, [2, 2]] {
      let (some, every) = quantified(table, over: chosen)
      #expect(columnRead(from: try diagram.exists(variables: chosen, in: edge), in: diagram) == some)
      #expect(columnRead(from: try diagram.forAll(variables: chosen, in: edge), in: diagram) == every)
      let directions = try diagram.directions(of: edge)
      let worst = try diagram.forAll(variables: chosen, in: edge, moving: directions)
      #expect(columnRead(from: worst, in: diagram) == every)
    }
  }

  private func columnRead(from edge: DecisionDiagram.Edge, in diagram: borrowing DecisionDiagram) -> TruthTable {
    TruthTable { number in diagram.evaluate(edge) { TruthTable.value(of: $0, inCase: number) } }
  }

  private func direction(_ low: TruthTable, _ high: TruthTable) -> DecisionDiagram.Direction? {
    if low == high { return nil }
    if low & high == low { return .rising }
    return low & high == high ? .falling : .turning
  }

  private func quantified(_ table: TruthTable, over variables: [Int]) -> (some: TruthTable, every: TruthTable) {
    variables.reduce((some: table, every: table)) { result, variable in
      (
        result.some.restricted(variable, to: false) | result.some.restricted(variable, to: true),
        result.every.restricted(variable, to: false) & result.every.restricted(variable, to: true)
      )
    }
  }

  /// Whatever the variables that an assignment leaves out may be, the function holds.
  private func checkAssignment(_ twin: Twin, in diagram: borrowing DecisionDiagram) {
    guard let assignment = diagram.oneSatisfyingAssignment(of: twin.edge) else {
      #expect(twin.table == .never)
      return
    }
    let rest = assignment.reduce(twin.table) { $0.restricted($1.variable, to: $1.value) }
    #expect(rest == .always)
    #expect(Set(assignment.map(\.variable)).count == assignment.count)
  }

  @Test func everyFunctionOfThreeVariablesHasOneEdge() throws {
    var diagram = DecisionDiagram()
    let literals = try (0..<3).map { try diagram.variable($0) }
    var edges: Set<DecisionDiagram.Edge> = []
    for column in 0..<256 {
      let cases = (0..<8).filter { column >> $0 & 1 == 1 }
      // Once as the disjunction of the cases where it holds, once as the conjunction of what excludes the others.
      var terms: [DecisionDiagram.Edge] = []
      var clauses: [DecisionDiagram.Edge] = []
      for number in 0..<8 {
        let signed = (0..<3).map { number >> $0 & 1 == 1 ? literals[$0] : literals[$0].negated }
        if cases.contains(number) {
          terms.append(try diagram.conjunction(signed))
        } else {
          clauses.append(try diagram.disjunction(signed.map(\.negated)))
        }
      }
      let edge = try diagram.disjunction(terms)
      #expect(try diagram.conjunction(clauses) == edge)
      #expect(diagram.modelCount(of: edge, over: [0, 1, 2]) == BigNatural(UInt64(cases.count)))
      edges.insert(edge)
    }
    #expect(edges.count == 256)
    #expect(diagram.checkInvariants().isEmpty)
  }

  @Test func constantsAreWhatEmptyListsGive() throws {
    var diagram = DecisionDiagram()
    #expect(try diagram.conjunction([]) == .true)
    #expect(try diagram.disjunction([]) == .false)
    #expect(diagram.nodeCount(of: .true) == 0)
    #expect(diagram.support(of: .false).isEmpty)
    #expect(diagram.decision(of: .true) == nil)
    #expect(diagram.modelCount(of: .true, over: []) == 1)
    #expect(diagram.modelCount(of: .false, over: [7]) == 0)
    #expect(diagram.oneSatisfyingAssignment(of: .false) == nil)
    #expect(diagram.oneSatisfyingAssignment(of: .true)?.isEmpty == true)
  }

  @Test(arguments: 1...20)
  func sizesAreTheKnownOnes(count: Int) throws {
    var diagram = DecisionDiagram()
    let variables = try (0..<count).map { try diagram.variable($0) }
    // One decision a level: a parity is either what came before or its opposite, and edges negate.
    var parity = DecisionDiagram.Edge.false
    for variable in variables { parity = try diagram.exclusiveOr(parity, variable) }
    #expect(diagram.nodeCount(of: parity) == count)
    let all = try diagram.conjunction(variables)
    #expect(diagram.nodeCount(of: all) == count)
    let any = try diagram.disjunction(variables.reversed())
    #expect(diagram.nodeCount(of: any) == count)
  }
}
