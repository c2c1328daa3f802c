package import CasusDiagnostics
package import CasusSyntax

/// An expression in which every name is an id and everything is typed. Children are ids: the tree is a flat table.
package struct CheckedExpression: Sendable {
  package enum Kind: Sendable {
    case truth(Bool)
    case constant(Value)
    /// A parameter or a bound variable: a slot of the frame of the declaration or question it stands in.
    case variable(Int)
    /// A fact, event, rule, definition, exception or norm, with an argument for each parameter.
    case call(DeclarationID, [ExpressionID])
    case and([ExpressionID])
    case or([ExpressionID])
    case not(ExpressionID)
    case comparison(ComparisonOperator, ExpressionID, ExpressionID)
    case membership(ExpressionID, CheckedDomain, negated: Bool)
    case negative(ExpressionID)
    /// A chain of one level of precedence, computed from left to right.
    case arithmetic(ExpressionID, [CheckedOperand])
    case quantified(Quantifier, CheckedBinding, satisfies: ExpressionID)
    case count(CheckedBinding)
    case sum(ExpressionID, over: CheckedBinding)
    case extremum(Extremum, [ExpressionID])
    case today
    case gap(GapID)
    /// A status of a norm's case, or of an act: an event's case, over which some norm has it.
    case status(StatusKind, DeclarationID, [ExpressionID])
    /// A call or a status seen through a window; the bound is a date for `since` and `before`, else a duration.
    case windowed(ExpressionID, Window.Kind, bound: ExpressionID)
    /// Of a call of an event, or of a status that is an event.
    case dateOf(ExpressionID)
  }
  package var kind: Kind
  package var type: ValueType
  package var span: SourceSpan
}

/// An operator and its right side.
package struct CheckedOperand: Sendable {
  package var `operator`: ArithmeticOperator
  package var expression: ExpressionID
}

/// Variables with what they run over, and the condition that picks among their values.
package struct CheckedBinding: Sendable {
  package struct Variable: Sendable {
    package var slot: Int
    package var domain: CheckedDomain
  }
  package var variables: [Variable]
  package var condition: ExpressionID?
  /// Whether `any` in a call was rewritten into this binding. Asked as a whole query, such a call answers with rows.
  package var isFromAny: Bool
}

/// What a variable runs over, or what a value may lie in.
package enum CheckedDomain: Sendable {
  case reference(DomainReference)
  case list([ExpressionID])
  case range(ExpressionID, ExpressionID)
}

/// A place that the text leaves open: any truth, any value, one for each case of the variables in sight.
package struct Gap: Sendable {
  package var reason: String
  package var type: ValueType
  /// What its value ranges over, where it is a value.
  package var domain: DomainReference?
  /// The slots in sight, in order: their values tell the cases apart.
  package var variables: [Int]
  package var span: SourceSpan
}
