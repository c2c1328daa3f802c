internal import CasusSemantics

extension ProgramLinker {
  func moved(_ kind: CheckedExpression.Kind) -> CheckedExpression.Kind {
    switch kind {
    case .truth, .variable, .today: kind
    case .constant(let value): .constant(moved(value))
    case .call(let declaration, let arguments): .call(moved(declaration), moved(arguments))
    case .and(let operands): .and(moved(operands))
    case .or(let operands): .or(moved(operands))
    case .not(let operand): .not(moved(operand))
    case .comparison(let comparison, let left, let right): .comparison(comparison, moved(left), moved(right))
    case .membership(let value, let domain, let negated): .membership(moved(value), moved(domain), negated: negated)
    case .negative(let operand): .negative(moved(operand))
    case .arithmetic(let first, let operands):
      .arithmetic(moved(first), operands.map { moved($0) })
    case .quantified(let quantifier, let binding, let body):
      .quantified(quantifier, moved(binding), satisfies: moved(body))
    case .count(let binding): .count(moved(binding))
    case .sum(let value, let binding): .sum(moved(value), over: moved(binding))
    case .extremum(let extremum, let operands): .extremum(extremum, moved(operands))
    case .gap(let gap): .gap(moved(gap))
    case .status(let status, let declaration, let arguments):
      .status(status, moved(declaration), moved(arguments))
    case .windowed(let operand, let window, let bound): .windowed(moved(operand), window, bound: moved(bound))
    case .dateOf(let operand): .dateOf(moved(operand))
    }
  }

  private func moved(_ expressions: [ExpressionID]) -> [ExpressionID] { expressions.map { moved($0) } }

  private func moved(_ operand: CheckedOperand) -> CheckedOperand {
    var read = operand
    read.expression = moved(operand.expression)
    return read
  }

  private func moved(_ binding: CheckedBinding) -> CheckedBinding {
    var read = binding
    for (position, variable) in binding.variables.enumerated() {
      read.variables[position].domain = moved(variable.domain)
    }
    read.condition = binding.condition.map { moved($0) }
    return read
  }

  private func moved(_ domain: CheckedDomain) -> CheckedDomain {
    switch domain {
    case .reference(let reference): .reference(moved(reference))
    case .list(let members): .list(moved(members))
    case .range(let low, let high): .range(moved(low), moved(high))
    }
  }
}
