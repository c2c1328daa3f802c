import CasusDiagnostics
import CasusSyntax

/// The third pass: the conditions and values of declarations, and the reservations of force clauses.
extension Checker {
  mutating func checkBodies() {
    for index in declarationSites.indices {
      let start = program.expressions.count
      checkBody(of: DeclarationID(index))
      if program.expressions.count > start {
        declarationSites[index].expressions.append(start..<program.expressions.count)
      }
    }
    for index in instrumentSites.indices where !instrumentSites[index].isDamaged {
      guard let force = instrumentSites[index].syntax.force else { continue }
      let condition = check(
        when: nil, unless: force.unless, Frame(scope: names.scope(of: InstrumentID(index))))
      program.instruments[index].force?.unless = condition.unless
      program.instruments[index].force?.frameSize = condition.frameSize
    }
    for site in articleSites {
      let condition = check(when: nil, unless: site.force.unless, Frame(scope: site.context.scope))
      program.articles[site.article.index].force?.unless = condition.unless
      program.articles[site.article.index].force?.frameSize = condition.frameSize
    }
  }

  private mutating func checkBody(of declaration: DeclarationID) {
    switch declarationSites[declaration.index].syntax {
    case .fact, .event, .party: break
    case .rule(let alternatives): checkRule(declaration, alternatives)
    case .definition(let syntax): checkDefinition(declaration, syntax)
    case .exception(let syntax): checkException(declaration, syntax)
    case .norm(let syntax): checkNorm(declaration, syntax)
    }
  }

  /// The frame of a declaration: its parameters hold the first slots.
  func frame(of declaration: DeclarationID) -> Frame {
    let site = declarationSites[declaration.index]
    var frame = Frame(scope: site.context.scope)
    for (index, parameter) in program[declaration].parameters.enumerated() {
      frame.bind(parameter.name, type: index < site.parameterTypes.count ? site.parameterTypes[index] : nil)
    }
    return frame
  }

  /// `when` and `unless` over one frame.
  mutating func check(when: Expression?, unless: [Expression], _ frame: Frame) -> Condition {
    var frame = frame
    var condition = Condition()
    if let when { condition.when = self.condition(when, &frame) }
    for expression in unless {
      if let id = self.condition(expression, &frame) { condition.unless.append(id) }
    }
    condition.frameSize = frame.size
    return condition
  }

  private mutating func checkRule(
    _ declaration: DeclarationID, _ alternatives: [DeclarationSite.RuleAlternative]
  ) {
    var checked: [RuleDetails.Alternative] = []
    for alternative in alternatives {
      var frame = Frame(scope: alternative.context.scope)
      for (parameter, type) in zip(alternative.syntax.parameters, alternative.parameterTypes) {
        frame.bind(parameter.name.text, type: type)
      }
      let condition = check(when: alternative.syntax.when, unless: alternative.syntax.unless, frame)
      checked.append(
        RuleDetails.Alternative(condition: condition, article: alternative.context.article, span: alternative.span))
    }
    guard case .rule(var details) = program[declaration].kind else { return }
    details.alternatives = checked
    program.declarations[declaration.index].kind = .rule(details)
  }

  private mutating func checkException(_ declaration: DeclarationID, _ syntax: ExceptionDeclaration) {
    // What it excepts was reported, so what its parameters are is not known.
    guard !declarationSites[declaration.index].isBroken else { return }
    let condition = check(when: syntax.when, unless: syntax.unless, frame(of: declaration))
    guard case .exception(var details) = program[declaration].kind else { return }
    details.condition = condition
    program.declarations[declaration.index].kind = .exception(details)
  }

  private mutating func checkDefinition(_ declaration: DeclarationID, _ syntax: DefinitionDeclaration) {
    guard case .definition(var details) = program[declaration].kind else { return }
    let type = declarationSites[declaration.index].isBroken ? nil : details.type
    var frame = frame(of: declaration)
    for syntaxCase in syntax.cases {
      var when: ExpressionID?
      if case .when(let expression) = syntaxCase.condition { when = condition(expression, &frame) }
      if let value = value(syntaxCase.value, of: type, &frame) {
        reportOutside(details.domain, value)
        details.cases.append(DefinitionDetails.Case(value: value, when: when))
      }
    }
    details.frameSize = frame.size
    program.declarations[declaration.index].kind = .definition(details)
  }

  /// A constant that a set does not have is reported here; what is computed is for the engine to judge.
  private mutating func reportOutside(_ domain: DomainReference, _ value: ExpressionID) {
    guard case .constant(let constant) = program[value].kind, !contains(domain, constant) else { return }
    report(.outsideSet, "the value lies outside `\(name(of: domain))`", at: program[value].span)
  }
}
