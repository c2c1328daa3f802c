import CasusDiagnostics
import CasusSyntax

/// `ask` and `expect`.
extension Checker {
  mutating func check(_ syntax: AskStatement, _ site: StatementSite) -> Question? {
    question(syntax.expression, asOf: syntax.asOf, accordingTo: syntax.accordingTo, site)?.0
  }

  mutating func check(_ syntax: ExpectStatement, _ site: StatementSite) -> Question? {
    let checked = question(syntax.expression, asOf: syntax.asOf, accordingTo: syntax.accordingTo, site)
    guard var question = checked?.0, let type = checked?.1 else { return nil }
    guard let expected = expectation(syntax.expected, of: type, in: site.context.scope) else { return nil }
    question.expected = expected
    return question
  }

  private mutating func question(
    _ expression: Expression, asOf date: Literal?, accordingTo path: Path?, _ site: StatementSite
  ) -> (Question, ValueType)? {
    var frame = Frame(scope: site.context.scope)
    let typed = check(expression, .anything, &frame)
    var asOf: Moment?
    if let date {
      asOf = moment(of: date)
      if asOf == nil { return nil }
    }
    var view: EntityID?
    if let path {
      view = entity(path, in: site.context.scope)
      if view == nil { return nil }
    }
    guard let typed else { return nil }
    let question = Question(
      expression: typed.id, frameSize: frame.size, text: foldedText(of: expression.span), expected: nil, asOf: asOf,
      view: view, span: site.span)
    return (question, typed.type)
  }

  private mutating func expectation(
    _ told: ToldValue, of type: ValueType, in scope: ScopeID
  ) -> Expectation? {
    switch told.kind {
    case .unknown: return .unknown
    case .contested: return .contested
    case .value(let expression):
      if type == .condition { return truth(expression, at: told.span) }
      // Numbers compare, whole or not: an expected one may be either.
      let wanted: ValueType = type.isNumeric ? .decimal : type
      return constant(expression, of: wanted, in: nil, scope: scope).map { .value($0) }
    case .range(let low, let high):
      if type == .condition {
        reportNoTruth(at: told.span)
        return nil
      }
      let wanted: ValueType = type.isNumeric ? .decimal : type
      return range(low, high, of: wanted, in: nil, at: told.span, scope: scope).map { .range($0.0, $0.1) }
    }
  }

  private mutating func truth(_ expression: Expression, at span: SourceSpan) -> Expectation? {
    if case .literal(let literal) = expression.kind, literal.kind == .truth { return .truth(literal.text == "true") }
    if expression.kind != .missing { reportNoTruth(at: span) }
    return nil
  }

  private mutating func reportNoTruth(at span: SourceSpan) {
    report(
      .wrongExpectation, "a condition is expected to be `true`, `false`, `unknown` or `contested`", at: span)
  }

  /// The text of a span as written, comments left out and blanks between words folded to one.
  func foldedText(of span: SourceSpan) -> String {
    guard let source = sources[span.source] else { return "" }
    let start = max(0, min(Int(span.start), source.bytes.count))
    let bytes = Array(source.bytes[start..<max(start, min(Int(span.end), source.bytes.count))])
    var folded: [UInt8] = []
    var offset = 0
    var isBlankPending = false
    for token in tokenize(bytes) {
      let end = min(offset + Int(token.length), bytes.count)
      if token.kind.isTrivia {
        isBlankPending = true
      } else if offset < end {
        if isBlankPending, !folded.isEmpty { folded.append(UInt8(ascii: " ")) }
        isBlankPending = false
        folded += bytes[offset..<end]
      }
      offset = end
    }
    return String(decoding: folded, as: UTF8.self)
  }
}
