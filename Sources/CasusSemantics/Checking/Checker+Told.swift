import CasusDiagnostics
import CasusSyntax

/// `assert` and `deny`.
extension Checker {
  mutating func check(_ syntax: ToldStatement, _ site: StatementSite) -> CheckedStatement? {
    let scope = site.context.scope
    guard let declaration = resolveTold(syntax.call, in: scope) else { return nil }
    let arguments = toldCase(syntax, of: declaration, in: scope)
    let told = self.told(syntax, of: declaration, in: scope)
    let time = self.time(syntax, of: declaration, isUnknown: told == .unknown)
    let views = self.views(syntax.accordingTo, in: scope)
    guard let arguments, let told, let time, let views else { return nil }
    return CheckedStatement(
      declaration: declaration, arguments: arguments, told: told, time: time, views: views,
      source: syntax.source?.value, span: site.span)
  }

  /// The fact, event or rule that a statement is about.
  mutating func resolveTold(_ call: Call, in scope: ScopeID) -> DeclarationID? {
    guard let symbol = resolve(call.path, in: scope, as: .told) else { return nil }
    guard case .declaration(let declaration) = symbol else {
      report(
        .notTold, "`\(call.path.text)` is \(describe(symbol)); facts, events and rules are told", at: call.path.span)
      return nil
    }
    if declarationSites[declaration.index].isBroken { return nil }
    switch program[declaration].kind {
    case .fact, .event, .rule: return declaration
    case .definition, .exception, .norm:
      let what = describe(program[declaration].kind)
      report(
        .notTold, "`\(call.path.text)` is \(what): it follows from what is told, and is not told itself",
        at: call.path.span)
      return nil
    }
  }

  /// One value for each parameter; nil is `any`.
  private mutating func toldCase(
    _ syntax: ToldStatement, of declaration: DeclarationID, in scope: ScopeID
  ) -> [Value?]? {
    let parameters = program[declaration].parameters
    guard matches(syntax.call, parameters, of: declaration) else { return nil }
    var values: [Value?] = []
    for (argument, parameter) in zip(syntax.call.arguments ?? [], parameters) {
      if let expression = argument.value {
        let type = valueType(of: parameter.domain)
        if let value = constant(expression, of: type, in: parameter.domain, scope: scope) { values.append(value) }
      } else if admitsAny(argument.span, syntax.polarity, parameter) {
        values.append(nil)
      }
    }
    return values.count == parameters.count ? values : nil
  }

  mutating func admitsAny(_ span: SourceSpan, _ polarity: Polarity, _ parameter: CheckedParameter) -> Bool {
    if polarity == .assert {
      report(.assertedAny, "what is asserted names its case: `any` goes with `deny` alone", at: span)
      return false
    }
    if isFinite(parameter.domain) { return true }
    report(.misplacedAny, "`any` needs a parameter of a finite type", at: span)
    return false
  }

  /// What is told of it: a truth of conditions and events, a value of the rest.
  private mutating func told(_ syntax: ToldStatement, of declaration: DeclarationID, in scope: ScopeID) -> Told? {
    let type = resultType(of: declaration)
    guard let value = syntax.value else {
      if type == .condition { return .truth(syntax.polarity == .assert) }
      report(
        .toldValue, "`\(syntax.call.path.text)` has a value: say `is` and which", at: syntax.call.span)
      return nil
    }
    if syntax.polarity == .deny {
      report(
        .toldValue, type == .condition ? "`deny` says already what is told" : "a value is asserted, not denied",
        at: value.span ?? syntax.call.span)
      return nil
    }
    switch value {
    case .told(let told): return toldValue(told, of: declaration, type, in: scope)
    case .oneOf(let elements):
      guard type != .condition else {
        report(.toldValue, "a condition has no values to choose from", at: value.span ?? syntax.call.span)
        return nil
      }
      let domain = valueDomain(of: declaration)
      let values = elements.compactMap { constant($0, of: type, in: domain, scope: scope) }
      return values.count == elements.count ? .oneOf(values) : nil
    }
  }

  func valueDomain(of declaration: DeclarationID) -> DomainReference? {
    if case .fact(let details) = program[declaration].kind { details.domain } else { nil }
  }

