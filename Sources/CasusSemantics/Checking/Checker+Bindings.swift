import CasusDiagnostics
import CasusSyntax

/// Quantifiers, counts and sums: expressions that bind variables.
extension Checker {
  mutating func checkBound(_ expression: Expression, _ frame: inout Frame) -> Typed? {
    let before = frame.inSight.count
    defer { frame.release(frame.inSight.count - before) }
    switch expression.kind {
    case .quantified(let quantifier, let syntax, let body):
      let binding = check(syntax, &frame)
      guard let body = condition(body, &frame), let binding else { return nil }
      return add(.quantified(quantifier, binding, satisfies: body), .condition, at: expression.span)
    case .count(let syntax):
      return check(syntax, &frame).map { add(.count($0), .integer, at: expression.span) }
    case .sum(let term, let syntax): return check(sum: term, over: syntax, at: expression.span, &frame)
    default: return nil
    }
  }

  private mutating func check(
    sum term: Expression, over syntax: Binding, at span: SourceSpan, _ frame: inout Frame
  ) -> Typed? {
    let binding = check(syntax, &frame)
    guard let typed = anyValue(term, .type(.decimal), &frame), let binding else { return nil }
    guard typed.type.isNumeric else {
      report(.wrongType, "numbers are summed, and this is \(describe(typed.type))", at: term.span)
      return nil
    }
    return add(.sum(typed.id, over: binding), typed.type, at: span)
  }

  /// Binds the variables, which stay in sight until the caller releases them.
  private mutating func check(_ syntax: Binding, _ frame: inout Frame) -> CheckedBinding? {
    guard syntax.variables.count <= CompilationLimits.maximumParameters else {
      let extra = syntax.variables[CompilationLimits.maximumParameters].name.span
      report(.tooManyParameters, "no more than \(CompilationLimits.maximumParameters) variables are allowed", at: extra)
      return nil
    }
    var variables: [CheckedBinding.Variable] = []
    var seen: Set<String> = []
    for variable in syntax.variables {
      let name = variable.name
      let domain = checkRange(of: variable, &frame)
      if !name.isMissing, !seen.insert(name.text).inserted {
        report(.duplicateName, "two variables are named `\(name.text)`", at: name.span)
      }
      let slot = frame.bind(name.text, type: domain?.1)
      if let domain { variables.append(CheckedBinding.Variable(slot: slot, domain: domain.0)) }
    }
    var restriction: ExpressionID?
    if let condition = syntax.condition {
      restriction = self.condition(condition, &frame)
      if restriction == nil { return nil }
    }
    guard variables.count == syntax.variables.count, seen.count == variables.count else { return nil }
    return CheckedBinding(variables: variables, condition: restriction, isFromAny: false)
  }

  private mutating func checkRange(
    of variable: Binding.Variable, _ frame: inout Frame
  ) -> (CheckedDomain, ValueType)? {
    guard let (domain, type) = check(variable.domain, wanted: nil, &frame) else { return nil }
    if case .range = domain, type != .integer {
      report(
        .infiniteDomain, "there are too many values between these to go through: only integers are counted",
        at: variable.domain.span)
      return nil
    }
    return (domain, type)
  }
}
