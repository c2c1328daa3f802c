import CasusDiagnostics

/// What runs over a domain.
extension Parser {
  /// quantified = ( "some" | "every" ) binding "satisfies" expression ;
  mutating func parseQuantified(_ quantifier: Quantifier) -> Expression {
    let start = position
    advance()
    let binding = parseBinding()
    expect(.satisfies, for: " and a condition")
    let condition = parseExpression()
    return Expression(.quantified(quantifier, binding, satisfies: condition), at: span(from: start))
  }

  /// binding = variable { "," variable } [ "where" expression ] ;
  mutating func parseBinding() -> Binding {
    var variables = [parseVariable()]
    while consume(.comma) { variables.append(parseVariable()) }
    let condition = consume(.where) ? parseExpression() : nil
    return Binding(variables, where: condition)
  }

  /// variable = name "in" domain ;
  private mutating func parseVariable() -> Binding.Variable {
    let name = parseName("a name for the variable")
    expect(.in, for: " and what `\(name.text)` runs over")
    return Binding.Variable(name, in: parseDomain())
  }

  /// domain = values | sum [ ".." sum ] ;
  mutating func parseDomain() -> Domain {
    let start = position
    if current == .leftBrace {
      let values = parseValues()
      return Domain(.list(values), at: span(from: start))
    }
    if isAt(.last) {
      fail(.unexpectedWord, "`in last` stands only behind a call or a status")
      return Domain(.named(Expression(.missing, at: currentSpan)), at: currentSpan)
    }
    let low = parseSum()
    guard consume(.range) else { return Domain(.named(low), at: low.span) }
    let high = parseSum()
    return Domain(.range(low, high), at: span(from: start))
  }

  /// aggregate = "count" "(" binding ")" | "sum" "(" expression "over" binding ")"
  ///           | ( "min" | "max" ) "(" expression "," expression { "," expression } ")" ;
  mutating func parseAggregate(_ keyword: Keyword) -> Expression {
    let start = position
    advance()
    let opening = position
    advance()
    let kind: Expression.Kind
    switch keyword {
    case .count: kind = .count(parseBinding())
    case .sum:
      let summand = parseExpression()
      expect(.over, for: " and what the sum runs over")
      kind = .sum(summand, over: parseBinding())
    default: kind = .extremum(keyword == .min ? .minimum : .maximum, parseListed())
    }
    expectClosing(.rightParenthesis, ")", opening: opening)
    return Expression(kind, at: span(from: start))
  }

  /// The values listed, two or more.
  private mutating func parseListed() -> [Expression] {
    var listed = [parseExpression()]
    while consume(.comma) { listed.append(parseExpression()) }
    if listed.count < 2, current == .rightParenthesis {
      report(.unexpectedWord, "expected `,` and a second value, found `)`")
    }
    return listed
  }
}
