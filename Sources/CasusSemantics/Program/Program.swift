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

  // Read in place, so that who wants one property does not copy all of them.
  package subscript(_ id: ExpressionID) -> CheckedExpression { _read { yield expressions[id.index] } }
  package subscript(_ id: DeclarationID) -> CheckedDeclaration { _read { yield declarations[id.index] } }
  package subscript(_ id: EntityID) -> Entity { _read { yield entities[id.index] } }
  package subscript(_ id: TypeID) -> EntityType { _read { yield types[id.index] } }
  package subscript(_ id: SetID) -> NamedSet { _read { yield sets[id.index] } }
  package subscript(_ id: InstrumentID) -> Instrument { _read { yield instruments[id.index] } }
  package subscript(_ id: ArticleID) -> Article { _read { yield articles[id.index] } }
  package subscript(_ id: GapID) -> Gap { _read { yield gaps[id.index] } }
}
