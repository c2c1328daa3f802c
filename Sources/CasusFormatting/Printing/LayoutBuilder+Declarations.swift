import CasusDiagnostics
import CasusSyntax

/// What there is: types, entities, sets, facts and events.
extension LayoutBuilder {
  mutating func layout(_ type: TypeDeclaration) -> Layout {
    let start = words(2)
    guard let members = type.members else { return start }
    let equals = word()
    let list = self.list(members, startingAt: members.map { $0.span.start }, after: .blank) {
      builder, _ in
      builder.word()
    }
    return .sequence([start, .blank, equals, .nested([list])])
  }

  mutating func layout(_ entity: EntityDeclaration) -> Layout {
    let keyword = word()
    let areBare = entity.members.allSatisfy { $0.label == nil && $0.aliases.isEmpty }
    let list = self.list(
      entity.members, startingAt: entity.members.map { $0.name.span.start }, after: areBare ? .blank : .line,
      style: areBare ? .packed : .stacked
    ) { $0.layout($1) }
    return .group(.sequence([keyword, .nested([list, word(), .blank, path(entity.type)])]))
  }

  private mutating func layout(_ member: EntityDeclaration.Member) -> Layout {
    var parts = [words(member.label == nil ? 1 : 2)]
    if !member.aliases.isEmpty {
      parts += [.blank, word()]
      let list = self.list(member.aliases, startingAt: member.aliases.map { $0.span.start }, after: .blank) {
        builder, _ in builder.word()
      }
      parts.append(.nested([list]))
    }
    return .sequence(parts)
  }

  mutating func layout(_ set: SetDeclaration) -> Layout {
    let start = Layout.sequence([words(3), .blank])
    switch set.elements {
    case .members(let members):
      return .sequence([start, bracketed(members, startingAt: members.map { $0.span.start }) { $0.path($1) }])
    case .range(let low, let high): return .sequence([start, expression(low), word(), expression(high)])
    }
  }

  mutating func layout(_ fact: FactDeclaration) -> Layout {
    var head = [self.head(fact.parameters)]
    if let type = fact.type { head += [.blank, word { $0.path(type) }] }
    return .sequence([.sequence(head), .nested(layouts(fact.clauses))])
  }

  mutating func layout(_ event: EventDeclaration) -> Layout {
    let head = self.head(event.parameters)
    return .sequence([head, .nested(layouts(event.clauses))])
  }

  /// The clauses in the order in which they are written.
  private mutating func layouts(_ clauses: FactClauses) -> [Layout] {
    var layouts: [Layout] = []
    while true {
      switch (next, clauses.presumed, clauses.decidedBy) {
      case (.keyword(.presumed), let value?, _):
        layouts.append(fill { builder in builder.word { $0.layout(value) } })
      case (.keyword(.decided), _, let decider?):
        layouts.append(fill { .sequence([$0.words(2), .blank, $0.path(decider)]) })
      case (.keyword(.asks), _, _): layouts.append(fill { $0.words(2) })
      default: return layouts
      }
    }
  }

  /// The word that begins a declaration, its name, and its parameters.
  mutating func head(_ parameters: [Parameter]) -> Layout {
    let start = words(2)
    guard next == .leftParenthesis else { return start }
    let list = bracketed(parameters, startingAt: parameters.map { $0.span.start }) { builder, parameter in
      let isOneWord = parameter.label?.span == parameter.name.span
      let names = builder.words(isOneWord ? 1 : 2)
      return .sequence([names, builder.word { $0.path(parameter.type) }])
    }
    return .sequence([start, list])
  }
}
