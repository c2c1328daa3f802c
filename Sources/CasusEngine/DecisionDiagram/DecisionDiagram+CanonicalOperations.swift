// One question can be put in many ways: `a and b` is `b and a`, and the opposite of `not a or not b`. Each is brought
// to one form before it is looked up, so that all find the same remembered answer. Questions whose answer needs no
// work end here.

extension DecisionDiagram {
  enum CanonicalOperation {
    /// The answer is plain.
    case edge(Edge)
    /// The answer is that of the operation, or its opposite. No operand that matters is a constant.
    case operation(Operation, negated: Bool)
  }

  func canonical(_ operation: Operation) -> CanonicalOperation {
    switch operation.kind {
    case .conjunction: canonicalConjunction(operation.first, operation.second)
    case .exclusiveOr: canonicalExclusiveOr(operation.first, operation.second)
    case .ifThenElse: canonicalIfThenElse(operation.first, then: operation.second, else: operation.third)
    case .forAll: canonicalForAll(operation.first, variables: operation.second)
    case .restriction: canonicalRestriction(operation.first, to: operation.second)
    }
  }

  /// Both operands, the one with the smaller number first.
  private func canonicalConjunction(_ left: Edge, _ right: Edge, negated: Bool = false) -> CanonicalOperation {
    if left == right || right == .true { return .edge(left.negated(if: negated)) }
    if left == .true { return .edge(right.negated(if: negated)) }
    if left == right.negated || left == .false || right == .false { return .edge(.false.negated(if: negated)) }
    let (first, second) = left.bits < right.bits ? (left, right) : (right, left)
    return .operation(Operation(kind: .conjunction, first: first, second: second), negated: negated)
  }

  /// Neither operand negated: negating one negates the result.
  private func canonicalExclusiveOr(_ left: Edge, _ right: Edge) -> CanonicalOperation {
    let negated = left.isNegated != right.isNegated
    let (left, right) = (left.negated(if: left.isNegated), right.negated(if: right.isNegated))
    if left == right { return .edge(.false.negated(if: negated)) }
    if left == .true { return .edge(right.negated.negated(if: negated)) }
    if right == .true { return .edge(left.negated.negated(if: negated)) }
    let (first, second) = left.bits < right.bits ? (left, right) : (right, left)
    return .operation(Operation(kind: .exclusiveOr, first: first, second: second), negated: negated)
  }

  /// Neither the condition nor the consequence negated; with two operands that matter, an operation on two.
  func canonicalIfThenElse(
    _ condition: Edge, then consequence: Edge, else alternative: Edge
  ) -> CanonicalOperation {
    if condition.isConstant { return .edge(condition == .true ? consequence : alternative) }
    let regular = condition.negated(if: condition.isNegated)
    var (high, low) = condition.isNegated ? (alternative, consequence) : (consequence, alternative)
    // Within its own branches the condition is settled.
    if high.position == regular.position { high = .true.negated(if: high.isNegated) }
    if low.position == regular.position { low = .false.negated(if: low.isNegated) }
    if high == low { return .edge(high) }
    if low == .false { return canonicalConjunction(regular, high) }
    if low == .true { return canonicalConjunction(regular, high.negated, negated: true) }
    if high == .false { return canonicalConjunction(regular.negated, low) }
    if high == .true { return canonicalConjunction(regular.negated, low.negated, negated: true) }
    if high == low.negated { return canonicalExclusiveOr(regular, low) }
    let negated = high.isNegated
    return .operation(
      Operation(
        kind: .ifThenElse, first: regular, second: high.negated(if: negated), third: low.negated(if: negated)),
      negated: negated)
  }

  /// Only variables that the function may ask: those before its first decision are dropped.
  private func canonicalForAll(_ function: Edge, variables: Edge) -> CanonicalOperation {
    if function.isConstant { return .edge(function) }
    let variables = literals(of: variables, fromLevel: level(of: function))
    if variables == .true { return .edge(function) }
    return .operation(Operation(kind: .forAll, first: function, second: variables), negated: false)
  }

  /// A function that is not negated and whose first decision is open, and the literals behind that decision.
  private func canonicalRestriction(_ function: Edge, to literals: Edge) -> CanonicalOperation {
    var (function, literals) = (function, literals)
    while !function.isConstant {
      let level = level(of: function)
      literals = self.literals(of: literals, fromLevel: level)
      if literals == .true { break }
      guard self.level(of: literals) == level else {
        return .operation(
          Operation(kind: .restriction, first: function.negated(if: function.isNegated), second: literals),
          negated: function.isNegated)
      }
      let branches = cofactors(of: function, atLevel: level)
      function = cofactors(of: literals, atLevel: level).low == .false ? branches.high : branches.low
    }
    return .edge(function)
  }

  /// What remains of a conjunction of literals without those whose variables stand before a level.
  private func literals(of conjunction: Edge, fromLevel level: Int) -> Edge {
    var literals = conjunction
    while !literals.isConstant, self.level(of: literals) < level {
      let branches = cofactors(of: literals, atLevel: self.level(of: literals))
      literals = branches.low == .false ? branches.high : branches.low
    }
    return literals
  }
}
