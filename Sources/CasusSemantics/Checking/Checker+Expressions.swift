import CasusDiagnostics
import CasusSyntax

/// Expressions: every function gives the checked expression, or nil where something in it was reported.
extension Checker {
  mutating func add(_ kind: CheckedExpression.Kind, _ type: ValueType, at span: SourceSpan) -> Typed {
    let id = ExpressionID(program.expressions.count)
    program.expressions.append(CheckedExpression(kind: kind, type: type, span: span))
    return Typed(id: id, type: type)
  }

  /// An expression that must be a condition.
  mutating func condition(_ expression: Expression, _ frame: inout Frame) -> ExpressionID? {
    guard let typed = check(expression, .type(.condition), &frame) else { return nil }
    if typed.type == .condition { return typed.id }
    report(.conditionWanted, "a condition is wanted here, and this is \(describe(typed.type))", at: expression.span)
    return nil
  }

  /// An expression that must be a value of a type; the type is nil where it was reported.
  mutating func value(_ expression: Expression, of type: ValueType?, _ frame: inout Frame) -> ExpressionID? {
    guard let typed = check(expression, Wanted(type), &frame) else { return nil }
    guard let type, !fits(typed.type, type) else { return typed.id }
    report(.wrongType, "\(describe(type)) is wanted here, and this is \(describe(typed.type))", at: expression.span)
    return nil
  }

  /// An expression that must be some value.
  mutating func anyValue(_ expression: Expression, _ wanted: Wanted, _ frame: inout Frame) -> Typed? {
    guard let typed = check(expression, wanted, &frame) else { return nil }
    if typed.type != .condition { return typed }
    report(.valueWanted, "a value is wanted here, and this is a condition", at: expression.span)
    return nil
  }

  /// Any expression. What is wanted helps gaps alone; whether the type fits is for the caller to say.
  mutating func check(_ expression: Expression, _ wanted: Wanted, _ frame: inout Frame) -> Typed? {
    switch expression.kind {
    case .missing: nil
    case .literal(let literal): check(literal, at: expression.span)
    case .call(let call): check(call, wanted, &frame)
    case .status, .windowed, .dateOf: checkTemporal(expression, &frame)
    case .logical(let word, let operands): check(word, operands, at: expression.span, &frame)
    case .not(let operand):
      condition(operand, &frame).map { add(.not($0), .condition, at: expression.span) }
    case .negative(let operand): check(negative: operand, wanted, at: expression.span, &frame)
    case .comparison(let word, let left, let right): check(word, left, right, at: expression.span, &frame)
    case .membership(let element, let domain, let negated):
      check(element, in: domain, negated: negated, at: expression.span, &frame)
    case .arithmetic(let first, let operands): check(first, operands, wanted, at: expression.span, &frame)
    case .quantified, .count, .sum: checkBound(expression, &frame)
    case .extremum(let extremum, let operands): check(extremum, operands, wanted, at: expression.span, &frame)
    case .today: add(.today, .date, at: expression.span)
    case .gap(let reason): check(gap: reason, wanted, at: expression.span, frame)
    }
  }

  private mutating func check(_ literal: Literal, at span: SourceSpan) -> Typed? {
    if literal.kind == .truth { return add(.truth(literal.text == "true"), .condition, at: span) }
    return value(of: literal, at: span).map { add(.constant($0.0), $0.1, at: span) }
  }

  /// Every operand is checked, so that all errors are found.
  private mutating func check(
    _ word: LogicalOperator, _ operands: [Expression], at span: SourceSpan, _ frame: inout Frame
  ) -> Typed? {
    var checked: [ExpressionID] = []
    for operand in operands {
      if let id = condition(operand, &frame) { checked.append(id) }
    }
    guard checked.count == operands.count else { return nil }
    return add(word == .and ? .and(checked) : .or(checked), .condition, at: span)
  }

  private mutating func check(
    gap reason: TextLiteral, _ wanted: Wanted, at span: SourceSpan, _ frame: Frame
  ) -> Typed? {
    switch wanted {
    case .reported: return nil
    case .anything:
      report(.untypedGap, "nothing here tells what kind of value the gap stands for", at: span)
      return nil
    case .type(let type):
      let gap = GapID(program.gaps.count)
      let domain: DomainReference? = type == .condition ? nil : .type(type)
      program.gaps.append(
        Gap(
          reason: reason.value, type: type, domain: domain, variables: frame.inSight.map { $0.slot }, span: span))
      return add(.gap(gap), type, at: span)
    }
  }

  /// A literal and its sign are one constant, so that the least integer can be written.
  private mutating func check(
    negative operand: Expression, _ wanted: Wanted, at span: SourceSpan, _ frame: inout Frame
  ) -> Typed? {
    if case .literal(let literal) = operand.kind, literal.kind != .truth {
      return value(of: literal, isNegative: true, at: span).map { add(.constant($0.0), $0.1, at: span) }
    }
    guard let typed = anyValue(operand, wanted, &frame) else { return nil }
    guard typed.type.isNumeric || typed.type == .duration else {
      report(.wrongType, "`-` stands before numbers and durations, and this is \(describe(typed.type))", at: span)
      return nil
    }
    return add(.negative(typed.id), typed.type, at: span)
  }
}