  private mutating func toldValue(
    _ told: ToldValue, of declaration: DeclarationID, _ type: ValueType, in scope: ScopeID
  ) -> Told? {
    switch told.kind {
    case .unknown: return .unknown
    // The parser reports it.
    case .contested: return nil
    case .value(let expression):
      guard type == .condition else {
        return constant(expression, of: type, in: valueDomain(of: declaration), scope: scope).map { .value($0) }
      }
      if case .literal(let literal) = expression.kind, literal.kind == .truth { return .truth(literal.text == "true") }
      if expression.kind != .missing {
        report(.toldValue, "a condition holds or not: it has no value", at: told.span)
      }
      return nil
    case .range(let low, let high):
      guard type != .condition else {
        report(.toldValue, "a condition holds or not: it has no value", at: told.span)
        return nil
      }
      guard let range = range(low, high, of: type, in: valueDomain(of: declaration), at: told.span, scope: scope)
      else { return nil }
      return .range(range.0, range.1)
    }
  }

  /// A range that is told or expected: two values in their order, or one of them.
  mutating func range(
    _ low: Expression?, _ high: Expression?, of type: ValueType, in domain: DomainReference?, at span: SourceSpan,
    scope: ScopeID
  ) -> (Value?, Value?)? {
    switch type {
    case .integer, .decimal, .date, .duration: break
    case .condition, .text, .entity:
      report(.wrongType, "\(describe(type)) is wanted here, and ranges are of numbers, dates and durations", at: span)
      return nil
    }
    let lowest = low.flatMap { constant($0, of: type, in: domain, scope: scope) }
    let highest = high.flatMap { constant($0, of: type, in: domain, scope: scope) }
    if low != nil && lowest == nil || high != nil && highest == nil { return nil }
    guard let lowest, let highest else { return (lowest, highest) }
    switch lowest.precedes(highest) {
    case nil:
      report(.daysAgainstMonths, "days and months do not compare: months differ in length", at: span)
      return nil
    case false?:
      report(.emptyRange, "nothing lies in this range: write the lesser value first", at: span)
      return nil
    case true?: return (lowest, highest)
    }
  }

  /// When it is told to hold, or to have happened.
  private mutating func time(
    _ syntax: ToldStatement, of declaration: DeclarationID, isUnknown: Bool
  ) -> CheckedStatement.Time? {
    guard let period = moments(of: syntax.period) else { return nil }
    let isEvent = program.isEvent(declaration)
    let isOccurrence = isEvent && syntax.polarity == .assert && !isUnknown && !syntax.saysFalse
    if let on = syntax.on {
      guard isOccurrence else {
        let message =
          isEvent
          ? "`on` tells when something happened: what is denied or unknown has a period"
          : "`on` tells when an event happened: what holds over time has a period"
        report(.misplacedTime, message, at: on.span, notes: ["write `from` or `until`"])
        return nil
      }
      return occurrence(on)
    }
    guard isOccurrence else { return .period(from: period.from, until: period.until) }
    guard let span = syntax.period?.span else { return .occurrence(first: nil, last: nil) }
    report(
      .misplacedTime, "an event happens at a moment and has no period", at: span,
      notes: ["write `on` and a date, or a range of dates"])
    return nil
  }

  private mutating func occurrence(_ on: Occurrence) -> CheckedStatement.Time? {
    let first = moment(of: on.first)
    let last = on.last.map { moment(of: $0) } ?? first
    guard let first, let last else { return nil }
    guard first <= last else {
      report(.emptyRange, "nothing lies in this range: write the earlier date first", at: on.span)
      return nil
    }
    return .occurrence(first: first, last: last)
  }

  /// The entities by which views are named, each once.
  private mutating func views(_ paths: [Path], in scope: ScopeID) -> [EntityID]? {
    var views: [EntityID] = []
    var seen: Set<EntityID> = []
    var isWhole = true
    for path in paths {
      guard let view = entity(path, in: scope) else {
        isWhole = false
        continue
      }
      if seen.insert(view).inserted { views.append(view) }
    }
    return isWhole ? views : nil
  }
}

extension ToldStatement {
  /// Whether it is a denial in the words `is false`.
  fileprivate var saysFalse: Bool {
    if case .told(let told)? = value, case .value(let expression) = told.kind,
      case .literal(let literal) = expression.kind
    {
      literal.kind == .truth && literal.text == "false"
    } else {
      false
    }
  }
}

extension ToldStatement.Value {
  fileprivate var span: SourceSpan? {
    switch self {
    case .told(let told): told.span
    case .oneOf(let elements):
      elements.first.map { first in elements.last.map { first.span.through($0.span) } ?? first.span }
    }
  }
}
