// Every operation that builds functions, but for conjunctions and decisions between two functions, runs through the one
// loop below. It splits a question by the first variable that either operand asks, works out both halves, and joins their
// answers. What remains to be done stands on a stack of its own: a diagram may be thousands of levels deep, and the
// thread's stack need not hold.

extension DecisionDiagram {
  /// Something that remains to be done.
  private enum Step {
    /// Work out an operation.
    case solve(Operation)
    /// Join the last two results, for false and for true, by a decision: they are the halves of the operation's.
    case join(Operation, variable: Int, negated: Bool)
    /// The last result is the operation's for its variable being false: if that never holds, neither does the whole;
    /// else work out the other half as well.
    case meetIfNeeded(Operation)
    /// Go on with the conjunction of the last two results: it is the operation's result.
    case meet(Operation)
    /// Remember the last result as the operation's.
    case remember(Operation)
  }

  /// Works out one operation.
  mutating func solve(_ operation: Operation) throws(DecisionDiagramError) -> Edge {
    var steps: [Step] = []
    if let result = try begin(operation, steps: &steps) { return result }
    var results: [Edge] = []
    while let step = steps.popLast() {
      switch step {
      case .solve(let operation):
        if let result = try begin(operation, steps: &steps) { results.append(result) }
      case .join(let operation, let variable, let negated):
        let high = results.removeLast()
        let low = results.removeLast()
        let result = try decision(on: variable, low: low, high: high)
        cache.remember(result, of: operation)
        results.append(result.negated(if: negated))
      case .meetIfNeeded(let operation):
        if results.last == .false {
          cache.remember(.false, of: operation)
        } else {
          steps.append(.meet(operation))
          steps.append(.solve(halves(of: operation, atLevel: firstLevel(of: operation)).high))
        }
      case .meet(let operation):
        let high = results.removeLast()
        let low = results.removeLast()
        steps.append(.remember(operation))
        steps.append(.solve(Operation(kind: .conjunction, first: low, second: high)))
      case .remember(let operation):
        if let result = results.last { cache.remember(result, of: operation) }
      }
    }
    return results.removeLast()
  }

  /// Answers an operation that is plain or remembered; else returns nil, and adds what is to be done to the steps.
  ///
  /// The steps so added leave exactly one result more than there was: hence no result is ever missing above.
  private mutating func begin(
    _ requested: Operation, steps: inout [Step]
  ) throws(DecisionDiagramError) -> Edge? {
    try countOperation()
    switch canonical(requested) {
    case .edge(let edge):
      return edge
    case .operation(let operation, let negated):
      if operation.kind == .conjunction {
        return try conjoin(operation.first, operation.second).negated(if: negated)
      }
      if operation.kind == .ifThenElse {
        let operands = Operands(first: operation.first, second: operation.second, third: operation.third)
        return try choose(operands).negated(if: negated)
      }
      if let result = cache.result(of: operation) { return result.negated(if: negated) }
      split(operation, negated: negated, steps: &steps)
      return nil
    }
  }

  /// Counts a step of work, where one more is allowed.
  mutating func countOperation() throws(DecisionDiagramError) {
    guard operationCount < limits.maximumOperations else { throw .operationLimit }
    operationCount += 1
    if operationCount & 0x3FFF == 0, limits.shouldStop() { throw .operationLimit }
  }

  private func split(_ operation: Operation, negated: Bool, steps: inout [Step]) {
    let level = firstLevel(of: operation)
    let (low, high) = halves(of: operation, atLevel: level)
    if operation.kind == .forAll, self.level(of: operation.second) == level {
      // The variable is one of those in question: both halves must hold, whatever the remaining ones may be.
      steps.append(.meetIfNeeded(operation))
    } else {
      steps.append(.join(operation, variable: variableAtLevel[level], negated: negated))
      steps.append(.solve(high))
    }
    steps.append(.solve(low))
  }

  /// Where the first variable stands that either operand asks.
  private func firstLevel(of operation: Operation) -> Int {
    min(level(of: operation.first), level(of: operation.second))
  }

  /// The operation where the variable at a level is false, and where it is true.
  private func halves(of operation: Operation, atLevel level: Int) -> (low: Operation, high: Operation) {
    let first = cofactors(of: operation.first, atLevel: level)
    var second = cofactors(of: operation.second, atLevel: level)
    // A variable to quantify over is dropped from the list of them, which is a conjunction.
    if operation.kind == .forAll { second.low = second.high }
    return (
      Operation(kind: operation.kind, first: first.low, second: second.low),
      Operation(kind: operation.kind, first: first.high, second: second.high)
    )
  }
}
