import CasusSyntax

/// An expression as the tree groups it: in brackets wherever it is an operand, unless it is a single name, call or literal.
func reading(of expression: Expression) -> String {
  switch expression.kind {
  case .missing: "…"
  case .literal(let literal): literal.kind == .text ? "\"\(literal.text)\"" : literal.text
  case .call(let call): reading(of: call)
  case .status(let status, let call): "\(status)(\(reading(of: call)))"
  case .windowed(let inside, let window): "\(operand(inside)) \(word(of: window.kind)) \(operand(window.bound))"
  case .logical(let logical, let operands):
    operands.map { operand($0) }.joined(separator: " \(logical.operator.entry.spelling) ")
  case .not(let inside): "not \(operand(inside))"
  case .negative(let inside): "-\(operand(inside))"
  case .comparison(let comparison, let left, let right):
    "\(operand(left)) \(comparison.operator.entry.spelling) \(operand(right))"
  case .membership(let member, let domain, let isNegated):
    "\(operand(member)) \(isNegated ? "not in" : "in") \(reading(of: domain))"
  case .arithmetic(let first, let operands):
    operands.reduce(operand(first)) { "\($0) \($1.operator.operator.entry.spelling) \(operand($1.expression))" }
  case .quantified(let quantifier, let binding, let condition):
    "\(quantifier) \(reading(of: binding)) satisfies \(operand(condition))"
  case .count(let binding): "count(\(reading(of: binding)))"
  case .sum(let summand, let binding): "sum(\(reading(of: summand)) over \(reading(of: binding)))"
  case .extremum(let extremum, let listed):
    "\(extremum == .minimum ? "min" : "max")(\(listed.map { reading(of: $0) }.joined(separator: ", ")))"
  case .today: "today"
  case .dateOf(let dated): "date of \(operand(dated))"
  case .gap(let reason): "gap \"\(reason.value)\""
  }
}

private func operand(_ expression: Expression) -> String {
  switch expression.kind {
  case .missing, .literal, .call, .status, .count, .sum, .extremum, .today: reading(of: expression)
  default: "(\(reading(of: expression)))"
  }
}

private func reading(of call: Call) -> String {
  guard let arguments = call.arguments else { return call.path.text }
  let written = arguments.map { argument in
    (argument.label.map { $0.text + ": " } ?? "") + (argument.value.map { reading(of: $0) } ?? "any")
  }
  return "\(call.path.text)(\(written.joined(separator: ", ")))"
}

private func reading(of binding: Binding) -> String {
  let variables = binding.variables.map { "\($0.name.text) in \(reading(of: $0.domain))" }.joined(separator: ", ")
  return variables + (binding.condition.map { " where \(operand($0))" } ?? "")
}

private func reading(of domain: Domain) -> String {
  switch domain.kind {
  case .list(let values): "{\(values.map { reading(of: $0) }.joined(separator: ", "))}"
  case .range(let low, let high): "\(operand(low))..\(operand(high))"
  case .named(let name): operand(name)
  }
}

private func word(of window: Window.Kind) -> String {
  switch window {
  case .since: "since"
  case .before: "before"
  case .for: "for"
  case .inLast: "in last"
  }
}
