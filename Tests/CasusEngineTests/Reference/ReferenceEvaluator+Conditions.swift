import CasusSemantics
import CasusSyntax

extension ReferenceEvaluator {
  mutating func condition(_ id: ExpressionID, _ frame: [Value]) throws(ReferenceInterruption) -> ReferenceTruth {
    switch program.expressions[id.index].kind {
    case .truth(let truth): return ReferenceTruth(truth)
    case .and(let parts): return try all(parts, frame)
    case .or(let parts): return try any(parts, frame)
    case .not(let inner): return try condition(inner, frame).negated
    case .call(let declaration, let arguments):
      return try forEachTruth(arguments, frame) { (evaluator, values) throws(ReferenceInterruption) in
        try evaluator.conditionCall(ReferenceCase(declaration: declaration, arguments: values))
      }
    case .comparison(let comparison, let left, let right):
      return compare(comparison, try value(left, frame), try value(right, frame))
    case .membership(let inner, let domain, let negated):
      let truth = try membership(try value(inner, frame), in: domain, frame)
      return negated ? truth.negated : truth
    case .quantified(let quantifier, let binding, let body):
      return try quantified(quantifier, binding, body, frame)
    case .gap(let gap):
      return try decideTruth(.gap(gap, program[gap].variables.map { frame[$0] }))
    case .status(let status, let declaration, let arguments):
      return try forEachTruth(arguments, frame) { (evaluator, values) throws(ReferenceInterruption) in
        try evaluator.status(status, ReferenceCase(declaration: declaration, arguments: values))
      }
    default: throw .unsupported("this kind of condition")
    }
  }

  private mutating func all(_ parts: [ExpressionID], _ frame: [Value]) throws(ReferenceInterruption) -> ReferenceTruth {
    var result = ReferenceTruth.holds
    for part in parts where result.possible { result = result.and(try condition(part, frame)) }
    return result
  }

  private mutating func any(_ parts: [ExpressionID], _ frame: [Value]) throws(ReferenceInterruption) -> ReferenceTruth {
    var result = ReferenceTruth.fails
    for part in parts where !result.certain { result = result.or(try condition(part, frame)) }
    return result
  }

  /// Of every pair of values that are possible; more than one is only where something circular is below.
  mutating func compare(
    _ comparison: ComparisonOperator, _ left: ReferenceValue, _ right: ReferenceValue
  ) -> ReferenceTruth {
    if left.origin == .combined || right.origin == .combined { combinesOpenNumbers = true }
    if left.origin == .open && right.origin == .open { combinesOpenNumbers = true }
    if left.faults || right.faults { return .fault }
    var result: ReferenceTruth?
    for first in left.possible {
      for second in right.possible {
        let truth = ReferenceOrder.compare(comparison, first, second)
        result = result?.either(truth) ?? truth
      }
    }
    return result ?? .fault
  }

  private mutating func membership(
    _ value: ReferenceValue, in domain: CheckedDomain, _ frame: [Value]
  ) throws(ReferenceInterruption) -> ReferenceTruth {
    switch domain {
    case .reference(let reference):
      if value.origin == .combined { combinesOpenNumbers = true }
      if value.faults { return .fault }
      let truths = value.possible.map { ReferenceTruth(contains(reference, $0)) }
      return truths.dropFirst().reduce(truths.first ?? .fault) { $0.either($1) }
    case .list(let listed):
      var result = ReferenceTruth.fails
      for item in listed { result = result.or(compare(.equal, value, try self.value(item, frame))) }
      return result
    case .range(let low, let high):
      let above = compare(.greaterOrEqual, value, try self.value(low, frame))
      return above.and(compare(.lessOrEqual, value, try self.value(high, frame)))
    }
  }

  private mutating func quantified(
    _ quantifier: Quantifier, _ binding: CheckedBinding, _ body: ExpressionID, _ frame: [Value]
  ) throws(ReferenceInterruption) -> ReferenceTruth {
    var result = ReferenceTruth(quantifier == .every)
    for frame in try frames(of: binding, frame) {
      if quantifier == .every ? !result.possible : result.certain { break }
      var picked = ReferenceTruth.holds
      if let condition = binding.condition { picked = try self.condition(condition, frame) }
      if picked == .fails { continue }
      let held = try condition(body, frame)
      result = quantifier == .every ? result.and(picked.negated.or(held)) : result.or(picked.and(held))
    }
    return result
  }

  /// A frame for each combination of the values of the variables.
  func frames(of binding: CheckedBinding, _ frame: [Value]) throws(ReferenceInterruption) -> [[Value]] {
    var frames = [frame]
    for variable in binding.variables {
      var extended: [[Value]] = []
      for frame in frames {
        for value in try values(of: variable.domain, frame) {
          var inner = frame
          while inner.count <= variable.slot { inner.append(.number(.zero)) }
          inner[variable.slot] = value
          extended.append(inner)
        }
      }
      frames = extended
    }
    return frames
  }

  private func values(of domain: CheckedDomain, _ frame: [Value]) throws(ReferenceInterruption) -> [Value] {
    var ends: [Value] = []
    switch domain {
    case .reference(let reference):
      guard let members = members(of: reference) else { throw .unsupported("a domain without end") }
      return members
    case .list(let listed):
      for id in listed { ends.append(try fixed(id, frame)) }
      return ends.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    case .range(let low, let high):
      guard case .number(let low) = try fixed(low, frame), case .number(let high) = try fixed(high, frame),
        let first = low.integer, let last = high.integer
      else { throw .unsupported("a range of other than whole numbers") }
      return first <= last ? (first...last).map { .number(Rational($0)) } : []
    }
  }

  /// A constant or a variable, as the ends of domains and listed values are.
  private func fixed(_ id: ExpressionID, _ frame: [Value]) throws(ReferenceInterruption) -> Value {
    switch program[id].kind {
    case .constant(let value): return value
    case .variable(let slot): return frame[slot]
    case .negative(let inner):
      if let value = ReferenceOrder.negate(try fixed(inner, frame)) { return value }
    default: break
    }
    throw .unsupported("a computed domain")
  }

  /// The arguments are evaluated, and a call made for each combination of what they may be.
  mutating func forEachTruth(
    _ arguments: [ExpressionID], _ frame: [Value],
    _ call: (inout ReferenceEvaluator, [Value]) throws(ReferenceInterruption) -> ReferenceTruth
  ) throws(ReferenceInterruption) -> ReferenceTruth {
    guard let combinations = try combinations(of: arguments, frame) else { return .fault }
    var result: ReferenceTruth?
    for values in combinations.values {
      let truth = try call(&self, values)
      result = result?.either(truth) ?? truth
    }
    return result ?? .fails
  }
}
