package import CasusDiagnostics

/// Why a question could not be answered at all.
package enum EngineError: Error, Sendable, Equatable {
  /// A bound on work was reached.
  case limit(EngineLimit)
  /// A variable runs over a range whose ends are not known.
  case openDomain(at: SourceSpan)
  /// The host asked to stop.
  case cancelled
}

/// A bound on work, by the option that moves it.
package enum EngineLimit: Sendable, Equatable {
  /// Instances of rules and conditions that one question builds.
  case steps(Int)
  /// Moments at which something changes, for one question.
  case moments(Int)
  /// Nodes of a decision diagram, where an analysis has no answer short of the exact one.
  case diagram(Int)
  /// Cases of one declaration that can be told apart: the product of its parameters' domains.
  case cases(String)

  package var message: String {
    switch self {
    case .steps(let limit): "the question needs more than \(limit) steps (option --max-steps)"
    case .moments(let limit): "the question turns on more than \(limit) moments of time (option --max-steps)"
    case .diagram(let limit): "exact reasoning needs more than \(limit) decisions (option --max-memory)"
    case .cases(let name): "`\(name)` has more cases than can be told apart (the domains of its parameters multiply)"
    }
  }
}

/// The bounds that every question runs within.
package struct EngineLimits: Sendable {
  /// Instances of conditions and values built for one question.
  package var maximumSteps = 2_000_000
  /// How often a node is computed, over all blocks of lanes and rounds of recursion, for each step allowed.
  package var evaluationsPerStep = 25
  /// Nodes of the decision diagram that exact reasoning may build; past it an answer is marked unproved.
  package var maximumDiagramNodes = 2_000_000
  /// Nodes after which a diagram is tidied for the first time; it is given more as it needs more.
  package var initialDiagramNodes = 1 << 17
  /// Nesting of inlined calls; deeper ones are grounded from a work list. It protects the stack.
  package var maximumInlineDepth = 300

  /// Types with fewer members are run through one by one, and recursion over them is grounded case by case, even where what is
  /// told would pick some: an explanation does so too, and is then within the bounds that its answer is in.
  package var fewestMembersSearched = 64
  /// Moments that one question looks at.
  package var maximumMoments = 2_000_000
  /// Moments that are looked at for one timeline: its own, and those that exact reasoning looks at over all lanes that it
  /// has to settle. A tenth of them is left to exact reasoning however long the timeline is.
  package var maximumExactMoments = 20_000
  /// Asked now and then by long work whether to stop, until the question has ended: from then on it says the same. A
  /// question so stopped is cancelled.
  package var shouldStop: @Sendable () -> Bool = { false }

  var maximumEvaluations: Int {
    let (product, overflow) = maximumSteps.multipliedReportingOverflow(by: evaluationsPerStep)
    return overflow ? .max : product
  }

  package init() {}

  /// How far decision diagrams may grow and work.
  package var diagramLimits: DecisionDiagram.Limits { diagramLimits(beyond: 0) }

  /// The same once more, for a diagram that has done some work already.
  package func diagramLimits(beyond done: Int) -> DecisionDiagram.Limits {
    let (operations, overflow) = maximumDiagramNodes.multipliedReportingOverflow(by: 10)
    let (total, overflowAgain) = operations.addingReportingOverflow(done)
    return DecisionDiagram.Limits(
      maximumNodes: maximumDiagramNodes, maximumOperations: overflow || overflowAgain ? .max : total,
      shouldStop: shouldStop)
  }

  /// Ends a question that its host wants no more. Whatever cut its work short before, nobody sees what came of it.
  package func checkCancellation() throws(EngineError) { if shouldStop() { throw .cancelled } }
}
