internal import CasusDiagnostics
internal import CasusSemantics

/// What names something in the second program, as it is named in both.
extension ProgramLinker {
  func moved(_ type: TypeID) -> TypeID { types[type.index] }
  func moved(_ entity: EntityID) -> EntityID { entities[entity.index] }
  func moved(_ set: SetID) -> SetID { SetID(sets + set.index) }
  func moved(_ instrument: InstrumentID) -> InstrumentID { InstrumentID(instruments + instrument.index) }
  func moved(_ article: ArticleID) -> ArticleID { ArticleID(articles + article.index) }
  func moved(_ expression: ExpressionID) -> ExpressionID { ExpressionID(expressions + expression.index) }
  func moved(_ gap: GapID) -> GapID { GapID(gaps + gap.index) }
  func moved(_ declaration: DeclarationID) -> DeclarationID { declarations[declaration.index] }

  func moved(_ span: SourceSpan) -> SourceSpan {
    var span = span
    span.source = SourceID(sources + Int(span.source.index))
    return span
  }

  func moved(_ type: ValueType) -> ValueType {
    if case .entity(let entity) = type { .entity(moved(entity)) } else { type }
  }

  func moved(_ domain: DomainReference) -> DomainReference {
    switch domain {
    case .type(let type): .type(moved(type))
    case .set(let set): .set(moved(set))
    case .parties(let instrument): .parties(moved(instrument))
    }
  }

  func moved(_ value: Value) -> Value {
    if case .entity(let entity) = value { .entity(moved(entity)) } else { value }
  }

  func moved(_ told: Told) -> Told {
    switch told {
    case .truth, .unknown: told
    case .value(let value): .value(moved(value))
    case .range(let low, let high): .range(low.map { moved($0) }, high.map { moved($0) })
    case .oneOf(let values): .oneOf(values.map { moved($0) })
    }
  }

  /// All but its declaration, whose number may not be known yet.
  func moved(_ statement: CheckedStatement) -> CheckedStatement {
    var read = statement
    read.arguments = statement.arguments.map { argument in argument.map { moved($0) } }
    read.told = moved(statement.told)
    read.views = statement.views.map { moved($0) }
    read.span = moved(statement.span)
    return read
  }

  func moved(_ question: Question) -> Question {
    var read = question
    read.expression = moved(question.expression)
    read.view = question.view.map { moved($0) }
    read.span = moved(question.span)
    return read
  }
}
