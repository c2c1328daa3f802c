import CasusDiagnostics

/// Conditions and values, from what binds loosest to what binds tightest.
extension Parser {
  /// query = expression ;
  mutating func parseQuery() -> Expression {
    let expression = parseExpression()
    if !isPanicking, current != .endOfFile {
      report(.unexpectedWord, "the query ends before \(describeCurrent())")
    }
    return expression
  }

  /// expression = conjunction { "or" conjunction } ;
  mutating func parseExpression() -> Expression {
    parseChain(of: .or) { $0.parseConjunction() }
  }

  /// conjunction = negation { "and" negation } ;
  mutating func parseConjunction() -> Expression {
    parseChain(of: .and) { $0.parseNegation() }
  }

  /// One operand or more with a logical operator between them: flat, however many.
  private mutating func parseChain(
    of logical: LogicalOperator, _ parseOperand: (inout Parser) -> Expression
  ) -> Expression {
    let start = position
    let first = parseOperand(&self)
    let token = logical.operator.entry.token
    guard current == token else { return first }
    var operands = [first]
    while consume(token) { operands.append(parseOperand(&self)) }
    return Expression(.logical(logical, operands), at: span(from: start))
  }

  /// negation = "not" negation | comparison ;
  mutating func parseNegation() -> Expression {
    let start = position
    guard consumeOperator(.not) else { return parseComparison() }
    guard enterNesting() else { return Expression(.missing, at: endOfPrevious) }
    defer { leaveNesting() }
    let operand = parseNegation()
    return Expression(.not(operand), at: span(from: start))
  }

  /// comparison = sum [ ( "is" [ "not" ] | "<" | "<=" | ">" | ">=" ) sum | [ "not" ] "in" domain ] ;
  mutating func parseComparison() -> Expression {
    let start = position
    let left = parseSum()
    if let comparison = consumeComparisonOperator() {
      let right = parseSum()
      let expression = Expression(.comparison(comparison, left, right), at: span(from: start))
      failUnfitForComparison()
      return expression
    }
    if let isNegated = consumeMembershipOperator() {
      let domain = parseDomain()
      return Expression(.membership(left, domain, negated: isNegated), at: span(from: start))
    }
    return left
  }

  private mutating func consumeMembershipOperator() -> Bool? {
    // `in force` begins a clause, wherever it stands.
    if isAt(.in), peek() == .keyword(.force) { return nil }
    return consumeOperator(.member) ? false : consumeOperator(.notMember) ? true : nil
  }

  private mutating func consumeComparisonOperator() -> ComparisonOperator? {
    guard mayBeComparisonOperator else { return nil }
    if current == .equals {
      reportForeignEquality()
      return .equal
    }
    // The longer spelling first: `is not` begins with `is`.
    if consumeOperator(.notEqual) { return .notEqual }
    return ComparisonOperator.allCases.first { consumeOperator($0.operator) }
  }

  /// A first look that spares the table for the many tokens that are no such operator.
  private var mayBeComparisonOperator: Bool {
    switch current {
    case .keyword(.is), .less, .lessOrEqual, .greater, .greaterOrEqual, .equals: true
    default: false
    }
  }

  /// Reads `=` or `==` as `is`, and says so.
  @inline(never)
  private mutating func reportForeignEquality() {
    let start = position
    let both = peek() == .equals ? currentSpan.through(span(at: position + 1)) : currentSpan
    report(
      .foreignOperator, "conditions are compared with `is`, not with `\(source.text(in: both))`", at: both,
      fixes: [Fix(title: "write `is`", span: both, replacement: "is")])
    while position < start + 2, current == .equals { advance() }
  }

  /// Consumes the operator if it comes next, in one word or two.
  mutating func consumeOperator(_ operator: Operator) -> Bool {
    let entry = `operator`.entry
    guard current == entry.token else { return false }
    guard let second = entry.secondToken else {
      advance()
      return true
    }
    guard peek() == second else { return false }
    advance()
    advance()
    return true
  }

  /// Reports what people write behind a comparison and may not: a second one, or a range.
  @inline(never)
  private mutating func failUnfitForComparison() {
    if current == .range {
      fail(
        .valueOfStatement, "a range can be told and expected; in a condition it stands behind `in`",
        notes: ["write `in`, with the range behind it"])
    }
    if mayBeComparisonOperator {
      fail(
        .comparisonsChained, "comparisons do not chain",
        notes: ["write `a < b and b < c`, or put one comparison in brackets"])
    }
  }

  /// sum = product { ( "+" | "-" ) product } ;
  mutating func parseSum() -> Expression {
    parseArithmetic(.sum) { $0.parseProduct() }
  }

  /// product = unary { ( "*" | "/" ) unary } ;
  mutating func parseProduct() -> Expression {
    parseArithmetic(.product) { $0.parseUnary() }
  }

  /// Operands with arithmetic operators of one precedence between them: flat, however many.
  private mutating func parseArithmetic(
    _ precedence: Precedence, _ parseOperand: (inout Parser) -> Expression
  ) -> Expression {
    let start = position
    let first = parseOperand(&self)
    guard let operation = arithmeticOperator(precedence) else { return first }
    advance()
    var operands = [ArithmeticOperand(operation, parseOperand(&self))]
    while let operation = arithmeticOperator(precedence) {
      advance()
      operands.append(ArithmeticOperand(operation, parseOperand(&self)))
    }
    return Expression(.arithmetic(first, operands), at: span(from: start))
  }

  private func arithmeticOperator(_ precedence: Precedence) -> ArithmeticOperator? {
    switch current {
    case .plus, .minus, .times, .divide:
      ArithmeticOperator.allCases.first {
        let entry = $0.operator.entry
        return entry.precedence == precedence && entry.token == current
      }
    default: nil
    }
  }

  /// unary = "-" unary | primary ;
  mutating func parseUnary() -> Expression {
    let start = position
    guard consumeOperator(.negative) else { return parsePrimary() }
    guard enterNesting() else { return Expression(.missing, at: endOfPrevious) }
    defer { leaveNesting() }
    let operand = parseUnary()
    return Expression(.negative(operand), at: span(from: start))
  }
}
