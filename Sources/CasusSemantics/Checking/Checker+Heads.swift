import CasusDiagnostics
import CasusSyntax

/// The heads of declarations: parameters, the type of a value, and what facts say besides.
extension Checker {
  mutating func resolveHead(of declaration: DeclarationID) {
    let site = declarationSites[declaration.index]
    switch site.syntax {
    case .fact(let syntax):
      resolveParameters(syntax.parameters, of: declaration, mustBeFinite: true)
      resolveValue(syntax.type, of: declaration)
      resolveClauses(syntax.clauses, parameters: syntax.parameters, of: declaration)
    case .event(let syntax):
      resolveParameters(syntax.parameters, of: declaration, mustBeFinite: true)
      resolveClauses(syntax.clauses, parameters: syntax.parameters, of: declaration)
    case .norm(let syntax): resolveParameters(syntax.parameters, of: declaration, mustBeFinite: true)
    case .definition(let syntax):
      resolveParameters(syntax.parameters, of: declaration, mustBeFinite: false)
      resolveValue(syntax.type, of: declaration)
    case .rule(let alternatives): resolveHeads(of: alternatives, declaration)
    case .party(let instrument): resolvePartyHead(of: declaration, instrument)
    case .exception: break
    }
  }

  /// A head as it was resolved; what was reported is missing in it.
  private struct Head {
    var parameters: [CheckedParameter] = []
    var types: [ValueType?] = []
    var isBroken = false
  }

  private mutating func resolveParameters(
    _ syntax: [Parameter], of declaration: DeclarationID, mustBeFinite: Bool
  ) {
    let head = head(syntax, in: declarationSites[declaration.index].context.scope, mustBeFinite: mustBeFinite)
    store(head, of: declaration)
  }

  private mutating func store(_ head: Head, of declaration: DeclarationID) {
    program.declarations[declaration.index].parameters = head.parameters
    declarationSites[declaration.index].parameterTypes = head.types
    declarationSites[declaration.index].isBroken = head.isBroken
  }

  private mutating func head(_ syntax: [Parameter], in scope: ScopeID, mustBeFinite: Bool) -> Head {
    var head = Head()
    var seen: Set<String> = []
    if syntax.count > CompilationLimits.maximumParameters, let extra = syntax.last {
      report(
        .tooManyParameters, "no more than \(CompilationLimits.maximumParameters) parameters are allowed", at: extra.span
      )
      head.isBroken = true
      return head
    }
    for parameter in syntax {
      if !parameter.name.isMissing, !seen.insert(parameter.name.text).inserted {
        report(.duplicateName, "two parameters are named `\(parameter.name.text)`", at: parameter.name.span)
        head.isBroken = true
      }
      let domain = resolveDomain(parameter.type, in: scope)
      let type = domain.flatMap { valueType(of: $0) }
      if let domain, mustBeFinite, !isFinite(domain) {
        reportInfiniteParameter(parameter)
        head.isBroken = true
      }
      head.isBroken = head.isBroken || type == nil
      head.types.append(type)
      head.parameters.append(
        CheckedParameter(
          label: parameter.label?.text, name: parameter.name.text, domain: domain ?? .type(.text)))
    }
    return head
  }

  private mutating func reportInfiniteParameter(_ parameter: Parameter) {
    report(
      .infiniteParameter, "`\(parameter.name.text)` has no finite type: `\(parameter.type.text)` has too many values",
      at: parameter.type.span,
      notes: ["what is told has parameters of entity types, closed types and sets (`set Instalment = 1..12`)"])
  }

  /// Alternatives of a rule have one head: the same labels and types; names may differ.
  private mutating func resolveHeads(
    of alternatives: [DeclarationSite.RuleAlternative], _ declaration: DeclarationID
  ) {
    guard let first = alternatives.first else { return }
    var alternatives = alternatives
    let shared = head(first.syntax.parameters, in: first.context.scope, mustBeFinite: false)
    store(shared, of: declaration)
    alternatives[0].parameterTypes = shared.types
    for index in alternatives.indices.dropFirst() {
      let alternative = alternatives[index]
      let other = head(alternative.syntax.parameters, in: alternative.context.scope, mustBeFinite: false)
      alternatives[index].parameterTypes = other.types
      if other.isBroken || shared.isBroken { continue }
      let isSame =
        other.parameters.map { $0.label } == shared.parameters.map { $0.label }
        && other.parameters.map { $0.domain } == shared.parameters.map { $0.domain }
      guard !isSame else { continue }
      report(
        .duplicateName, "`\(first.syntax.name.text)` is declared already, with other parameters",
        at: alternative.syntax.name.span,
        related: [RelatedPlace(message: "declared here first", span: first.syntax.name.span)],
        notes: ["rules of one name are alternatives: their parameters have the same labels and types"])
    }
    declarationSites[declaration.index].syntax = .rule(alternatives)
  }

  private mutating func resolvePartyHead(of declaration: DeclarationID, _ instrument: InstrumentID) {
    var head = Head()
    let type = program[instrument].partyType
    head.types = [type.map { .entity($0) }]
    head.isBroken = type == nil
    head.parameters = [
      CheckedParameter(label: nil, name: "party", domain: .type(type.map { .entity($0) } ?? .text))
    ]
    store(head, of: declaration)
  }

  /// The type behind `->`, of a fact or a definition.
  private mutating func resolveValue(_ path: Path?, of declaration: DeclarationID) {
    guard let path else { return }
    let scope = declarationSites[declaration.index].context.scope
    guard let domain = resolveDomain(path, in: scope), let type = valueType(of: domain) else {
      declarationSites[declaration.index].isBroken = true
      return
    }
    switch program.declarations[declaration.index].kind {
    case .fact(var details):
      details.type = type
      details.domain = domain
      program.declarations[declaration.index].kind = .fact(details)
    case .definition(var details):
      details.type = type
      details.domain = domain
      program.declarations[declaration.index].kind = .definition(details)
    default: break
    }
  }
}

extension CompilationLimits {
  /// Of one declaration, and variables of one binding: more are a slip or an attack.
  static var maximumParameters: Int { 100 }
}
