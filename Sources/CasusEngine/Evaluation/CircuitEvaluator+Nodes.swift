extension CircuitEvaluator where Algebra: ~Copyable {
  /// Computes one node from those that it reads; where the algebra has no room for it, once more after that has made
  /// some.
  mutating func evaluate(_ node: NodeID) throws(EvaluationStop) {
    try step()
    var attempts = 0
    while true {
      do throws(EvaluationStop) {
        return try compute(node)
      } catch {
        guard error == .diagramLimit, algebra.makeRoom(keeping: planesInUse(), attempts: attempts) else { throw error }
        attempts += 1
      }
    }
  }

  private mutating func compute(_ node: NodeID) throws(EvaluationStop) {
    switch circuit[node] {
    case .value, .inputValue, .today, .startOfToday, .select, .arithmetic, .negative, .extremum, .count, .chooseValue,
      .faultyValue, .eventDate, .latest, .earliest, .previousValue, .atStart, .deadlineEnd, .dueDate, .windowStart:
      values[Int(node.index)] = try computeValue(node)
    case .alias(let body): truths[Int(node.index)] = truths[Int(circuit.bodies[Int(body)].index)]
    case .aliasValue(let body): values[Int(node.index)] = values[Int(circuit.bodies[Int(body)].index)]
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
      for child in inJoiningOrder(operands) { result = try algebra.and(result, truth(child)) }
      return result
    case .or(let operands):
      var result = algebra.constant(false)
      for child in inJoiningOrder(operands) { result = try algebra.or(result, truth(child)) }
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
    case .previous(let child): return algebra.previous(truth(child), before: pastTruth(child))
    case .once(let child): return try algebra.once(truth(child), before: pastTruth(node))
    case .since(let trigger, let holding):
      return try algebra.since(truth(trigger), truth(holding), before: pastTruth(node))
    case .occurs(let input): return try algebra.occurs(input)
    case .eventWindow(let test, let input, let bound): return try algebra.eventWindow(test, input, value(bound))
    default: return algebra.faulty
    }
  }

  /// Operands in the order in which the algebra joins them with the least work; for the result it makes no difference.
  private func inJoiningOrder(_ operands: Operands) -> ArraySlice<NodeID> {
    let written = circuit[operands]
    if !algebra.joinsInOrder || written.count < 3 { return written }
    let ranks = written.map { algebra.joiningRank(of: truth($0)) }
    let order = ranks.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    return ArraySlice(order.map { written[written.startIndex + $0] })
  }

  private mutating func computeValue(_ node: NodeID) throws(EvaluationStop) -> Algebra.Values {
    switch circuit[node] {
    case .value(let constant): return algebra.constant(circuit.constants[Int(constant)])
    case .inputValue(let input): return try algebra.inputValue(input)
    case .today: return algebra.today()
    case .startOfToday: return algebra.startOfToday()
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
    default: return try computeTemporalValue(node)
    }
  }

  private mutating func computeTemporalValue(_ node: NodeID) throws(EvaluationStop) -> Algebra.Values {
    switch circuit[node] {
    case .eventDate(let input): return try algebra.eventDate(input)
    case .latest(let child): return try algebra.latest(truth(child), before: looked(node, over: child))
    case .earliest(let child): return try algebra.earliest(truth(child), before: looked(node, over: child))
    case .previousValue(let child): return algebra.previousValue(value(child), before: pastValue(child))
    case .atStart(let holding, let start):
      return try algebra.atStart(truth(holding), value(start), before: looked(node, over: holding))
    case .deadlineEnd(let child): return try algebra.deadlineEnd(value(child))
    case .dueDate(let child): return try algebra.dueDate(value(child))
    case .windowStart(let child): return try algebra.windowStart(value(child))
    default: return algebra.faultyValue()
    }
  }

  private func looked(_ node: NodeID, over condition: NodeID) -> Looked<Plane, Algebra.Values>? {
    guard let truth = pastTruth(condition), let result = pastValue(node) else { return nil }
    return Looked(condition: truth, result: result)
  }
}
