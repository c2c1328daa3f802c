package import CasusDiagnostics

/// `type Name [ = Name | … ]`.
package struct TypeDeclaration: Equatable, Sendable {
  package var name: Name
  /// The members of a closed type in their order; nil where the type is open.
  package var members: [Name]?
}

/// `entity member, … : Name`.
package struct EntityDeclaration: Equatable, Sendable {
  package struct Member: Equatable, Sendable {
    package var name: Name
    package var label: TextLiteral?
    package var aliases: [TextLiteral]
  }
  package var members: [Member]
  package var type: Path
}

/// `set Name = { path, … }` or `set Name = 1..12`.
package struct SetDeclaration: Equatable, Sendable {
  package enum Elements: Equatable, Sendable {
    case members([Path])
    /// Two integer literals, either of which may be negative.
    case range(Expression, Expression)
  }
  package var name: Name
  package var elements: Elements
}

/// A parameter: its label is nil for `_`, and equal to the name where one word is both.
package struct Parameter: Equatable, Sendable {
  package var label: Name?
  package var name: Name
  package var type: Path
  package var span: SourceSpan
}

/// What a fact or an event may add to its head.
package struct FactClauses: Equatable, Sendable {
  package var presumed: ToldValue?
  package var decidedBy: Path?
  package var asks: TextLiteral?
}

package struct FactDeclaration: Equatable, Sendable {
  package var name: Name
  package var parameters: [Parameter]
  /// The type of its value; nil for a condition.
  package var type: Path?
  package var clauses: FactClauses
}

package struct EventDeclaration: Equatable, Sendable {
  package var name: Name
  package var parameters: [Parameter]
  package var clauses: FactClauses
}

package struct RuleDeclaration: Equatable, Sendable {
  package var name: Name
  package var parameters: [Parameter]
  package var when: Expression?
  package var unless: [Expression]
}

package struct DefinitionDeclaration: Equatable, Sendable {
  package struct Case: Equatable, Sendable {
    package enum Condition: Equatable, Sendable {
      case when(Expression)
      case otherwise, bare
    }
    package var value: Expression
    package var condition: Condition
  }
  package var name: Name
  package var parameters: [Parameter]
  package var type: Path
  package var cases: [Case]
}

package struct ExceptionDeclaration: Equatable, Sendable {
  package var name: Name?
  package var excepted: Path
  package var when: Expression
  package var unless: [Expression]
}

/// `must`, `must not`, `may`.
package enum Modality: Sendable, Equatable { case must, mustNot, may }

package struct NormDeclaration: Equatable, Sendable {
  package enum Deadline: Equatable, Sendable {
    case within(Expression)
    case by(Expression)
  }
  package var name: Name
  package var parameters: [Parameter]
  package var bearer: Path
  package var modality: Modality
  package var act: Call
  package var deadline: Deadline?
  package var when: Expression?
  package var unless: [Expression]
}

/// `treaty`, `law`, `resolution`, `policy`, `contract`.
package enum InstrumentKind: Sendable, Equatable, CaseIterable { case treaty, law, resolution, policy, contract }

package struct PrevailsDeclaration: Equatable, Sendable {
  package enum Losers: Equatable, Sendable {
    case paths([Path])
    case anyOf(InstrumentKind)
  }
  package var winner: Path
  package var losers: Losers
}

/// `from D [until E]` or `until E`: from D on, up to and without E.
package struct Period: Equatable, Sendable {
  package var from: Literal?
  package var until: Literal?
  package var span: SourceSpan
}

package struct ForceClause: Equatable, Sendable {
  package var period: Period
  package var unless: [Expression]
  package var span: SourceSpan
}

package struct InstrumentDeclaration: Equatable, Sendable {
  package struct Party: Equatable, Sendable {
    package var name: Path
    package var period: Period?
  }
  package var kind: InstrumentKind
  package var name: Name
  package var title: TextLiteral?
  /// `of Ruritania`: whose law it is.
  package var of: Path?
  package var parties: [Party]
  package var signed: Literal?
  package var force: ForceClause?
  package var replaces: Path?
  /// Articles and items, in their order.
  package var items: [Item]
}

package struct ArticleDeclaration: Equatable, Sendable {
  /// As cited: `51`, `5(1)`, `16(a)`, or the words of a text.
  package var number: String
  package var numberSpan: SourceSpan
  /// Whether the number was written as a text.
  package var numberIsText: Bool
  package var words: TextLiteral?
  package var force: ForceClause?
  package var items: [Item]
}
