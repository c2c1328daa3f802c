import CasusDiagnostics
import CasusSyntax

/// Comparisons, membership, and what lies in a domain.
extension Checker {
  mutating func check(
    _ word: ComparisonOperator, _ left: Expression, _ right: Expression, at span: SourceSpan, _ frame: inout Frame
  ) -> Typed? {
    let (first, second) = checkPair(left, right, &frame)
    guard let first, let second else { return nil }
    if first.type == .condition || second.type == .condition {
      reportComparedCondition(word, left, right, first, second, at: span)
      return nil
    }
    guard areComparable(first, second, at: span) else { return nil }
    if word != .equal, word != .notEqual, !isOrdered(first.type) {
      report(.unordered, "\(describe(first.type)) has no order: `is` and `is not` alone compare it", at: span)
      return nil
    }
    return add(.comparison(word, first.id, second.id), .condition, at: span)
  }

  /// Two sides of which each tells what a gap on the other stands for.
  mutating func checkPair(_ left: Expression, _ right: Expression, _ frame: inout Frame) -> (Typed?, Typed?) {
    if case .gap = left.kind, !right.isGap {
      let second = check(right, .anything, &frame)
      return (check(left, Wanted(second?.type), &frame), second)
    }
    let first = check(left, .anything, &frame)
    return (first, check(right, left.isGap ? .reported : Wanted(first?.type), &frame))
  }

  private mutating func reportComparedCondition(
    _ word: ComparisonOperator, _ left: Expression, _ right: Expression, _ first: Typed, _ second: Typed,
    at span: SourceSpan
  ) {
    guard first.type == second.type else {
      let type = first.type == .condition ? second.type : first.type
      return report(.conditionCompared, "a condition and \(describe(type)) do not compare", at: span)
    }
    guard case .literal(let literal) = right.kind, word == .equal || word == .notEqual else {
      return report(
        .conditionCompared, "conditions are not compared", at: span,
        notes: ["join them with `and`, `or` and `not`"])
    }
    let isAffirmed = (literal.text == "true") == (word == .equal)
    report(
      .conditionCompared, "conditions are not compared", at: span,
      notes: [isAffirmed ? "a condition stands by itself: drop `is \(literal.text)`" : "write `not` before it instead"],
      fixes: isAffirmed
        ? [Fix(title: "drop the comparison", span: left.span.after.through(right.span), replacement: "")] : [])
  }

  /// Whether two values are of like types; literal days and literal months are not.
  mutating func areComparable(_ left: Typed, _ right: Typed, at span: SourceSpan) -> Bool {
    guard compares(left.type, right.type) else {
      report(.unlikeTypes, "\(describe(left.type)) and \(describe(right.type)) do not compare", at: span)
      return false
    }
    if case .constant(.duration(let one)) = program[left.id].kind,
      case .constant(.duration(let other)) = program[right.id].kind, one.isInMonths != other.isInMonths
    {
      report(.daysAgainstMonths, "days and months do not compare: months differ in length", at: span)
      return false
    }
    return true
  }

  mutating func check(
    _ element: Expression, in domain: Domain, negated: Bool, at span: SourceSpan, _ frame: inout Frame
  ) -> Typed? {
    let typed = anyValue(element, .anything, &frame)
    guard let (checked, type) = check(domain, wanted: typed?.type, &frame), let typed else { return nil }
    guard compares(typed.type, type) else {
      report(.unlikeTypes, "\(describe(typed.type)) never lies among \(plural(type))", at: span)
      return nil
    }
    return add(.membership(typed.id, checked, negated: negated), .condition, at: span)
  }

  /// A domain and the type of what it holds.
  mutating func check(
    _ domain: Domain, wanted: ValueType?, _ frame: inout Frame
  ) -> (CheckedDomain, ValueType)? {
    switch domain.kind {
    case .named(let name): return checkNamed(name, &frame)
    case .list(let elements):
      let hint: Wanted = wanted.map { .type($0) } ?? .anything
      guard let (ids, type) = checkAlike(elements, hint, &frame) else { return nil }
      return (.list(ids), type)
    case .range(let low, let high):
      guard let (ids, type) = checkAlike([low, high], wanted.map { .type($0) } ?? .anything, &frame) else { return nil }
      guard isOrdered(type) else {
        report(.unordered, "\(describe(type)) has no order, so there are no ranges of it", at: domain.span)
        return nil
      }
      return (.range(ids[0], ids[1]), type)
    }
  }

  private mutating func checkNamed(_ name: Expression, _ frame: inout Frame) -> (CheckedDomain, ValueType)? {
    guard case .call(let call) = name.kind, call.arguments == nil else {
      if name.kind != .missing {
        report(.notAType, "a type, a set, a list `{…}` or a range `low..high` is wanted here", at: name.span)
      }
      return nil
    }
    if call.path.names.count == 1, frame.variable(call.path.text) != nil {
      report(.notAType, "`\(call.path.text)` is a variable, not a type or a set", at: name.span)
      return nil
    }
    guard let domain = resolveDomain(call.path, in: frame.scope), let type = valueType(of: domain) else { return nil }
    guard isFinite(domain) else {
      report(
        .infiniteDomain, "`\(call.path.text)` has too many values to go through: name a set or a range", at: name.span)
      return nil
    }
    return (.reference(domain), type)
  }

  /// Values that must all compare with one another, and their common type.
  mutating func checkAlike(
    _ expressions: [Expression], _ wanted: Wanted, _ frame: inout Frame
  ) -> ([ExpressionID], ValueType)? {
    var ids: [ExpressionID] = []
    var first: Typed?
    var type: ValueType?
    for expression in expressions {
      guard let typed = anyValue(expression, first.map { .type($0.type) } ?? wanted, &frame) else { continue }
      if let first, !areComparable(first, typed, at: expression.span) { continue }
      first = first ?? typed
      type = type == .decimal ? .decimal : typed.type
      ids.append(typed.id)
    }
    guard let type, ids.count == expressions.count else { return nil }
    return (ids, type)
  }

  private func plural(_ type: ValueType) -> String {
    switch type {
    case .condition: "conditions"
    case .integer, .decimal: "numbers"
    case .text: "texts"
    case .date: "dates"
    case .duration: "durations"
    case .entity(let id): "members of `\(program[id].name)`"
    }
  }
}

extension Expression {
  var isGap: Bool { if case .gap = kind { true } else { false } }
}
