import CasusSyntax

/// Items whose clauses follow one another, on one line where they fit.
extension CanonicalPrinter {
  /// A head, and clauses that go on lines of their own where not all fit on one.
  static func clauses(_ head: Layout, _ clauses: [Layout]) -> Layout {
    .group(.sequence([head, .nested(.sequence(clauses.flatMap { [.line, $0] }))]))
  }

  /// The layout of an item without a block; nil for one with a block.
  static func layout(_ kind: Item.Kind) -> Layout? {
    switch kind {
    case .use(let path): prefixed("use ", layout(text: path.value))
    case .type(let type): layout(type)
    case .entity(let entity): layout(entity)
    case .set(let set): layout(set)
    case .fact(let fact): layout(fact)
    case .event(let event):
      clauses(head("event", event.name, event.parameters), layouts(event.clauses))
    case .rule(let rule):
      clauses(head("rule", rule.name, rule.parameters), conditions(rule.when, rule.unless))
    case .definition(let definition): layout(definition)
    case .exception(let exception): layout(exception)
    case .norm(let norm): layout(norm)
    case .prevails(let prevails): layout(prevails)
    case .told(let statement): layout(statement)
    case .ask(let ask):
      clauses(prefixed("ask ", layout(ask.expression)), frame(ask.asOf, ask.accordingTo))
    case .expect(let expect): layout(expect)
    case .instrument, .article, .scenario, .table: nil
    }
  }

  private static func head(_ word: String, _ name: Name, _ parameters: [Parameter]) -> Layout {
    let start = "\(word) \(spelling(of: name))"
    guard !parameters.isEmpty else { return .text(start) }
    return .bracketed(start + "(", parameters.map { .text(spelling(of: $0)) }, ")")
  }

  private static func spelling(of parameter: Parameter) -> String {
    let type = spelling(of: parameter.type)
    guard let label = parameter.label else { return "_ \(spelling(of: parameter.name)): \(type)" }
    let word = spelling(ofLabel: label)
    return label.text == parameter.name.text ? "\(word): \(type)" : "\(word) \(spelling(of: parameter.name)): \(type)"
  }

  private static func conditions(_ when: Expression?, _ unless: [Expression]) -> [Layout] {
    let first = when.map { [prefixed("when ", layout($0))] } ?? []
    return first + unless.map { prefixed("unless ", layout($0)) }
  }

  private static func layout(_ type: TypeDeclaration) -> Layout {
    let start = "type \(spelling(of: type.name))"
    guard let members = type.members else { return .text(start) }
    return .group(
      .sequence([.text(start + " = "), .nested(.joined(members.map { .text(spelling(of: $0)) }, by: " |"))]))
  }

  private static func layout(_ entity: EntityDeclaration) -> Layout {
    let members = entity.members.map { member in
      var parts: [Layout] = [.text(spelling(of: member.name))]
      if let label = member.label { parts += [.text(" "), layout(text: label.value)] }
      for (index, alias) in member.aliases.enumerated() {
        parts += [.text(index == 0 ? " also " : ", "), layout(text: alias.value)]
      }
      return Layout.sequence(parts)
    }
    let type = Layout.text(": " + spelling(of: entity.type))
    return .group(.sequence([.text("entity "), .nested(.joined(members, by: ",")), type]))
  }

  private static func layout(_ set: SetDeclaration) -> Layout {
    let start = "set \(spelling(of: set.name)) = "
    switch set.elements {
    case .members(let members): return .bracketed(start + "{", members.map { .text(spelling(of: $0)) }, "}")
    case .range(let low, let high): return .sequence([.text(start), layout(low), .text(".."), layout(high)])
    }
  }

  private static func layout(_ fact: FactDeclaration) -> Layout {
    let head = head("fact", fact.name, fact.parameters)
    let type = fact.type.map { [Layout.text(" -> " + spelling(of: $0))] } ?? []
    return clauses(.sequence([head] + type), layouts(fact.clauses))
  }

  private static func layouts(_ clauses: FactClauses) -> [Layout] {
    var layouts: [Layout] = []
    if let presumed = clauses.presumed { layouts.append(prefixed("presumed ", layout(presumed))) }
    if let decider = clauses.decidedBy { layouts.append(.text("decided by " + spelling(of: decider))) }
    if let question = clauses.asks { layouts.append(prefixed("asks ", layout(text: question.value))) }
    return layouts
  }

  private static func layout(_ definition: DefinitionDeclaration) -> Layout {
    let head = head("define", definition.name, definition.parameters)
    let cases = definition.cases.map { oneCase in
      switch oneCase.condition {
      case .when(let condition): clauses(layout(oneCase.value), [prefixed("when ", layout(condition))])
      case .otherwise: Layout.sequence([layout(oneCase.value), .text(" otherwise")])
      case .bare: layout(oneCase.value)
      }
    }
    let type = Layout.text(" -> \(spelling(of: definition.type)) is")
    return .group(.sequence([head, type, .nested(.sequence([.line, .joined(cases, by: ",")]))]))
  }

  private static func layout(_ exception: ExceptionDeclaration) -> Layout {
    let name = exception.name.map { spelling(of: $0) + " " } ?? ""
    let head = Layout.text("exception \(name)to \(spelling(of: exception.excepted))")
    return clauses(head, conditions(exception.when, exception.unless))
  }

  private static func layout(_ norm: NormDeclaration) -> Layout {
    let modality =
      switch norm.modality {
      case .must: "must"
      case .mustNot: "must not"
      case .may: "may"
      }
    let duty = Layout.sequence([.text("\(spelling(of: norm.bearer)) \(modality) "), layout(norm.act)])
    var parts: [Layout] = []
    switch norm.deadline {
    case .within(let duration): parts.append(prefixed("within ", layout(duration, .sum, .nothing)))
    case .by(let date): parts.append(prefixed("by ", layout(date, .sum, .nothing)))
    case nil: break
    }
    parts += conditions(norm.when, norm.unless)
    return clauses(.sequence([head("norm", norm.name, norm.parameters), .text(":")]), [duty] + parts)
  }

  private static func layout(_ prevails: PrevailsDeclaration) -> Layout {
    let start = Layout.text(spelling(of: prevails.winner) + " prevails over ")
    switch prevails.losers {
    case .paths(let paths):
      return .group(.sequence([start, .nested(.joined(paths.map { .text(spelling(of: $0)) }, by: ","))]))
    case .anyOf(let kind): return .sequence([start, .text("any " + kind.keyword.rawValue)])
    }
  }
}
