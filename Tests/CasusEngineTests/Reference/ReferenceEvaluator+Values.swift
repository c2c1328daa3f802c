import CasusSemantics
import CasusSyntax

extension ReferenceEvaluator {
  mutating func value(_ id: ExpressionID, _ frame: [Value]) throws(ReferenceInterruption) -> ReferenceValue {
    let type = program.expressions[id.index].type
    switch program.expressions[id.index].kind {
    case .constant(let value): return ReferenceValue(value)
    case .variable(let slot): return ReferenceValue(frame[slot])
    case .today: return ReferenceValue(.date(told.moment))
    case .call(let declaration, let arguments): return try valueCall(declaration, arguments, frame)
    case .gap(let gap):
      let place = program[gap]
      return try decideValue(
        .gap(gap, place.variables.map { frame[$0] }), type: place.type, domain: place.domain, told: { [] })
    case .negative(let inner):
      return combine([try value(inner, frame)]) { ReferenceOrder.negate($0[0]) }
    case .arithmetic(let first, let rest): return try arithmetic(first, rest, frame, type: type)
    case .count(let binding): return try count(binding, frame)
    case .sum(let summand, let binding): return try sum(summand, binding, frame, type: type)
    case .extremum(let extremum, let listed):
      var operands: [ReferenceValue] = []
      for item in listed { operands.append(try value(item, frame)) }
      return combine(operands) { values in
        values.dropFirst().reduce(values[0]) { best, next in
          let isBetter =
            extremum == .minimum ? ReferenceOrder.isLess(next, best) : ReferenceOrder.isLess(best, next)
          return isBetter ? next : best
        }
      }
    default: throw .unsupported("this kind of value")
    }
  }

  /// Every combination of what some values may be; nil where one of them faults.
  mutating func combinations(
    of arguments: [ExpressionID], _ frame: [Value]
  ) throws(ReferenceInterruption) -> (values: [[Value]], origin: ReferenceValue.Origin)? {
    var combinations: [[Value]] = [[]]
    var origin = ReferenceValue.Origin.fixed
    var faults = false
    for argument in arguments {
      let value = try self.value(argument, frame)
      faults = faults || value.faults
      if value.origin != .fixed { origin = .combined }
      if combinations.count == 1 && value.possible.count == 1 {
        combinations[0].append(value.possible[0])
      } else {
        combinations = combinations.flatMap { start in value.possible.map { start + [$0] } }
      }
    }
    if origin == .combined { combinesOpenNumbers = true }
    return faults ? nil : (combinations, origin)
  }

  private func combine(_ operands: [ReferenceValue], _ operation: ([Value]) -> Value?) -> ReferenceValue {
    if operands.contains(where: { $0.faults }) { return .fault }
    let isOpen = operands.contains { $0.origin != .fixed }
    var result = ReferenceValue(possible: [], origin: isOpen ? .combined : .fixed)
    var combinations: [[Value]] = [[]]
    for operand in operands { combinations = combinations.flatMap { start in operand.possible.map { start + [$0] } } }
    for combination in combinations {
      guard let value = operation(combination) else {
        result.faults = true
        continue
      }
      if !result.possible.contains(value) { result.possible.append(value) }
    }
    return result
  }

  private mutating func arithmetic(
    _ first: ExpressionID, _ rest: [CheckedOperand], _ frame: [Value], type: ValueType
  ) throws(ReferenceInterruption) -> ReferenceValue {
    var result = try value(first, frame)
    for operand in rest {
      let right = try value(operand.expression, frame)
      result = combine([result, right]) {
        ReferenceOrder.compute(operand.operator, $0[0], $0[1], type: type)
      }
    }
    return result
  }

  private mutating func count(
    _ binding: CheckedBinding, _ frame: [Value]
  ) throws(ReferenceInterruption) -> ReferenceValue {
    var (low, high, faults) = (Int64(0), Int64(0), false)
    for frame in try frames(of: binding, frame) {
      let picked = try binding.condition.map { (id) throws(ReferenceInterruption) in try condition(id, frame) }
      let truth = picked ?? .holds
      if truth.certain { low += 1 }
      if truth.possible { high += 1 }
      faults = faults || truth.faults
    }
    return ReferenceValue(possible: (low...high).map { .number(Rational($0)) }, faults: faults)
  }

  private mutating func sum(
    _ summand: ExpressionID, _ binding: CheckedBinding, _ frame: [Value], type: ValueType
  ) throws(ReferenceInterruption) -> ReferenceValue {
    guard type != .duration else { throw .unsupported("a sum of durations") }
    var result = ReferenceValue(.number(.zero))
    for frame in try frames(of: binding, frame) {
      let picked = try binding.condition.map { (id) throws(ReferenceInterruption) in try condition(id, frame) }
      let truth = picked ?? .holds
      if truth.faults { return .fault }
      if !truth.possible { continue }
      let added = combine([result, try value(summand, frame)]) {
        ReferenceOrder.compute(.add, $0[0], $0[1], type: type)
      }
      result = truth.certain ? added : result.either(added)
    }
    return result
  }

  private mutating func valueCall(
    _ declaration: DeclarationID, _ arguments: [ExpressionID], _ frame: [Value]
  ) throws(ReferenceInterruption) -> ReferenceValue {
    guard let combinations = try combinations(of: arguments, frame) else { return .fault }
    var result: ReferenceValue?
    for values in combinations.values {
      let value = try valueOfCase(ReferenceCase(declaration: declaration, arguments: values))
      result = result?.either(value) ?? value
    }
    return result ?? .fault
  }

  /// A value called with what lies outside a parameter's set is a fault.
  private mutating func valueOfCase(_ wanted: ReferenceCase) throws(ReferenceInterruption) -> ReferenceValue {
    if !liesWithin(wanted) { return .fault }
    switch program.declarations[wanted.declaration.index].kind {
    case .fact(let details):
      let told = told
      return try decideValue(.told(wanted), type: details.type, domain: details.domain) {
        let counting = told.counting(wanted)
        return counting.isEmpty ? details.presumed.map { [$0] } ?? [] : counting
      }
    case .definition(let details):
      let frame = wanted.arguments + Array(repeating: .number(.zero), count: details.frameSize - wanted.arguments.count)
      return try descend { (evaluator) throws(ReferenceInterruption) in try evaluator.firstCase(details, frame) }
    default: throw .unsupported("this kind of value")
    }
  }

  /// The first case that holds decides; while one may hold, what it gives is kept beside what follows.
  private mutating func firstCase(
    _ details: DefinitionDetails, _ frame: [Value]
  ) throws(ReferenceInterruption) -> ReferenceValue {
    var result: ReferenceValue?
    for item in details.cases {
      var truth = ReferenceTruth.holds
      if let when = item.when { truth = try condition(when, frame) }
      if !truth.possible { continue }
      if truth.faults { return .fault }
      let value = try self.value(item.value, frame)
      result = result?.either(value) ?? value
      if truth.certain { break }
    }
    return result ?? .fault
  }
}
