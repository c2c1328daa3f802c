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

  // Inlinable, so that who wants one property in another module does not copy all of them.
  @inlinable package subscript(_ id: ExpressionID) -> CheckedExpression { expressions[id.index] }
  @inlinable package subscript(_ id: DeclarationID) -> CheckedDeclaration { declarations[id.index] }
  @inlinable package subscript(_ id: EntityID) -> Entity { entities[id.index] }
  @inlinable package subscript(_ id: TypeID) -> EntityType { types[id.index] }
  @inlinable package subscript(_ id: SetID) -> NamedSet { sets[id.index] }
  @inlinable package subscript(_ id: InstrumentID) -> Instrument { instruments[id.index] }
  @inlinable package subscript(_ id: ArticleID) -> Article { articles[id.index] }
  @inlinable package subscript(_ id: GapID) -> Gap { gaps[id.index] }
}

// What is asked of a declaration so often that copying the whole of it would show.
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
}
