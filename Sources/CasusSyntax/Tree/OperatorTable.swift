/// How tightly an operator binds: of two, the greater one takes its operands first.
package enum Precedence: Int, Comparable, Sendable {
  case disjunction = 1
  case conjunction, negation, comparison, sum, product, sign, primary

  package static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }

  /// The next tighter level, which the operands of an operator of this level must have.
  package var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .primary }
}

/// All that anybody needs to know of one operator: the parser, the printer, the manual.
package struct OperatorEntry: Sendable {
  package let spelling: String
  package let precedence: Precedence
  package let summary: String
  /// The token it is written with, and the second one where it is written in two words.
  package let token: TokenKind
  package let secondToken: TokenKind?

  init(
    _ spelling: String, _ precedence: Precedence, _ token: TokenKind, then secondToken: TokenKind? = nil,
    _ summary: String
  ) {
    self.spelling = spelling
    self.precedence = precedence
    self.summary = summary
    self.token = token
    self.secondToken = secondToken
  }
}

/// The operators of conditions and values.
package enum Operator: Sendable, Equatable, CaseIterable {
  case or, and, not
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, member, notMember
  case add, subtract, multiply, divide, negative

  /// The only place that knows how operators are written and how they bind.
  package var entry: OperatorEntry {
    switch self {
    case .or: OperatorEntry("or", .disjunction, .keyword(.or), "true when either side is")
    case .and: OperatorEntry("and", .conjunction, .keyword(.and), "true when both sides are")
    case .not: OperatorEntry("not", .negation, .keyword(.not), "true when the condition behind it is false")
    case .equal: OperatorEntry("is", .comparison, .keyword(.is), "the same value")
    case .notEqual: OperatorEntry("is not", .comparison, .keyword(.is), then: .keyword(.not), "another value")
    case .less: OperatorEntry("<", .comparison, .less, "less; for dates, earlier")
    case .lessOrEqual: OperatorEntry("<=", .comparison, .lessOrEqual, "at most; for dates, not later")
    case .greater: OperatorEntry(">", .comparison, .greater, "more; for dates, later")
    case .greaterOrEqual: OperatorEntry(">=", .comparison, .greaterOrEqual, "at least; for dates, not earlier")
    case .member: OperatorEntry("in", .comparison, .keyword(.in), "one of a list, a set or a range")
    case .notMember:
      OperatorEntry("not in", .comparison, .keyword(.not), then: .keyword(.in), "none of a list, a set or a range")
    case .add: OperatorEntry("+", .sum, .plus, "the sum; for a date, later by a duration")
    case .subtract: OperatorEntry("-", .sum, .minus, "the difference; for a date, earlier by a duration")
    case .multiply: OperatorEntry("*", .product, .times, "the product")
    case .divide: OperatorEntry("/", .product, .divide, "the quotient, an exact fraction")
    case .negative: OperatorEntry("-", .sign, .minus, "the number with its sign turned")
    }
  }
}

extension LogicalOperator {
  package var `operator`: Operator {
    switch self {
    case .or: .or
    case .and: .and
    }
  }
}

extension ComparisonOperator {
  package var `operator`: Operator {
    switch self {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    }
  }
}

extension ArithmeticOperator {
  package var `operator`: Operator {
    switch self {
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: .divide
    }
  }
}
