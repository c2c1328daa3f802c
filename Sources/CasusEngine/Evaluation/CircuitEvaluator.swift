/// Computes the nodes of a circuit in an algebra: bounds for 64 cases at once, or exact functions of what is unknown.
package struct CircuitEvaluator<Algebra: CaseAlgebra & ~Copyable>: ~Copyable {
  package typealias Plane = Algebra.Plane

  package let circuit: Circuit
  package var algebra: Algebra
  package private(set) var truths: [Truth<Plane>?]
  package private(set) var values: [Algebra.Values?]
  /// Of each block of lanes before this one.
  private var pastTruths: [[Truth<Plane>?]] = []
  private var pastValues: [[Algebra.Values?]] = []
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
  ///
  /// What nodes read of earlier moments may lie in the same lanes: then the whole is repeated until nothing changes,
  /// which settles at least one more lane each time.
  package mutating func run(_ components: [Component]) throws(EvaluationStop) {
    if shouldStop() { throw .steps }
    let delayed = components.flatMap { $0.nodes.compactMap { circuit.delayedChild(of: $0) } }
    var before: [Truth<Plane>] = []
    repeat {
      before = delayed.map { truth($0) }
      for component in components {
        if component.isRecursive {
          try solve(component)
        } else {
          for node in component.nodes { try evaluate(node) }
        }
      }
    } while !algebra.isOneLane && before != delayed.map { truth($0) }
  }

  /// Keeps what was computed as the past of the lanes that come next.
  package mutating func advance() {
    pastTruths.append(truths)
    pastValues.append(values)
    algebra.advance()
  }

  /// Ends the evaluation, and hands over what it computed with.
  package consuming func takeAlgebra() -> Algebra { algebra }

  private func track(_ node: NodeID) -> Track<Plane> {
    Track(past: pastTruths.map { $0[Int(node.index)] ?? algebra.constant(false) }, current: truth(node))
  }

  /// The values of a node in each block so far, this one last.
  private mutating func allValues(_ node: NodeID) -> [Algebra.Values] {
    pastValues.compactMap { $0[Int(node.index)] } + [value(node)]
  }

  private func past(_ node: NodeID) -> Truth<Plane>? { pastTruths.last?[Int(node.index)] }

  package func truth(_ node: NodeID) -> Truth<Plane> { truths[Int(node.index)] ?? algebra.constant(false) }

  package mutating func value(_ node: NodeID) -> Algebra.Values {
    values[Int(node.index)] ?? algebra.circularValue()
  }

  // MARK: Recursion

  /// Well-founded semantics by an alternating fixpoint: what is certain grows from nothing while `not` reads what was
  /// possible, then what is possible grows from nothing while `not` reads what is certain, until neither changes. What
  /// only supports itself is never reached, and so false; what depends on its own negation stays between the two.
  private mutating func solve(_ component: Component) throws(EvaluationStop) {
    let aliases = component.nodes.filter { if case .alias = circuit[$0] { true } else { false } }
    for alias in aliases {
      truths[Int(alias.index)] = Truth(certain: algebra.none, possible: algebra.all, fault: algebra.none)
    }
    var isStable = false
    while !isStable {
      let before = aliases.map { truth($0) }
      try grow(.certain, of: aliases, in: component)
      try grow(.possible, of: aliases, in: component)
      isStable = before == aliases.map { truth($0) }
    }
    try grow(.fault, of: aliases, in: component)
  }

  /// Lets one plane of the aliases grow from nothing, with the other planes held, until it is as their bodies say.
  private mutating func grow(
    _ plane: PlaneName, of aliases: [NodeID], in component: Component
  ) throws(EvaluationStop) {
    for alias in aliases { truths[Int(alias.index)]?[plane] = algebra.none }
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for node in component.nodes {
        guard case .alias(let body) = circuit[node] else {
          try evaluate(node)
          continue
        }
        let new = truth(circuit.bodies[Int(body)])[plane]
        if truth(node)[plane] != new {
          truths[Int(node.index)]?[plane] = new
          isGrowing = true
        }
      }
    }
  }

  // MARK: One node

  private mutating func evaluate(_ node: NodeID) throws(EvaluationStop) {
    remainingSteps -= 1
    if remainingSteps < 0 || remainingSteps & 0x3FF == 0 && shouldStop() { throw .steps }
    switch circuit[node] {
    case .value, .inputValue, .today, .select, .arithmetic, .negative, .extremum, .count, .chooseValue, .faultyValue,
      .eventDate, .occurrenceDate, .dueDate:
      values[Int(node.index)] = try computeValue(node)
    case .alias(let body):
      let target = circuit.bodies[Int(body)]
      truths[Int(node.index)] = truths[Int(target.index)]
      values[Int(node.index)] = values[Int(target.index)]
    default:
      truths[Int(node.index)] = try computeTruth(node)
    }
  }

  private mutating func computeTruth(_ node: NodeID) throws(EvaluationStop) -> Truth<Plane> {
    switch circuit[node] {
    case .constant(let truth): return algebra.constant(truth)
    case .input(let input): return try algebra.input(input)
    case .not(let child): return algebra.not(truth(child))
    case .and(let operands):
      var result = algebra.constant(true)
      for child in circuit[operands] { result = try algebra.and(result, truth(child)) }
      return result
    case .or(let operands):
      var result = algebra.constant(false)
      for child in circuit[operands] { result = try algebra.or(result, truth(child)) }
      return result
    case .compare(let comparison, let left, let right):
      return try algebra.compare(comparison, value(left), value(right))
    case .choose(let selector, let operands):
      return try algebra.choose(value(selector), circuit.pairs(operands).map { ($0.ordinal, truth($0.node)) })
    case .during(let period): return algebra.definite(algebra.during(circuit.periods[Int(period)]))
    case .stipulated(let input, let body):
      let (speaks, told) = try algebra.told(input)
      let saying = try algebra.and(algebra.definite(speaks), told)
      let silent = try algebra.and(algebra.definite(algebra.not(speaks)), truth(body))
      return try algebra.or(saying, silent)
    case .previous, .once, .since, .held, .late, .occurs, .eventWindow, .occurrenceWindow:
      return try computeTemporal(node)
    default: return algebra.faulty
    }
  }

  private mutating func computeTemporal(_ node: NodeID) throws(EvaluationStop) -> Truth<Plane> {
    switch circuit[node] {
    case .previous(let child): return algebra.previous(track(child))
    case .once(let child): return try algebra.once(truth(child), before: past(node))
    case .since(let trigger, let holding):
      return try algebra.since(truth(trigger), truth(holding), before: past(node))
    case .held(let child, let duration): return try algebra.held(track(child), value(duration))
    case .late(let effect, let deadline, let kind):
      return try algebra.late(track(effect), allValues(deadline), kind)
    case .occurs(let input): return try algebra.occurs(input)
    case .eventWindow(let kind, let input, let bound): return try algebra.eventWindow(kind, input, value(bound))
    case .occurrenceWindow(let kind, let child, let bound, let includesNow):
      return try algebra.occurrenceWindow(kind, track(child), value(bound), includesNow: includesNow)
    default: return algebra.faulty
    }
  }

  private mutating func computeValue(_ node: NodeID) throws(EvaluationStop) -> Algebra.Values {
    switch circuit[node] {
    case .value(let constant): return algebra.constant(circuit.constants[Int(constant)])
    case .inputValue(let input): return try algebra.inputValue(input)
    case .today: return algebra.today()
    case .select(let condition, let left, let right):
      return try algebra.select(truth(condition), value(left), value(right))
    case .arithmetic(let operation, let left, let right, let kinds):
      return try algebra.arithmetic(operation, value(left), value(right), kinds)
    case .negative(let child): return try algebra.negative(value(child))
    case .extremum(let extremum, let left, let right):
      return try algebra.extremum(extremum, value(left), value(right))
    case .count(let operands): return try algebra.count(circuit[operands].map { truth($0) })
    case .chooseValue(let selector, let operands):
      return try algebra.chooseValue(value(selector), circuit.pairs(operands).map { ($0.ordinal, value($0.node)) })
    case .eventDate(let input): return try algebra.eventDate(input)
    case .occurrenceDate(let child, let includesNow):
      return try algebra.occurrenceDate(track(child), includesNow: includesNow)
    case .dueDate(let effect, let deadline, let kind):
      return try algebra.dueDate(track(effect), allValues(deadline), kind)
    default: return algebra.faultyValue()
    }
  }
}
