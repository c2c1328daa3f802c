import CasusDiagnostics
import CasusSyntax

/// Items, and those among them that hold others.
extension LayoutBuilder {
  mutating func layout(_ kind: Item.Kind) -> Layout {
    switch kind {
    case .use: return words(2)
    case .type(let type): return layout(type)
    case .entity(let entity): return layout(entity)
    case .set(let set): return layout(set)
    case .fact(let fact): return layout(fact)
    case .event(let event): return layout(event)
    case .rule(let rule): return layout(rule)
    case .definition(let definition): return layout(definition)
    case .exception(let exception): return layout(exception)
    case .norm(let norm): return layout(norm)
    case .prevails(let prevails): return layout(prevails)
    case .instrument(let instrument): return layout(instrument)
    case .article(let article): return layout(article)
    case .told(let statement): return layout(statement)
    case .ask(let ask): return layout(ask)
    case .expect(let expect): return layout(expect)
    case .scenario(let scenario): return layout(scenario)
    case .table(let table): return layout(table)
    }
  }

  private mutating func layout(_ instrument: InstrumentDeclaration) -> Layout {
    var heading = [words(2)]
    if instrument.title != nil { heading += [.blank, word()] }
    if let of = instrument.of { heading += [.blank, word { $0.path(of) }] }
    return block(.sequence(heading)) { $0.clauses(of: instrument) + $0.items(instrument.items) }
  }

  private mutating func clauses(of instrument: InstrumentDeclaration) -> [Layout] {
    var parts: [Layout] = []
    if !instrument.parties.isEmpty { parts += [.hardLine, .item(layout(instrument.parties))] }
    if instrument.signed != nil { parts += [.hardLine, .item(words(2))] }
    if let force = instrument.force { parts += [.hardLine, .item(layout(force))] }
    if let replaced = instrument.replaces { parts += [.hardLine, .item(word { $0.path(replaced) })] }
    return parts
  }

  private mutating func layout(_ parties: [InstrumentDeclaration.Party]) -> Layout {
    let keyword = word()
    let list = self.list(parties, startingAt: parties.map { $0.name.span.start }, after: .blank) { builder, party in
      let name = builder.path(party.name)
      guard let period = party.period else { return name }
      return .sequence([name, .blank, builder.layout(period)])
    }
    return .sequence([keyword, .nested([list])])
  }

  private mutating func layout(_ force: ForceClause) -> Layout {
    let head = Layout.sequence([words(2), .blank, layout(force.period)])
    return clauses(after: head, conditions(nil, force.unless))
  }

  private mutating func layout(_ article: ArticleDeclaration) -> Layout {
    var heading = [word(), .blank, words(upTo: article.numberSpan.end)]
    if article.words != nil { heading += [.blank, word()] }
    return block(.sequence(heading)) { builder in
      let force: [Layout] = article.force.map { [.hardLine, .item(builder.layout($0))] } ?? []
      return force + builder.items(article.items)
    }
  }

  private mutating func layout(_ scenario: ScenarioDeclaration) -> Layout {
    block(words(2)) { builder in
      let asOf: [Layout] = scenario.asOf == nil ? [] : [.hardLine, .item(builder.words(3))]
      return asOf + builder.items(scenario.statements)
    }
  }

  private mutating func layout(_ table: TableDeclaration) -> Layout {
    block(words(2)) { builder in
      table.rows.flatMap { [.hardLine, .item(builder.layout($0))] }
    }
  }
}
