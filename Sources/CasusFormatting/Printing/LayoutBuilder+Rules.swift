import CasusDiagnostics
import CasusSyntax

/// What follows: rules, definitions, exceptions, norms and what prevails.
extension LayoutBuilder {
  /// `when` and `unless`, each with its place to break the line before it. Several stand on lines of their own.
  mutating func conditions(_ when: Expression?, _ unless: [Expression]) -> [Layout] {
    let all = (when.map { [$0] } ?? []) + unless
    return all.map { condition in
      let line = all.count > 1 ? .hardLine : line()
      let length = Int(source[position].end - source[position].start)
      return .sequence([line, word { $0.condition(condition, behindWordOf: length) }])
    }
  }

  /// A head, and clauses that go on lines of their own where not all fit on one.
  mutating func clauses(after head: Layout, _ clauses: [Layout]) -> Layout {
    .group(.sequence([head, .nested(clauses)]))
  }

  mutating func layout(_ rule: RuleDeclaration) -> Layout {
    let head = self.head(rule.parameters)
    return clauses(after: head, conditions(rule.when, rule.unless))
  }

  mutating func layout(_ exception: ExceptionDeclaration) -> Layout {
    let start = words(exception.name == nil ? 1 : 2)
    let head = Layout.sequence([start, .blank, word { $0.path(exception.excepted) }])
    return clauses(after: head, conditions(exception.when, exception.unless))
  }

  mutating func layout(_ definition: DefinitionDeclaration) -> Layout {
    let head = self.head(definition.parameters)
    let type = word { $0.path(definition.type) }
    let start = Layout.sequence([head, .blank, type, .blank, word()])
    var cases: [Layout] = []
    for (index, oneCase) in definition.cases.enumerated() {
      let line = self.line()
      let last = index == definition.cases.count - 1
      cases += [line, layout(oneCase)] + (last ? [] : [word()])
    }
    return clauses(after: start, cases)
  }

  private mutating func layout(_ oneCase: DefinitionDeclaration.Case) -> Layout {
    let start = position
    let value = expression(oneCase.value)
    switch oneCase.condition {
    case .when(let condition):
      // To break the line behind a single word gains nothing.
      let isShort = position == start + 1 && !source[position].isBrokenBefore
      if isShort { return .sequence([value, .blank, word { $0.condition(condition, behindWordOf: 4) }]) }
      return clauses(after: value, conditions(condition, []))
    case .otherwise: return .sequence([value, .blank, word()])
    case .bare: return value
    }
  }

  mutating func layout(_ norm: NormDeclaration) -> Layout {
    let head = Layout.sequence([self.head(norm.parameters), word()])
    let line = self.line()
    let duty = self.duty(norm)
    let body = Layout.group(.sequence([duty] + conditions(norm.when, norm.unless)))
    return clauses(after: head, [line, body])
  }

  /// Who must do what, and by when.
  private mutating func duty(_ norm: NormDeclaration) -> Layout {
    let bearer = path(norm.bearer)
    let modality = words(norm.modality == .mustNot ? 2 : 1)
    var parts = [bearer, .blank, modality, .blank, call(norm.act)]
    switch norm.deadline {
    case .within(let end), .by(let end):
      parts.append(.nested([fill { builder in builder.word { $0.expression(end) } }]))
    case nil: break
    }
    return .sequence(parts)
  }

  mutating func layout(_ prevails: PrevailsDeclaration) -> Layout {
    let start = Layout.sequence([path(prevails.winner), .blank, words(2)])
    switch prevails.losers {
    case .paths(let paths):
      let list = self.list(paths, startingAt: paths.map { $0.span.start }, after: .blank) { $0.path($1) }
      return .sequence([start, .nested([list])])
    case .anyOf: return .sequence([start, .blank, words(2)])
    }
  }
}
