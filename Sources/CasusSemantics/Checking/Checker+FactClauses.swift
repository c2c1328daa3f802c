import CasusDiagnostics
import CasusSyntax

/// What a fact or an event is presumed to be, who decides it, and how it is asked.
extension Checker {
  mutating func resolveClauses(_ clauses: FactClauses, parameters: [Parameter], of declaration: DeclarationID) {
    let isBroken = declarationSites[declaration.index].isBroken
    var (details, isEvent) = details(of: declaration)
    if let presumed = clauses.presumed, !isBroken {
      details.presumed = presumption(presumed, details, isEvent: isEvent, of: declaration)
    }
    if let decider = clauses.decidedBy {
      details.decider = self.decider(decider, parameters: parameters, of: declaration)
    }
    details.asks = clauses.asks?.value
    program.declarations[declaration.index].kind = isEvent ? .event(details) : .fact(details)
  }

  private func details(of declaration: DeclarationID) -> (FactDetails, isEvent: Bool) {
    switch program[declaration].kind {
    case .fact(let details): (details, false)
    case .event(let details): (details, true)
    default: (FactDetails(type: .condition), false)
    }
  }

  private mutating func presumption(
    _ told: ToldValue, _ details: FactDetails, isEvent: Bool, of declaration: DeclarationID
  ) -> Told? {
    guard case .value(let expression) = told.kind else {
      report(.wrongPresumption, "what is presumed is one value", at: told.span)
      return nil
    }
    guard details.type == .condition else {
      let scope = declarationSites[declaration.index].context.scope
      return constant(expression, of: details.type, in: details.domain, scope: scope).map { .value($0) }
    }
    guard case .literal(let literal) = expression.kind, literal.kind == .truth else {
      report(.wrongPresumption, "a condition is presumed `true` or `false`", at: told.span)
      return nil
    }
    if isEvent, literal.text == "true" {
      report(.wrongPresumption, "an event is presumed `false` only: had it happened, it had a date", at: told.span)
      return nil
    }
    return .truth(literal.text == "true")
  }

  /// A parameter's entity, or an entity: a parameter of that name comes first.
  private mutating func decider(
    _ path: Path, parameters: [Parameter], of declaration: DeclarationID
  ) -> FactDetails.Decider? {
    let site = declarationSites[declaration.index]
    if path.names.count == 1, let index = parameters.firstIndex(where: { $0.name.text == path.text }) {
      guard index < site.parameterTypes.count, let type = site.parameterTypes[index] else { return nil }
      if case .entity = type { return .parameter(index) }
      report(.notAnEntity, "`\(path.text)` is \(describe(type)): only entities decide", at: path.span)
      return nil
    }
    if path.names.count == 1, let name = path.names.first, !isKnown(name, from: site.context.scope) {
      reportUnknown(name, in: site.context.scope, as: .entity, alsoAmong: parameters.map { $0.name.text })
      return nil
    }
    return entity(path, in: site.context.scope).map { .entity($0) }
  }
}
