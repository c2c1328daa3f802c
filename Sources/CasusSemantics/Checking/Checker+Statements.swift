import CasusDiagnostics
import CasusSyntax

/// The fourth pass: what files and scenarios tell and ask, in the order of the text.
extension Checker {
  mutating func checkStatements() {
    for index in statementSites.indices {
      let site = statementSites[index]
      switch site.syntax {
      case .parties(let instrument): program.statements += partyStatements(of: instrument)
      case .told(let syntax):
        if let statement = check(syntax, site), admitsStatement(at: site.span) { program.statements.append(statement) }
      case .table: program.statements += tableStatements.removeValue(forKey: index) ?? []
      case .ask(let syntax):
        if let question = check(syntax, site), site.context.isMain { program.questions.append(question) }
      case .expect(let syntax):
        if let question = check(syntax, site), site.context.isMain { program.questions.append(question) }
      case .scenario(let syntax, let isDamaged):
        if let scenario = check(syntax, site, isDamaged: isDamaged) {
          scenarios.append(scenario)
          if site.context.isMain { program.scenarios.append(scenario) }
        }
      }
    }
  }

  /// Whether one more statement is allowed; the first that is not is reported.
  mutating func admitsStatement(at span: SourceSpan) -> Bool {
    remainingStatements -= 1
    if remainingStatements >= 0 { return true }
    if remainingStatements == -1 {
      report(
        .tooManyStatements, "more than \(limits.maximumStatements) statements; raise `--max-memory`", at: span)
    }
    return false
  }

  private mutating func partyStatements(of instrument: InstrumentID) -> [CheckedStatement] {
    guard let fact = program[instrument].partyFact else { return [] }
    var statements: [CheckedStatement] = []
    for party in instrumentSites[instrument.index].parties {
      guard let (from, until) = moments(of: party.period), admitsStatement(at: party.span) else { continue }
      statements.append(
        CheckedStatement(
          declaration: fact, arguments: [.entity(party.entity)], told: .truth(true),
          time: .period(from: from, until: until), views: [], source: nil, span: party.span, isOfHeading: true))
    }
    return statements
  }

  private mutating func check(
    _ syntax: ScenarioDeclaration, _ site: StatementSite, isDamaged: Bool
  ) -> Scenario? {
    var scenario = Scenario(title: syntax.title.value, asOf: nil, entries: [], span: syntax.title.span)
    var isWhole = true
    if let date = syntax.asOf {
      scenario.asOf = moment(of: date)
      isWhole = scenario.asOf != nil
    }
    for item in syntax.statements where !item.isDamaged {
      let inner = StatementSite(syntax: site.syntax, context: site.context, span: item.span)
      switch item.kind {
      case .told(let told):
        if let statement = check(told, inner), admitsStatement(at: item.span) {
          scenario.entries.append(.told(statement))
        }
      case .ask(let ask):
        if let question = check(ask, inner) { scenario.entries.append(.question(question)) }
      case .expect(let expect):
        if let question = check(expect, inner) { scenario.entries.append(.question(question)) }
      default: break
      }
    }
    if isWhole, !isDamaged { reportMissingDate(of: scenario, at: syntax.title.span) }
    return scenario
  }

  /// Dated statements need a date from which they are seen, lest the answers depend on the day they are asked.
  private mutating func reportMissingDate(of scenario: Scenario, at span: SourceSpan) {
    guard scenario.asOf == nil else { return }
    var hasDates = false
    var hasOpenQuestion = false
    for entry in scenario.entries {
      switch entry {
      case .told(let statement): hasDates = hasDates || statement.time.isDated
      case .question(let question): hasOpenQuestion = hasOpenQuestion || question.asOf == nil
      }
    }
    guard hasDates, hasOpenQuestion else { return }
    report(
      .undatedScenario, "the statements of this scenario carry dates, and it does not say from when they are seen",
      at: span, notes: ["begin it with `as of` and a date"])
  }
}

extension CheckedStatement.Time {
  /// Whether it names a date.
  package var isDated: Bool {
    switch self {
    case .period(let from, let until): from != nil || until != nil
    case .occurrence(let first, let last): first != nil || last != nil
    }
  }
}
