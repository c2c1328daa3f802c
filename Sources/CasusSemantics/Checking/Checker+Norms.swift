import CasusDiagnostics
import CasusSyntax

/// Norms: the act, its bearer, the deadline.
extension Checker {
  mutating func checkNorm(_ declaration: DeclarationID, _ syntax: NormDeclaration) {
    guard case .norm(var details) = program[declaration].kind else { return }
    var frame = frame(of: declaration)
    if let (event, act, bearer) = checkAct(syntax, &frame) {
      details.event = event
      details.act = act
      details.bearer = bearer
    }
    details.deadline = checkDeadline(syntax, &frame)
    details.condition = check(when: syntax.when, unless: syntax.unless, frame)
    program.declarations[declaration.index].kind = .norm(details)
  }

  /// The event, its arguments with the bearer's in the place of `by`, and that place.
  private mutating func checkAct(
    _ syntax: NormDeclaration, _ frame: inout Frame
  ) -> (DeclarationID, [ExpressionID], Int)? {
    guard let event = resolveEvent(syntax.act, frame) else { return nil }
    guard !declarationSites[event.index].isBroken else { return nil }
    var parameters = program[event].parameters
    guard let bearer = parameters.firstIndex(where: { $0.label == "by" }) else {
      report(
        .notAnAct, "nobody does `\(syntax.act.path.text)`: an act is an event with a parameter `by`",
        at: syntax.act.path.span)
      return nil
    }
    let bearerType = valueType(of: parameters[bearer].domain)
    parameters.remove(at: bearer)
    guard !reportsBearerTwice(syntax.act), matches(syntax.act, parameters, of: event) else { return nil }
    let path = Call(syntax.bearer, arguments: nil, at: syntax.bearer.span)
    let who = value(Expression(.call(path), at: syntax.bearer.span), of: bearerType, &frame)
    var act: [ExpressionID] = []
    for (argument, parameter) in zip(syntax.act.arguments ?? [], parameters) {
      guard let expression = argument.value else {
        report(
          .misplacedAny, "the act of a norm takes no `any`: say which, or give the norm a parameter", at: argument.span)
        continue
      }
      if let id = value(expression, of: valueType(of: parameter.domain), &frame) { act.append(id) }
    }
    guard let who, act.count == parameters.count else { return nil }
    act.insert(who, at: bearer)
    return (event, act, bearer)
  }

  private mutating func resolveEvent(_ act: Call, _ frame: Frame) -> DeclarationID? {
    guard let symbol = resolve(act.path, in: frame.scope, as: .event) else { return nil }
    if case .declaration(let declaration) = symbol, program.isEvent(declaration) { return declaration }
    report(
      .notAnAct, "`\(act.path.text)` is \(describe(symbol)); the act of a norm is an event", at: act.path.span)
    return nil
  }

  private mutating func reportsBearerTwice(_ act: Call) -> Bool {
    guard let argument = act.arguments?.first(where: { $0.label?.text == "by" }) else { return false }
    report(
      .wrongArguments, "who acts stands before `must` or `may`, and is not written again", at: argument.span)
    return true
  }

  private mutating func checkDeadline(_ syntax: NormDeclaration, _ frame: inout Frame) -> NormDetails.Deadline? {
    guard let deadline = syntax.deadline else { return nil }
    switch deadline {
    case .within(let expression):
      if reportsDeadline("within", of: syntax, at: expression.span) { return nil }
      return value(expression, of: .duration, &frame).map { .within($0) }
    case .by(let expression):
      if reportsDeadline("by", of: syntax, at: expression.span) { return nil }
      return value(expression, of: .date, &frame).map { .by($0) }
    }
  }

  private mutating func reportsDeadline(_ word: String, of syntax: NormDeclaration, at span: SourceSpan) -> Bool {
    guard syntax.modality != .must else { return false }
    report(
      .misplacedDeadline,
      "`\(word)` goes with `must` alone: what one \(syntax.modality.description) do has no deadline",
      at: span)
    return true
  }
}
