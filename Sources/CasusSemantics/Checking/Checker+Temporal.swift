import CasusDiagnostics
package import CasusSyntax

/// Statuses of norms and acts, windows of time, and dates of events.
extension Checker {
  /// A call or a status, with the variables that `any` left in it.
  private struct Subject {
    var expression: Typed
    var call: CheckedCall
    /// Whether it happens at moments, rather than holding over time.
    var isEvent: Bool
  }

  mutating func checkTemporal(_ expression: Expression, _ frame: inout Frame) -> Typed? {
    switch expression.kind {
    case .status:
      return checkSubject(expression, &frame).map { quantify($0.call, around: $0.expression) }
    case .windowed(let subject, let window):
      return check(subject, window, at: expression.span, &frame)
    case .dateOf(let subject): return check(dateOf: subject, at: expression.span, &frame)
    default: return nil
    }
  }

  private mutating func checkSubject(_ expression: Expression, _ frame: inout Frame) -> Subject? {
    switch expression.kind {
    case .status(let status, let call): return check(status, call, at: expression.span, &frame)
    case .call(let call):
      guard let declaration = declaration(of: call, as: .condition, &frame),
        let checked = checkCall(of: declaration, call, &frame)
      else { return nil }
      guard checked.type == .condition else {
        report(
          .conditionWanted, "a condition is wanted here, and this is \(describe(checked.type))", at: expression.span)
        return nil
      }
      let inner = add(.call(declaration, checked.arguments), .condition, at: expression.span)
      return Subject(expression: inner, call: checked, isEvent: program.isEvent(declaration))
    default:
      if expression.kind != .missing {
        report(.misplacedWindow, "a window and `date of` stand with a call or a status", at: expression.span)
      }
      return nil
    }
  }

  /// What a call names, where only a declaration will do.
  private mutating func declaration(of call: Call, as use: NameUse, _ frame: inout Frame) -> DeclarationID? {
    if call.path.names.count == 1, frame.variable(call.path.text) != nil {
      report(.notAValue, "`\(call.path.text)` is a variable, not \(article(use))", at: call.span)
      return nil
    }
    guard let symbol = resolve(call, as: use, &frame) else { return nil }
    if case .declaration(let declaration) = symbol { return declaration }
    report(.notAValue, "`\(call.path.text)` is \(describe(symbol)), not \(article(use))", at: call.span)
    return nil
  }

  private func article(_ use: NameUse) -> String {
    use == .condition ? "a condition" : "a norm or an event"
  }

  private mutating func check(
    _ status: StatusKind, _ call: Call, at span: SourceSpan, _ frame: inout Frame
  ) -> Subject? {
    guard let declaration = declaration(of: call, as: .value, &frame) else { return nil }
    switch program[declaration].kind {
    case .event: break
    case .norm(let details):
      guard status.isPossible(of: details.modality) else {
        report(
          .impossibleStatus, "what \(details.modality.description) happen is never \(status.word)", at: span,
          notes: ["\(status.word) are norms that say \(status.modalities)"])
        return nil
      }
    case .fact, .rule, .definition, .exception:
      report(
        .notAValue, "`\(call.path.text)` is \(describe(program[declaration].kind)); only norms and acts have a status",
        at: call.span)
      return nil
    }
    guard let checked = checkCall(of: declaration, call, &frame) else { return nil }
    let inner = add(.status(status, declaration, checked.arguments), .condition, at: span)
    return Subject(expression: inner, call: checked, isEvent: status == .fulfilled || status == .breached)
  }

  private mutating func check(
    _ subject: Expression, _ window: Window, at span: SourceSpan, _ frame: inout Frame
  ) -> Typed? {
    let checked = checkSubject(subject, &frame)
    let wanted: ValueType = window.kind == .since || window.kind == .before ? .date : .duration
    let bound = value(window.bound, of: wanted, &frame)
    guard let checked else { return nil }
    if window.kind != .for, !checked.isEvent {
      report(
        .misplacedWindow, "`\(window.kind.words)` looks for an event, and this holds over time", at: window.span,
        notes: ["of what holds over time, `for` tells how long it has held"])
      return nil
    }
    guard let bound else { return nil }
    let inner = add(.windowed(checked.expression.id, window.kind, bound: bound), .condition, at: span)
    return quantify(checked.call, around: inner)
  }

  private mutating func check(dateOf subject: Expression, at span: SourceSpan, _ frame: inout Frame) -> Typed? {
    guard let checked = checkSubject(subject, &frame) else { return nil }
    guard checked.isEvent else {
      report(.misplacedWindow, "only events have a date, and this holds over time", at: subject.span)
      return nil
    }
    guard checked.call.anyVariables.isEmpty else {
      report(.misplacedAny, "`any` stands in conditions only, and a date is a value", at: subject.span)
      return nil
    }
    return add(.dateOf(checked.expression.id), .date, at: span)
  }
}

extension StatusKind {
  /// Whether a norm of this modality can ever have the status.
  func isPossible(of modality: Modality) -> Bool {
    switch self {
    case .owed: modality == .must
    case .forbidden: modality == .mustNot
    case .permitted: modality == .may
    case .fulfilled: modality != .mustNot
    case .breached: modality != .may
    }
  }

  /// The word that programs write for it.
  package var word: String {
    switch self {
    case .owed: "owed"
    case .fulfilled: "fulfilled"
    case .breached: "breached"
    case .forbidden: "forbidden"
    case .permitted: "permitted"
    }
  }

  fileprivate var modalities: String {
    switch self {
    case .owed: "`must`"
    case .forbidden: "`must not`"
    case .permitted: "`may`"
    case .fulfilled: "`must` or `may`"
    case .breached: "`must` or `must not`"
    }
  }
}

extension Modality {
  /// The words that programs write for it.
  package var description: String {
    switch self {
    case .must: "must"
    case .mustNot: "must not"
    case .may: "may"
    }
  }
}

extension Window.Kind {
  /// The words that programs write for it.
  package var words: String {
    switch self {
    case .since: "since"
    case .before: "before"
    case .for: "for"
    case .inLast: "in last"
    }
  }
}
