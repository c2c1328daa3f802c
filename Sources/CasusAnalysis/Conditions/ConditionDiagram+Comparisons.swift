internal import CasusEngine
internal import CasusSemantics
internal import CasusSyntax

/// Comparisons of one thing with constants, and how they lie to one another.
extension ConditionDiagram {
  /// Of more constants it is not worth knowing how they lie to one another.
  private static var maximumConstants: Int { 40 }

  struct ComparedConstant {
    var value: Value
    /// Where the thing is the constant or lies above it, and where it lies above; of what has no order, where it is it.
    var reached: Function
    var passed: Function?
  }

  /// What is known of comparisons: what lies above a constant lies above those below it, and nothing is two things.
  mutating func possibleCases() throws(DecisionDiagramError) -> Function {
    var known: [Function] = []
    for (_, constants) in comparisons.sorted(by: { $0.key < $1.key }) where constants.count <= Self.maximumConstants {
      for (number, first) in constants.enumerated() {
        if let passed = first.passed { known.append(try diagram.or(passed.negated, first.reached)) }
        for second in constants[(number + 1)...] { known += try relations(first, second) }
      }
    }
    return try diagram.conjunction(known)
  }

  private mutating func relations(
    _ first: ComparedConstant, _ second: ComparedConstant
  ) throws(DecisionDiagramError) -> [Function] {
    guard let firstPassed = first.passed, let secondPassed = second.passed else {
      return [try diagram.and(first.reached, second.reached).negated]
    }
    guard let isBelow = first.value.precedes(second.value) else { return [] }
    // What reaches the higher has passed the lower.
    return isBelow
      ? [try diagram.or(second.reached.negated, firstPassed)] : [try diagram.or(first.reached.negated, secondPassed)]
  }

  mutating func compare(
    _ comparison: ComparisonOperator, _ left: ConditionTerm, _ right: ConditionTerm
  ) throws(DecisionDiagramError) -> Function {
    if let constant = left.constant {
      guard let other = right.constant else { return try compare(comparison.mirrored, right, left) }
      // Two constants meet where a rule is called with one.
      guard comparison == .equal || comparison == .notEqual, case .entity = constant, case .entity = other else {
        return try atom("\(comparison) \(left.key), \(right.key)", .other)
      }
      return (constant == other) == (comparison == .equal) ? .true : .false
    }
    guard let constant = right.constant else {
      return try atom("\(comparison) \(left.key), \(right.key)", .other)
    }
    let compared = try self.compared(left.key, constant)
    let passed = compared.passed
    switch comparison {
    case .equal, .notEqual:
      let isEqual = try passed.map { (passed) throws(DecisionDiagramError) in
        try diagram.and(compared.reached, passed.negated)
      }
      let isIt = isEqual ?? compared.reached
      return comparison == .equal ? isIt : isIt.negated
    case .greaterOrEqual where passed != nil: return compared.reached
    case .less where passed != nil: return compared.reached.negated
    case .greater: if let passed { return passed }
    case .lessOrEqual: if let passed { return passed.negated }
    default: break
    }
    return try atom("\(comparison) \(left.key), \(right.key)", .other)
  }

  private mutating func compared(_ key: String, _ value: Value) throws(DecisionDiagramError) -> ComparedConstant {
    let value = value.canonical
    if let known = comparisons[key]?.first(where: { $0.value == value }) { return known }
    var isOrdered = false
    switch value {
    case .number, .date, .duration: isOrdered = true
    case .text, .entity: break
    }
    let reached = try atom(nil, .other)
    let passed = isOrdered ? try atom(nil, .other) : nil
    let compared = ComparedConstant(value: value, reached: reached, passed: passed)
    comparisons[key, default: []].append(compared)
    return compared
  }
}
