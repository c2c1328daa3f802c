import CasusSyntax

/// What comes right behind an expression inside the brackets around it, and could be taken for a part of it.
enum Follower {
  case nothing
  /// `and`, `or`, a comparison, or `..`.
  case comparison
  case arithmetic
}

/// Expressions, with brackets where precedence asks for them.
extension CanonicalPrinter {
  static func layout(_ expression: Expression) -> Layout { layout(expression, .disjunction, .nothing) }

  /// - Parameters:
  ///   - least: what binds less tightly stands in brackets.
  ///   - follower: what comes behind; what reaches as far right as it can stands in brackets before it.
  static func layout(_ expression: Expression, _ least: Precedence, _ follower: Follower) -> Layout {
    if needsBrackets(expression, least, follower) {
      let inside = body(expression, .nothing)
      return .group(.sequence([.text("("), .nested(inside), .text(")")]))
    }
    return body(expression, follower)
  }

  private static func needsBrackets(_ expression: Expression, _ least: Precedence, _ follower: Follower) -> Bool {
    switch expression.kind {
    case .quantified: follower != .nothing
    case .windowed: follower == .arithmetic
    default: precedence(of: expression) < least
    }
  }

  private static func precedence(of expression: Expression) -> Precedence {
    switch expression.kind {
    case .logical(let logical, _): logical.operator.entry.precedence
    case .not: Operator.not.entry.precedence
    case .comparison(let comparison, _, _): comparison.operator.entry.precedence
    case .membership: Operator.member.entry.precedence
    case .arithmetic(_, let operands): operands.first?.operator.operator.entry.precedence ?? .sum
    case .negative: Operator.negative.entry.precedence
    default: .primary
    }
  }

  /// The expression without brackets of its own.
  private static func body(_ expression: Expression, _ follower: Follower) -> Layout {
    switch expression.kind {
    case .missing: .text("…")
    case .literal(let literal): layout(literal)
    case .call(let call): layout(call)
    case .status(let status, let call): layout(status, call)
    case .windowed(let inside, let window): layout(inside, window, follower)
    case .logical(let logical, let operands): layout(logical, operands, follower)
    case .not(let operand): prefixed("not ", layout(operand, .negation, follower))
    case .negative(let operand): prefixed("-", layout(operand, .sign, follower))
    case .comparison(let comparison, let left, let right):
      infix(layout(left, .sum, .comparison), comparison.operator, layout(right, .sum, follower))
    case .membership(let member, let domain, let negated):
      infix(layout(member, .sum, .comparison), negated ? .notMember : .member, layout(domain, follower))
    case .arithmetic(let first, let operands): layout(first, operands, follower)
    case .quantified(let quantifier, let binding, let condition): layout(quantifier, binding, condition)
    case .count(let binding): .bracketed("count(", [layout(binding)], ")")
    case .sum(let summand, let binding):
      .bracketed("sum(", [.sequence([layout(summand), .line, .text("over "), layout(binding)])], ")")
    case .extremum(let extremum, let listed):
      .bracketed(extremum == .minimum ? "min(" : "max(", listed.map { layout($0) }, ")")
    case .today: .text("today")
    case .dateOf(let dated): prefixed("date of ", layout(dated, .primary, .arithmetic))
    case .gap(let reason): prefixed("gap ", layout(text: reason.value))
    }
  }

  static func prefixed(_ word: String, _ layout: Layout) -> Layout { .sequence([.text(word), layout]) }

  private static func infix(_ left: Layout, _ operation: Operator, _ right: Layout) -> Layout {
    .group(.sequence([left, .nested(.sequence([.line, .text(operation.entry.spelling + " "), right]))]))
  }

  private static func layout(_ logical: LogicalOperator, _ operands: [Expression], _ follower: Follower) -> Layout {
    let entry = logical.operator.entry
    var parts: [Layout] = []
    for (index, operand) in operands.enumerated() {
      let isLast = index == operands.count - 1
      if index > 0 { parts += [.line, .text(entry.spelling + " ")] }
      parts.append(layout(operand, entry.precedence.tighter, isLast ? follower : .comparison))
    }
    return .group(.nested(.sequence(parts)))
  }

  private static func layout(_ first: Expression, _ operands: [ArithmeticOperand], _ follower: Follower) -> Layout {
    let least = operands.first?.operator.operator.entry.precedence.tighter ?? .product
    var parts = [layout(first, least, .arithmetic)]
    for (index, operand) in operands.enumerated() {
      let isLast = index == operands.count - 1
      parts += [.line, .text(operand.operator.operator.entry.spelling + " ")]
      parts.append(layout(operand.expression, least, isLast ? follower : .arithmetic))
    }
    return .group(.nested(.sequence(parts)))
  }

  private static func layout(_ inside: Expression, _ window: Window, _ follower: Follower) -> Layout {
    let word =
      switch window.kind {
      case .since: "since "
      case .before: "before "
      case .for: "for "
      case .inLast: "in last "
      }
    let bound = layout(window.bound, .sum, follower)
    return .group(.sequence([layout(inside, .primary, .arithmetic), .nested(.sequence([.line, .text(word), bound]))]))
  }

  private static func layout(_ quantifier: Quantifier, _ binding: Binding, _ condition: Expression) -> Layout {
    let word = quantifier == .some ? "some " : "every "
    return .group(
      .sequence([
        .text(word), layout(binding), .nested(.sequence([.line, .text("satisfies "), layout(condition)])),
      ]))
  }
}

/// What expressions are made of.
extension CanonicalPrinter {
  static func layout(_ literal: Literal) -> Layout {
    literal.kind == .text ? layout(text: literal.text) : .text(literal.text)
  }

  static func layout(_ call: Call) -> Layout {
    let path = spelling(of: call.path)
    guard let arguments = call.arguments else { return .text(path) }
    guard !arguments.isEmpty else { return .text(path + "()") }
    return .bracketed(path + "(", arguments.map { layout($0) }, ")")
  }

  private static func layout(_ argument: Argument) -> Layout {
    let value = argument.value.map { layout($0) } ?? .text("any")
    guard let label = argument.label else { return value }
    return prefixed(spelling(ofLabel: label) + ": ", value)
  }

  private static func layout(_ status: StatusKind, _ call: Call) -> Layout {
    let word =
      switch status {
      case .owed: "owed"
      case .fulfilled: "fulfilled"
      case .breached: "breached"
      case .forbidden: "forbidden"
      case .permitted: "permitted"
      }
    return .bracketed(word + "(", [layout(call)], ")")
  }

  private static func layout(_ binding: Binding) -> Layout {
    let variables = binding.variables.map { variable in
      prefixed(spelling(of: variable.name) + " in ", layout(variable.domain, .nothing))
    }
    guard let condition = binding.condition else { return .joined(variables, by: ",") }
    return .sequence([.joined(variables, by: ","), .line, .text("where "), layout(condition)])
  }

  static func layout(_ domain: Domain, _ follower: Follower) -> Layout {
    switch domain.kind {
    case .list(let values): .bracketed("{", values.map { layout($0) }, "}")
    case .range(let low, let high):
      .sequence([layout(low, .sum, .comparison), .text(".."), layout(high, .sum, follower)])
    case .named(let name): layout(name, .sum, follower)
    }
  }

  static func layout(_ told: ToldValue) -> Layout {
    switch told.kind {
    case .value(let value): layout(value)
    case .range(let low, let high): .sequence([layout(low), .text(".."), layout(high)])
    case .unknown: .text("unknown")
    case .contested: .text("contested")
    }
  }
}
