package import CasusDiagnostics
package import CasusSyntax

/// A fact, event, rule, definition, exception or norm after checking.
package struct CheckedDeclaration: Sendable {
  package enum Kind: Sendable {
    case fact(FactDetails)
    case event(FactDetails)
    case rule(RuleDetails)
    case definition(DefinitionDetails)
    case exception(ExceptionDetails)
    case norm(NormDetails)
  }
  /// As it is called from outside: `CSP.assistance`. An exception without a name is called by its place.
  package var qualifiedName: String
  package var parameters: [CheckedParameter]
  package var instrument: InstrumentID?
  /// The article of its first alternative.
  package var article: ArticleID?
  package var documentation: String
  /// Where its name stands.
  package var span: SourceSpan
  package var kind: Kind
}

/// A parameter; its slot in the frame is its position.
package struct CheckedParameter: Sendable {
  /// Nil for `_`.
  package var label: String?
  package var name: String
  package var domain: DomainReference
}

/// What a fact or an event is told to be.
package enum Told: Hashable, Sendable {
  /// Of a condition or an event.
  case truth(Bool)
  case unknown
  case value(Value)
  /// Numbers, dates or durations from one to the other, both included. An end that is nil is open.
  case range(Value?, Value?)
  case oneOf([Value])
}

package struct FactDetails: Sendable {
  /// Who decides it: the entity that a parameter names, or one entity.
  package enum Decider: Sendable, Equatable {
    case parameter(Int)
    case entity(EntityID)
  }
  /// `.condition` for a fact without a value and for an event.
  package var type: ValueType
  /// What its value ranges over; nil for a condition.
  package var domain: DomainReference?
  /// What is taken to hold while nobody says otherwise; nil: unknown until told.
  package var presumed: Told?
  package var decider: Decider?
  /// The question to put to people, with `{parameter}` where an argument goes.
  package var asks: String?
}

/// What must hold, and what must not: conditions over a frame that begins with the parameters.
package struct Condition: Sendable {
  package var when: ExpressionID?
  package var unless: [ExpressionID]
  /// How many slots the frame has: the parameters and all variables bound inside.
  package var frameSize: Int
}

package struct RuleDetails: Sendable {
  package struct Alternative: Sendable {
    package var condition: Condition
    package var article: ArticleID?
    package var span: SourceSpan
  }
  package var alternatives: [Alternative]
  /// Exceptions that reach every alternative.
  package var exceptions: [DeclarationID]
}

package struct DefinitionDetails: Sendable {
  package struct Case: Sendable {
    package var value: ExpressionID
    /// Nil for the last, which decides where no other does.
    package var when: ExpressionID?
  }
  package var type: ValueType
  package var domain: DomainReference
  /// Never empty; exactly the last has no condition.
  package var cases: [Case]
  package var frameSize: Int
}

/// Its parameters are those of what it excepts.
package struct ExceptionDetails: Sendable {
  package var excepted: DeclarationID
  package var condition: Condition
  package var exceptions: [DeclarationID]
}

package struct NormDetails: Sendable {
  package enum Deadline: Sendable {
    /// A duration from the start of the episode.
    case within(ExpressionID)
    /// A date.
    case by(ExpressionID)
  }
  package var modality: Modality
  package var event: DeclarationID
  /// One expression for each parameter of the event, the bearer among them in the place of `by`.
  package var act: [ExpressionID]
  /// The position of `by` among the event's parameters.
  package var bearer: Int
  package var deadline: Deadline?
  package var condition: Condition
  package var exceptions: [DeclarationID]
  /// The norms of the opposite modality over the same event that prevail over this one.
  package var prevailedOverBy: [DeclarationID]
  /// The norms of the opposite modality over the same event that nothing ranks against this one.
  package var unrankedAgainst: [DeclarationID]
}

/// When an instrument or an article has force: from the first moment, up to and without the second, unless …
package struct Force: Sendable {
  package var from: Moment?
  package var until: Moment?
  package var unless: [ExpressionID]
  package var frameSize: Int
  package var span: SourceSpan
}

package struct Instrument: Sendable {
  package var kind: InstrumentKind
  package var name: String
  package var title: String?
  /// Whose law it is.
  package var of: EntityID?
  package var signed: Moment?
  /// Nil: always in force.
  package var force: Force?
  package var replaces: InstrumentID?
  package var replacedBy: [InstrumentID]
  /// The fact `party(_:)`, where the instrument has parties.
  package var partyFact: DeclarationID?
  /// The type of its parties.
  package var partyType: TypeID?
  package var documentation: String
  package var span: SourceSpan
}

package struct Article: Sendable {
  package var instrument: InstrumentID
  /// As cited: `51`, `5(1)`.
  package var number: String
  package var words: String?
  package var force: Force?
  package var span: SourceSpan
}
