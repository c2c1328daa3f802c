import Testing

@testable import CasusEngine

@Suite("Decision diagrams keep within their limits")
struct DecisionDiagramLimitTests {
  @Test func tooManyNodesAreRefused() throws {
    var diagram = DecisionDiagram(limits: .init(maximumNodes: 1000))
    #expect(throws: DecisionDiagramError.nodeLimit) { try diagram.pairs(12) }
    #expect(diagram.nodeCount == 1000)
    #expect(diagram.checkInvariants().isEmpty)
    // What is there can still be had, and with a higher limit all goes on.
    #expect(diagram.evaluate(try diagram.variable(3)) { $0 == 3 })
    diagram.limits = .init(maximumNodes: 100_000)
    let edge = try diagram.pairs(12)
    #expect(diagram.evaluate(edge) { $0 == 5 || $0 == 17 })
    #expect(!diagram.evaluate(edge) { $0 == 5 || $0 == 18 })
    // Of the 4 cases of a pair 3 fail.
    let failing = (0..<12).reduce(BigNatural(1)) { count, _ in count * 3 }
    #expect(diagram.modelCount(of: edge.negated, over: Array(0..<24)) == failing)
    #expect(diagram.checkInvariants().isEmpty)
  }

  @Test func tooMuchWorkIsRefused() throws {
    var diagram = DecisionDiagram(limits: .init(maximumOperations: 1000))
    #expect(throws: DecisionDiagramError.operationLimit) { try diagram.pairs(12) }
    #expect(diagram.operationCount == 1000)
    #expect(throws: DecisionDiagramError.operationLimit) { try diagram.and(.true, .true) }
    #expect(diagram.checkInvariants().isEmpty)
    diagram.limits = .init()
    #expect(diagram.evaluate(try diagram.pairs(12)) { $0 == 0 || $0 == 12 })
  }

  @Test(arguments: [-1, 10, .max, .min])
  func variablesOutOfRangeAreRefused(variable: Int) {
    var diagram = DecisionDiagram(limits: .init(maximumVariables: 10))
    #expect(throws: DecisionDiagramError.variableLimit) { try diagram.variable(variable) }
    #expect(throws: DecisionDiagramError.variableLimit) { try diagram.restrict(.true, variable, to: true) }
    #expect(throws: DecisionDiagramError.variableLimit) { try diagram.exists(variables: [variable], in: .true) }
    #expect(diagram.variableCount == 0)
  }

  @Test func noLimitIsTooLowToBeObeyed() throws {
    var diagram = DecisionDiagram(limits: .init(maximumNodes: -5, maximumOperations: -5, maximumVariables: 1))
    #expect(throws: DecisionDiagramError.nodeLimit) { try diagram.variable(0) }
    #expect(throws: DecisionDiagramError.operationLimit) { try diagram.and(.true, .true) }
    #expect(diagram.nodeCount(of: .true) == 0)
  }

  /// Ten thousand decisions one behind the other: nothing may go down them on the thread's stack.
  @Test func depthDoesNotMatter() throws {
    let count = 10_000
    var diagram = DecisionDiagram()
    let variables = try (0..<count).map { try diagram.variable($0) }
    let all = try diagram.conjunction(variables)
    #expect(diagram.nodeCount(of: all) == count)
    #expect(diagram.evaluate(all) { _ in true })
    #expect(!diagram.evaluate(all) { $0 != count - 1 })
    #expect(diagram.support(of: all) == Array(0..<count))
    #expect(diagram.oneSatisfyingAssignment(of: all)?.count == count)
    #expect(diagram.modelCount(of: all, over: Array(0..<count)) == 1)
    #expect(try diagram.and(all, try diagram.conjunction(variables.reversed())) == all)
    #expect(try diagram.exclusiveOr(all, variables[count - 1]) != all)
    #expect(try diagram.restrict(all, count - 1, to: false) == .false)
    #expect(try diagram.restrict(all, 0, to: true) == diagram.conjunction(Array(variables.dropFirst())))
    #expect(try diagram.exists(variables: Array(1..<count), in: all) == variables[0])
    #expect(try diagram.forAll(variables: [count - 1], in: all) == .false)
    #expect(diagram.checkInvariants().isEmpty)
  }
}
