import CasusDiagnostics
import CasusSyntax

/// Statements, questions, and the clauses they share with other items.
extension LayoutBuilder {
  mutating func layout(_ statement: ToldStatement) -> Layout {
    let head = word { $0.call(statement.call) }
    var parts: [Layout] = []
    switch statement.value {
    case .told(let value): parts.append(fill { builder in builder.word { $0.layout(value) } })
    case .oneOf(let values): parts.append(fill { builder in builder.word { $0.values(values) } })
    case nil: break
    }
    if let on = statement.on {
      parts.append(fill { .sequence([$0.word(), .blank, $0.words(upTo: on.span.end)]) })
    }
    if let period = statement.period { parts.append(fill { $0.layout(period) }) }
    if !statement.accordingTo.isEmpty { parts.append(fill { $0.view(statement.accordingTo) }) }
    if statement.source != nil { parts.append(fill { $0.words(2) }) }
    return .sequence([head, .nested(parts)])
  }

  mutating func layout(_ ask: AskStatement) -> Layout {
    let head = word { $0.expression(ask.expression) }
    return .sequence([head, .nested(frame(ask.asOf, ask.accordingTo))])
  }

  mutating func layout(_ expect: ExpectStatement) -> Layout {
    let head = word { $0.expression(expect.expression) }
    let answer = fill { builder in builder.word { $0.layout(expect.expected) } }
    return .sequence([head, .nested([answer] + frame(expect.asOf, expect.accordingTo))])
  }

  private mutating func frame(_ asOf: Literal?, _ view: Path?) -> [Layout] {
    let moment = asOf == nil ? [] : [fill { $0.words(3) }]
    return moment + (view.map { path in [fill { $0.view([path]) }] } ?? [])
  }

  /// `according to` and names.
  private mutating func view(_ names: [Path]) -> Layout {
    let start = words(2)
    let list = self.list(names, startingAt: names.map { $0.span.start }, after: .blank) { $0.path($1) }
    return .sequence([start, .nested([list])])
  }

  mutating func layout(_ period: Period) -> Layout {
    words(period.from != nil && period.until != nil ? 4 : 2)
  }

  mutating func layout(_ row: TableDeclaration.Row) -> Layout {
    let head = word { $0.call(row.call) }
    var parts: [Layout] = []
    for column in [row.value, row.on, row.from, row.until] where column != nil { parts.append(fill { $0.words(2) }) }
    if row.accordingTo != nil { parts.append(fill { $0.words(3) }) }
    if let condition = row.when {
      parts.append(fill { builder in builder.word { $0.condition(condition, behindWordOf: 4) } })
    }
    return .sequence([head, .nested(parts)])
  }

  mutating func layout(_ told: ToldValue) -> Layout {
    switch told.kind {
    case .value(let value): return expression(value)
    case .range(let low, let high):
      // In the order of the tokens, which the builder takes one by one.
      var parts = low.map { [expression($0)] } ?? []
      parts.append(word())
      if let high { parts.append(expression(high)) }
      return .sequence(parts)
    case .unknown, .contested: return word()
    }
  }
}
