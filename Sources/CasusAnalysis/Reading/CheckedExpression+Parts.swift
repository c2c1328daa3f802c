import CasusSemantics
import CasusSyntax

/// An expression that stands directly inside another, and how the other reads it.
struct ExpressionPart {
  enum Role {
    /// The more it holds, the more the whole holds.
    case plain
    /// The operand of `not`.
    case negated
    /// The `where` of an `every`: the more it picks, the less the whole holds.
    case everyWhere
    /// Inside a count or a sum, where more may be too many.
    case aggregated
  }
  var expression: ExpressionID
  var role: Role
}

extension CheckedExpression.Kind {
  /// The expressions that stand directly inside this one.
  var parts: [ExpressionPart] {
    switch self {
    case .truth, .constant, .variable, .today, .gap: []
    case .and(let operands), .or(let operands), .extremum(_, let operands): plain(operands)
    case .not(let operand): [ExpressionPart(expression: operand, role: .negated)]
    case .negative(let operand), .dateOf(let operand): plain([operand])
    case .comparison(_, let left, let right): plain([left, right])
    case .membership(let element, let domain, negated: _): plain([element] + domain.expressions)
    case .arithmetic(let first, let operands): plain([first] + operands.map { $0.expression })
    case .quantified(let quantifier, let binding, satisfies: let body):
      parts(of: binding, condition: quantifier == .every ? .everyWhere : .plain) + plain([body])
    case .count(let binding): parts(of: binding, condition: .aggregated)
    case .sum(let term, over: let binding):
      parts(of: binding, condition: .aggregated) + [ExpressionPart(expression: term, role: .aggregated)]
    case .call(_, let arguments), .status(_, _, let arguments): plain(arguments)
    case .windowed(let subject, _, let bound): plain([subject, bound])
    }
  }

  private func plain(_ expressions: [ExpressionID]) -> [ExpressionPart] {
    expressions.map { ExpressionPart(expression: $0, role: .plain) }
  }

  private func parts(of binding: CheckedBinding, condition role: ExpressionPart.Role) -> [ExpressionPart] {
    var parts: [ExpressionPart] = []
    for variable in binding.variables { parts += plain(variable.domain.expressions) }
    if let condition = binding.condition { parts.append(ExpressionPart(expression: condition, role: role)) }
    return parts
  }
}

extension CheckedDomain {
  /// The expressions that list or bound its values.
  var expressions: [ExpressionID] {
    switch self {
    case .reference: []
    case .list(let values): values
    case .range(let low, let high): [low, high]
    }
  }
}

extension Program {
  /// Visits an expression and all inside it, each once, without recursion.
  func forEachExpression(in root: ExpressionID, _ visit: (CheckedExpression) -> Void) {
    var waiting = [root]
    while let next = waiting.popLast() {
      visit(self[next])
      for part in self[next].kind.parts { waiting.append(part.expression) }
    }
  }
}
