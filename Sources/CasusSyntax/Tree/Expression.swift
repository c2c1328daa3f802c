package import CasusDiagnostics

/// A condition or a value: one grammar for both, types tell them apart.
package struct Expression: Equatable, Sendable {
  package var kind: Kind
  package var span: SourceSpan

  package init(_ kind: Kind, at span: SourceSpan) {
    self.kind = kind
    self.span = span
  }

  package indirect enum Kind: Equatable, Sendable {
    /// Stands where an expression is missing, which was reported.
    case missing
    case literal(Literal)
    /// A call, or a bare name (of a parameter, a variable, an entity, a fact without parameters …).
    case call(Call)
    case status(StatusKind, Call)
    /// A call or a status, seen through a window of time.
    case windowed(Expression, Window)
    /// Two operands or more, joined by the same word.
    case logical(LogicalOperator, [Expression])
    case not(Expression)
    case negative(Expression)
    case comparison(ComparisonOperator, Expression, Expression)
    case membership(Expression, Domain, negated: Bool)
    /// A first operand and one further operand or more, of one level of precedence, from left to right.
    case arithmetic(Expression, [ArithmeticOperand])
    case quantified(Quantifier, Binding, satisfies: Expression)
    case count(Binding)
    case sum(Expression, over: Binding)
    case extremum(Extremum, [Expression])
    case today
    /// `date of` a call or a status.
    case dateOf(Expression)
    /// What the text leaves open, with the reason given.
    case gap(TextLiteral)
  }
}

/// `or`, `and`.
package enum LogicalOperator: Sendable, Equatable { case or, and }

/// `is`, `is not`, `<`, `<=`, `>`, `>=`.
package enum ComparisonOperator: Sendable, Equatable, CaseIterable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual

  /// The operator that says the same with its sides exchanged.
  package var mirrored: ComparisonOperator {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}

/// `+`, `-`, `*`, `/`.
package enum ArithmeticOperator: Sendable, Equatable, CaseIterable { case add, subtract, multiply, divide }

/// `some`, `every`.
package enum Quantifier: Sendable, Equatable { case some, every }

/// `min`, `max`.
package enum Extremum: Sendable, Equatable { case minimum, maximum }

/// `owed`, `fulfilled`, `breached`, `forbidden`, `permitted`.
package enum StatusKind: Sendable, Equatable, CaseIterable { case owed, fulfilled, breached, forbidden, permitted }

/// An operator and its right side, in a chain such as `a + b - c`.
package struct ArithmeticOperand: Equatable, Sendable {
  package var `operator`: ArithmeticOperator
  package var expression: Expression

  package init(_ operator: ArithmeticOperator, _ expression: Expression) {
    self.operator = `operator`
    self.expression = expression
  }
}

/// `path [ "(" arguments ")" ]`.
package struct Call: Equatable, Sendable {
  package var path: Path
  /// Nil where no brackets were written; empty for `()`.
  package var arguments: [Argument]?
  package var span: SourceSpan

  package init(_ path: Path, arguments: [Argument]?, at span: SourceSpan) {
    self.path = path
    self.arguments = arguments
    self.span = span
  }
}

/// `[ word ":" ] ( expr | "any" )`.
package struct Argument: Equatable, Sendable {
  package var label: Name?
  /// Nil for `any`.
  package var value: Expression?
  package var span: SourceSpan

  package init(label: Name?, value: Expression?, at span: SourceSpan) {
    self.label = label
    self.value = value
    self.span = span
  }
}

/// `( "since" | "before" | "for" | "in" "last" ) sum`.
package struct Window: Equatable, Sendable {
  package enum Kind: Sendable, Equatable, CaseIterable { case since, before, `for`, inLast }
  package var kind: Kind
  package var bound: Expression
  package var span: SourceSpan

  package init(_ kind: Kind, _ bound: Expression, at span: SourceSpan) {
    self.kind = kind
    self.bound = bound
    self.span = span
  }
}

/// `Name "in" domain { "," Name "in" domain } [ "where" expr ]`.
package struct Binding: Equatable, Sendable {
  package struct Variable: Equatable, Sendable {
    package var name: Name
    package var domain: Domain

    package init(_ name: Name, in domain: Domain) {
      self.name = name
      self.domain = domain
    }
  }
  package var variables: [Variable]
  package var condition: Expression?

  package init(_ variables: [Variable], where condition: Expression?) {
    self.variables = variables
    self.condition = condition
  }
}

/// What a variable runs over, or what a value may lie in.
package struct Domain: Equatable, Sendable {
  package indirect enum Kind: Equatable, Sendable {
    /// `{ a, b }`; negative literals are `.negative` of the literal.
    case list([Expression])
    /// `low .. high`, both included.
    case range(Expression, Expression)
    /// A type or a set, by name: always a `.call` without brackets where the program is right.
    case named(Expression)
  }
  package var kind: Kind
  package var span: SourceSpan

  package init(_ kind: Kind, at span: SourceSpan) {
    self.kind = kind
    self.span = span
  }
}
