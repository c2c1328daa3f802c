import CasusDiagnostics
import CasusSyntax

/// Arithmetic, and the lesser or greater of values.
extension Checker {
  /// A chain of one level of precedence: each step must make sense for the types so far.
  mutating func check(
    _ first: Expression, _ operands: [ArithmeticOperand], _ wanted: Wanted, at span: SourceSpan, _ frame: inout Frame
  ) -> Typed? {
    let nextType = first.isGap ? operands.first.flatMap { typeOf($0, besideGap: wanted, &frame) } : nil
    var result = anyValue(first, nextType.map { .type($0) } ?? numeric(wanted), &frame)
    var chain: [CheckedOperand] = []
    for operand in operands {
      let hint = hint(for: operand, after: result?.type, wanted)
      let right = anyValue(operand.expression, hint, &frame)
      guard let left = result, let right else {
        result = nil
        continue
      }
      result = combine(left, operand.operator, right, &chain, at: span)
      if result == nil { return nil }
    }
    guard let result else { return nil }
    return finish(result, &chain, at: span)
  }

  /// The step from a value to the next in a chain. A duration before a date is turned round: the date leads its chain.
  private mutating func combine(
    _ left: Typed, _ word: ArithmeticOperator, _ right: Typed, _ chain: inout [CheckedOperand], at span: SourceSpan
  ) -> Typed? {
    guard let type = resultType(left.type, word, right.type) else {
      report(
        .unlikeTypes, message(for: word, left.type, right.type),
        at: program[left.id].span.through(program[right.id].span))
      return nil
    }
    if left.type == .duration, right.type == .date {
      let duration = finish(left, &chain, at: span)
      chain = [CheckedOperand(operator: .add, expression: duration.id)]
      return Typed(id: right.id, type: type)
    }
    chain.append(CheckedOperand(operator: word, expression: right.id))
    return Typed(id: left.id, type: type)
  }

  /// Makes one expression of the first operand and the chain behind it.
  private mutating func finish(_ first: Typed, _ chain: inout [CheckedOperand], at span: SourceSpan) -> Typed {
    guard !chain.isEmpty else { return first }
    defer { chain = [] }
    return add(.arithmetic(first.id, chain), first.type, at: span)
  }

  private func resultType(_ left: ValueType, _ word: ArithmeticOperator, _ right: ValueType) -> ValueType? {
    switch (left, word, right) {
    case (.integer, .divide, .integer): .decimal
    case (.integer, _, .integer): .integer
    case (_, _, _) where left.isNumeric && right.isNumeric: .decimal
    case (.integer, .multiply, .duration), (.duration, .multiply, .integer): .duration
    case (.duration, .add, .duration), (.duration, .subtract, .duration): .duration
    case (.date, .add, .duration), (.date, .subtract, .duration), (.duration, .add, .date): .date
    case (.date, .subtract, .date): .duration
    default: nil
    }
  }

  private func message(for word: ArithmeticOperator, _ left: ValueType, _ right: ValueType) -> String {
    switch word {
    case .add: "\(describe(left)) and \(describe(right)) do not add"
    case .subtract: "\(describe(right)) cannot be taken from \(describe(left))"
    case .multiply: "\(describe(left)) and \(describe(right)) do not multiply"
    case .divide: "\(describe(left)) cannot be divided by \(describe(right))"
    }
  }

  /// What a gap behind an operator stands for, by what stands before it.
  private func hint(for operand: ArithmeticOperand, after left: ValueType?, _ wanted: Wanted) -> Wanted {
    guard let left else { return .reported }
    switch (left, operand.operator) {
    case (.date, .subtract) where wanted.type == .duration: return .type(.date)
    case (.date, _): return .type(.duration)
    case (.duration, .multiply): return .type(.integer)
    case (.integer, .multiply) where wanted.type == .duration: return .type(.duration)
    default: return .type(left)
    }
  }

  /// What a gap that begins a chain stands for: what is wanted where that is a number or a duration, else what stands
  /// behind it.
  private mutating func typeOf(
    _ operand: ArithmeticOperand, besideGap wanted: Wanted, _ frame: inout Frame
  ) -> ValueType? {
    if let type = wanted.type, type != .condition { return type }
    guard case .literal(let literal) = operand.expression.kind else { return nil }
    switch literal.kind {
    case .integer: return .integer
    case .decimal: return .decimal
    case .duration: return .duration
    case .date, .text, .truth: return nil
    }
  }

  /// A condition that is wanted is no help to an operand.
  private func numeric(_ wanted: Wanted) -> Wanted {
    wanted.type == .condition ? .anything : wanted
  }

  mutating func check(
    _ extremum: Extremum, _ operands: [Expression], _ wanted: Wanted, at span: SourceSpan, _ frame: inout Frame
  ) -> Typed? {
    guard let (ids, type) = checkAlike(operands, numeric(wanted), &frame) else { return nil }
    guard isOrdered(type) else {
      report(.unordered, "\(describe(type)) has no order, so none is the lesser or the greater", at: span)
      return nil
    }
    return add(.extremum(extremum, ids), type, at: span)
  }
}
