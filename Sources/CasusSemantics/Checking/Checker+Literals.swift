import CasusDiagnostics
import CasusSyntax

/// What literals are worth.
extension Checker {
  /// The value of a literal that is no truth, and its type. Nil where there is none, which is reported.
  mutating func value(of literal: Literal, isNegative: Bool = false, at span: SourceSpan) -> (Value, ValueType)? {
    let text = (isNegative ? "-" : "") + literal.text
    switch literal.kind {
    case .integer:
      return number(literal.text, isNegative, .integer, at: span)
    case .decimal:
      return number(literal.text, isNegative, .decimal, at: span)
    case .duration:
      return duration(text, at: span).map { (.duration($0), .duration) }
    case .date where !isNegative:
      return moment(of: literal).map { (.date($0), .date) }
    case .text where !isNegative: return (.text(literal.text), .text)
    case .date, .text, .truth:
      report(.wrongType, "`-` stands before numbers and durations only", at: span)
      return nil
    }
  }

  private mutating func number(
    _ text: String, _ isNegative: Bool, _ type: ValueType, at span: SourceSpan
  ) -> (Value, ValueType)? {
    let digits = String(decoding: text.utf8.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    do throws(NumberTextFault) {
      return (.number(try Rational(numberText: (isNegative ? "-" : "") + digits)), type)
    } catch {
      report(
        .impossibleLiteral,
        type == .integer
          ? "the number does not fit in 64 bits" : "the number does not fit in a fraction of 64-bit integers", at: span)
      return nil
    }
  }

  private mutating func duration(_ text: String, at span: SourceSpan) -> CalendarDuration? {
    do throws(DurationTextFault) {
      return try CalendarDuration(text: text)
    } catch {
      switch error {
      case .unknownUnit(let unit): report(.impossibleLiteral, "`\(unit)` is no unit of time", at: span)
      case .malformed, .overflow: report(.impossibleLiteral, "the duration does not fit", at: span)
      }
      return nil
    }
  }

  /// The moment that a date literal means; a date without a time is its first minute.
  mutating func moment(of literal: Literal) -> Moment? {
    guard literal.kind == .date else {
      report(.wrongType, "a date is wanted here", at: literal.span)
      return nil
    }
    do throws(MomentTextFault) {
      return try Moment(text: literal.text)
    } catch {
      report(.impossibleLiteral, error.message(for: literal.text), at: literal.span)
      return nil
    }
  }

  /// A constant of a statement, a presumption or an expectation: a literal, its negative, or an entity. Nil where there
  /// is none, which is reported.
  mutating func constant(_ expression: Expression, in scope: ScopeID) -> (Value, ValueType)? {
    switch expression.kind {
    case .missing: return nil
    case .literal(let literal) where literal.kind != .truth: return value(of: literal, at: expression.span)
    case .negative(let operand):
      if case .literal(let literal) = operand.kind {
        return value(of: literal, isNegative: true, at: expression.span)
      }
    case .call(let call) where call.arguments == nil:
      guard let symbol = resolve(call.path, in: scope, as: .entity) else { return nil }
      if case .entity(let entity) = symbol { return (.entity(entity), .entity(program[entity].type)) }
      report(.notConstant, "`\(call.path.text)` is \(describe(symbol)); a value is wanted here", at: expression.span)
      return nil
    default: break
    }
    report(.notConstant, "a value is wanted here: a literal or the name of an entity", at: expression.span)
    return nil
  }

  /// A constant that must fit a type, and lie in a domain where there is one.
  mutating func constant(
    _ expression: Expression, of type: ValueType?, in domain: DomainReference?, scope: ScopeID
  ) -> Value? {
    guard let type else { return nil }
    // A name that two types brought by data files share means the one that is wanted.
    if case .call(let call) = expression.kind, call.arguments == nil,
      let entity = entityFromData(call.path, of: type, in: scope)
    {
      return .entity(entity)
    }
    if case .literal(let literal) = expression.kind, literal.kind == .truth {
      report(.wrongType, "\(describe(type)) is wanted here, and `\(literal.text)` is a truth", at: expression.span)
      return nil
    }
    guard let (value, found) = constant(expression, in: scope) else { return nil }
    guard fits(found, type) else {
      report(.wrongType, "\(describe(type)) is wanted here, and this is \(describe(found))", at: expression.span)
      return nil
    }
    if let domain, !contains(domain, value) {
      report(.outsideSet, "the value lies outside `\(name(of: domain))`", at: expression.span)
      return nil
    }
    return value
  }

  /// The entity of a type that a data file brought under a name that nothing declares.
  func entityFromData(_ path: Path, of type: ValueType, in scope: ScopeID) -> EntityID? {
    guard path.names.count == 1, let name = path.names.first?.text, names.entry(name, from: scope) == nil else {
      return nil
    }
    return names.entitiesFromData[name]?.first { .entity(program[$0].type) == type }
  }

  func name(of domain: DomainReference) -> String {
    switch domain {
    case .type(.entity(let type)): program[type].name
    case .type(let type): BuiltInType.allCases.first { $0.type == type }?.rawValue ?? ""
    case .set(let set): program[set].name
    case .parties(let instrument): program[instrument].name + ".Party"
    }
  }
}

extension MomentTextFault {
  /// What is wrong with a date, in plain words.
  func message(for text: String) -> String {
    switch self {
    case .malformed: "a date is written `2024-06-19` or `2024-06-19T05:30Z`"
    case .noSuchYear: "years go from 0001 to 9999"
    case .noSuchMonth: "no calendar has the month of `\(text)`"
    case .noSuchDay: "no calendar has the day `\(text)`"
    case .noSuchHour, .noSuchMinute: "no clock has the time of `\(text)`"
    case .noSuchOffset: "`\(text)` is farther from UTC than any place"
    case .outOfRange: "in UTC `\(text)` lies outside the years 0001 to 9999"
    }
  }
}
