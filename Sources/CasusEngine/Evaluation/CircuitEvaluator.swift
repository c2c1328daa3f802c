/// Computes the nodes of a circuit in an algebra: bounds for 64 cases at once, or exact functions of what is unknown.
package struct CircuitEvaluator<Algebra: CaseAlgebra & ~Copyable>: ~Copyable {
  package typealias Plane = Algebra.Plane

  package let circuit: Circuit
  package var algebra: Algebra
  package internal(set) var truths: [Truth<Plane>?]
  package internal(set) var values: [Algebra.Values?]
  /// Of the block of lanes before this one: all that is kept of the past.
  private var pastTruths: [Truth<Plane>?] = []
  private var pastValues: [Algebra.Values?] = []
  /// What the aliases of a component stood at before the round at hand.
  private var held: [Truth<Plane>?] = []
  private var remainingSteps: Int
  private let shouldStop: @Sendable () -> Bool

  package init(_ circuit: Circuit, algebra: consuming Algebra, limits: EngineLimits) {
    self.circuit = circuit
    self.algebra = algebra
    truths = Array(repeating: nil, count: circuit.nodes.count)
    values = Array(repeating: nil, count: circuit.nodes.count)
    remainingSteps = limits.maximumEvaluations
    shouldStop = limits.shouldStop
  }

  /// Evaluates components in order; each reads only those before it.
  package mutating func run(_ components: [Component]) throws(EvaluationStop) {
    if shouldStop() { throw .steps }
    for component in components {
      switch component.kind {
      case .plain: for node in component.nodes { try evaluate(node) }
      case .recursive: try solve(component)
      case .throughTime(let parts): try settle(parts)
      }
    }
  }

  /// Evaluates what goes in a circle through time: where earlier moments lie in the same lanes, again and again until
  /// nothing changes, which settles at least one more lane each time.
  private mutating func settle(_ parts: [Component]) throws(EvaluationStop) {
    let delayed = parts.flatMap { $0.nodes.compactMap { circuit.delayedChild(of: $0) } }
    var before: [Truth<Plane>?] = []
    var valuesBefore: [Algebra.Values?] = []
    repeat {
      before = delayed.map { truths[Int($0.index)] }
      valuesBefore = delayed.map { values[Int($0.index)] }
      try run(parts)
    } while !algebra.isOneLane
      && (before != delayed.map { truths[Int($0.index)] } || valuesBefore != delayed.map { values[Int($0.index)] })
  }

  /// Keeps what was computed as the past of the lanes that come next.
  package mutating func advance() {
    pastTruths = truths
    pastValues = values
    algebra.advance()
  }

  /// Ends the evaluation, and hands over what it computed with.
  package consuming func takeAlgebra() -> Algebra { algebra }

  func pastTruth(_ node: NodeID) -> Truth<Plane>? { pastTruths.isEmpty ? nil : pastTruths[Int(node.index)] }

  func pastValue(_ node: NodeID) -> Algebra.Values? { pastValues.isEmpty ? nil : pastValues[Int(node.index)] }

  package func truth(_ node: NodeID) -> Truth<Plane> { truths[Int(node.index)] ?? algebra.constant(false) }

  package mutating func value(_ node: NodeID) -> Algebra.Values {
    values[Int(node.index)] ?? algebra.circularValue()
  }

  // MARK: Recursion

  /// Well-founded semantics by an alternating fixpoint: what is certain grows from nothing while `not` reads what was
  /// possible, then what is possible grows from what is certain, which `not` reads, until neither changes. What only
  /// supports itself is never reached, and so false; what depends on its own negation stays between the two.
  ///
  /// At no time is anything certain and not possible, so that values in between are what conditions leave of them. What
  /// fails to be computed grows with what is possible, and from the first on: what is certain must not rest on it.
  private mutating func solve(_ component: Component) throws(EvaluationStop) {
    let aliases = component.nodes.filter { if case .alias = circuit[$0] { true } else { false } }
    for alias in aliases {
      truths[Int(alias.index)] = Truth(certain: algebra.none, possible: algebra.all, fault: algebra.none)
    }
    try grow([.fault], of: aliases, in: component)
    var isStable = false
    while !isStable {
      held = aliases.map { truth($0) }
      try grow([.certain], of: aliases, in: component)
      try grow([.possible, .fault], of: aliases, in: component)
      isStable = held == aliases.map { truth($0) }
    }
    held = []
  }

  /// Lets planes of the aliases grow, with the others held, until they are as their bodies say.
  private mutating func grow(
    _ planes: [PlaneName], of aliases: [NodeID], in component: Component
  ) throws(EvaluationStop) {
    for alias in aliases {
      for plane in planes {
        let start = plane == .possible ? truth(alias).certain : algebra.none
        truths[Int(alias.index)]?[plane] = start
      }
    }
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for node in component.nodes {
        guard case .alias(let body) = circuit[node] else {
          try evaluate(node)
          continue
        }
        for plane in planes {
          let new = truth(circuit.bodies[Int(body)])[plane]
          if truth(node)[plane] == new { continue }
          truths[Int(node.index)]?[plane] = new
          isGrowing = true
        }
      }
    }
  }

  /// Counts one node computed.
  mutating func step() throws(EvaluationStop) {
    remainingSteps -= 1
    if remainingSteps < 0 || remainingSteps & 0x3FF == 0 && shouldStop() { throw .steps }
  }

  /// Every plane that may be read again.
  func planesInUse() -> [Plane] {
    var planes: [Plane] = []
    for block in [pastTruths, truths, held] {
      for case let truth? in block { planes += [truth.certain, truth.possible, truth.fault] }
    }
    for block in [pastValues, values] {
      for case let value? in block { planes += algebra.planes(of: value) }
    }
    return planes
  }
}
