/// A program in which nothing is left to look up: ids instead of names, everything typed, every error ruled out.
///
/// Invariants: every id lies in its table; expressions point to expressions of lower index only; arguments of calls and
/// statements match the parameters in number and type; what is recursive has finite parameters; prevailing has no circle.
package struct Program: Sendable {
  package var types: [EntityType] = []
  package var entities: [Entity] = []
  package var sets: [NamedSet] = []
  package var declarations: [CheckedDeclaration] = []
  package var instruments: [Instrument] = []
  package var articles: [Article] = []
  package var expressions: [CheckedExpression] = []
  package var gaps: [Gap] = []
  /// Everything that says what prevails over what, in the order of the text.
  package var precedences: [WrittenPrecedence] = []
  /// Statements of files and tables, those of used files included.
  package var statements: [CheckedStatement] = []
  /// Questions of the main file outside scenarios.
  package var questions: [Question] = []
  /// Scenarios of the main file.
  package var scenarios: [Scenario] = []
  /// What its names stand for, for queries that come later.
  package var names = SymbolTable()

  package init() {}

  // Lent and not copied: who wants one property in another module does not count references to all of them.
  @inlinable package subscript(_ id: ExpressionID) -> CheckedExpression { _read { yield expressions[id.index] } }
  @inlinable package subscript(_ id: DeclarationID) -> CheckedDeclaration { _read { yield declarations[id.index] } }
  @inlinable package subscript(_ id: EntityID) -> Entity { _read { yield entities[id.index] } }
  @inlinable package subscript(_ id: TypeID) -> EntityType { _read { yield types[id.index] } }
  @inlinable package subscript(_ id: SetID) -> NamedSet { _read { yield sets[id.index] } }
  @inlinable package subscript(_ id: InstrumentID) -> Instrument { _read { yield instruments[id.index] } }
  @inlinable package subscript(_ id: ArticleID) -> Article { _read { yield articles[id.index] } }
  @inlinable package subscript(_ id: GapID) -> Gap { _read { yield gaps[id.index] } }
}

// What is asked so often that counting a reference for it would show.
extension Program {
  package func isEvent(_ id: DeclarationID) -> Bool {
    if case .event = declarations[id.index].kind { true } else { false }
  }

  package func isFact(_ id: DeclarationID) -> Bool {
    if case .fact = declarations[id.index].kind { true } else { false }
  }

  /// Of what is told and not computed: the type of a fact, `.condition` of an event. Nil for rules and norms.
  package func toldType(of id: DeclarationID) -> ValueType? {
    switch declarations[id.index].kind {
    case .fact(let details): details.type
    case .event: .condition
    default: nil
    }
  }

  /// Whether it has a value, and is no condition.
  package func isValue(_ id: DeclarationID) -> Bool {
    switch declarations[id.index].kind {
    case .fact(let details): details.type != .condition
    case .definition: true
    default: false
    }
  }

  package func parameters(of id: DeclarationID) -> [CheckedParameter] { declarations[id.index].parameters }

  package func memberCount(of id: TypeID) -> Int { types[id.index].members.count }
}
