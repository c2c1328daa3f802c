package import CasusDiagnostics

/// `assert` or `deny`.
package enum Polarity: Sendable, Equatable { case assert, deny }

/// `on` a date or a range of dates.
package struct Occurrence: Equatable, Sendable {
  package var first: Literal
  /// Nil for a single date.
  package var last: Literal?
  package var span: SourceSpan
}

package struct ToldStatement: Equatable, Sendable {
  package enum Value: Equatable, Sendable {
    case told(ToldValue)
    /// `in { … }`
    case oneOf([Expression])
  }
  package var polarity: Polarity
  package var call: Call
  package var value: Value?
  package var on: Occurrence?
  package var period: Period?
  package var accordingTo: [Path]
  package var source: TextLiteral?
}

package struct AskStatement: Equatable, Sendable {
  package var expression: Expression
  package var asOf: Literal?
  package var accordingTo: Path?
}

package struct ExpectStatement: Equatable, Sendable {
  package var expression: Expression
  package var expected: ToldValue
  package var asOf: Literal?
  package var accordingTo: Path?
}

package struct ScenarioDeclaration: Equatable, Sendable {
  package var title: TextLiteral
  package var asOf: Literal?
  /// Statements alone: `.told`, `.ask`, `.expect`.
  package var statements: [Item]
}

package struct TableDeclaration: Equatable, Sendable {
  package struct Row: Equatable, Sendable {
    package var polarity: Polarity
    /// Bare names among its arguments are names of columns.
    package var call: Call
    package var value: Name?
    package var on: Name?
    package var from: Name?
    package var until: Name?
    package var accordingTo: Name?
    package var when: Expression?
    package var span: SourceSpan
  }
  package var path: TextLiteral
  package var rows: [Row]
}

/// One item or statement, with the documentation that stands before it.
package struct Item: Equatable, Sendable {
  package indirect enum Kind: Equatable, Sendable {
    case use(TextLiteral)
    case type(TypeDeclaration)
    case entity(EntityDeclaration)
    case set(SetDeclaration)
    case fact(FactDeclaration)
    case event(EventDeclaration)
    case rule(RuleDeclaration)
    case definition(DefinitionDeclaration)
    case exception(ExceptionDeclaration)
    case norm(NormDeclaration)
    case prevails(PrevailsDeclaration)
    case instrument(InstrumentDeclaration)
    case article(ArticleDeclaration)
    case told(ToldStatement)
    case ask(AskStatement)
    case expect(ExpectStatement)
    case scenario(ScenarioDeclaration)
    case table(TableDeclaration)
  }
  package var kind: Kind
  package var span: SourceSpan
  /// The words of `///` comments before it, joined by line breaks; empty where there are none.
  package var documentation: String
  /// Whether an error was reported inside it: what it declares is known by name, and not reported again where used.
  package var isDamaged: Bool

  package init(_ kind: Kind, at span: SourceSpan, documentation: String = "", isDamaged: Bool = false) {
    self.kind = kind
    self.span = span
    self.documentation = documentation
    self.isDamaged = isDamaged
  }
}

/// What the parser makes of one source.
package struct SyntaxTree: Equatable, Sendable {
  package var source: SourceID
  package var items: [Item]
  /// Every token of the source, trivia included: printed one behind the other they are the source.
  package var tokens: [Token]

  package init(source: SourceID, items: [Item], tokens: [Token]) {
    self.source = source
    self.items = items
    self.tokens = tokens
  }
}
