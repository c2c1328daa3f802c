internal import CasusAnalysis
internal import CasusSemantics

/// One definite value.
///
/// A literal makes one: `12` a number, `"Russia"` a text, which names an entity wherever one is wanted.
///
/// ```swift
/// try facts.assert("troops(DPRK)", is: 11_000)
/// try facts.assert("alert(Alba)", is: "Amber")
/// ```
public enum Value: Hashable, Sendable {
  /// An `Int` or a `Decimal`.
  case number(Fraction)
  /// A text.
  case text(String)
  /// A date, or *never*.
  case date(Moment)
  /// A length of time.
  case duration(CalendarDuration)
  /// A member of one of the program's types, by name.
  case entity(String)
}

extension Value: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
  /// A whole number.
  public init(integerLiteral value: Int) { self = .number(Fraction(value)) }

  /// A text; where an entity is wanted, its name, label or alias.
  public init(stringLiteral value: String) { self = .text(value) }
}

extension Value: CustomStringConvertible {
  /// As people read it: `5`, `Russia`, `2024-06-19`.
  public var description: String {
    switch self {
    case .number(let number): number.description
    case .text(let text), .entity(let text): text
    case .date(let moment): moment.description
    case .duration(let duration): duration.description
    }
  }
}

extension Value {
  init(_ value: CasusSemantics.Value, in program: CasusSemantics.Program) {
    switch value {
    case .number(let number): self = .number(Fraction(number))
    case .text(let text): self = .text(text)
    case .date(let moment): self = .date(Moment(moment))
    case .duration(let duration): self = .duration(CalendarDuration(duration))
    case .entity(let entity): self = .entity(program[entity].name)
    }
  }

  /// The value as a statement tells it.
  var telling: FactTelling.Value {
    switch self {
    case .number(let number): .number(number.rational)
    case .text(let text), .entity(let text): .text(text)
    case .date(let moment): .date(moment.moment)
    case .duration(let duration): .duration(duration.duration)
    }
  }
}

/// What remains of a value.
///
/// ```swift
/// let strength = try program.query("troops(DPRK)").answer().value
/// strength?.single                            // the number, once only one remains
/// ```
public enum ValueBounds: Hashable, Sendable, CustomStringConvertible {
  /// It is this.
  case single(Value)
  /// A number, a date or a duration between the two, both included. An end that is nil is open.
  case range(Value?, Value?)
  /// A text or an entity: one of these.
  case oneOf([Value])

  /// The value, where only one remains.
  public var single: Value? { if case .single(let value) = self { value } else { nil } }

  /// As people read it: `5`, `10..12`, `5..`, `{Alba, Brabant}`, or `any`.
  public var description: String {
    switch self {
    case .single(let value): value.description
    case .range(nil, nil): "any"
    case .range(let low, let high): (low?.description ?? "") + ".." + (high?.description ?? "")
    case .oneOf(let values): "{" + values.map { $0.description }.joined(separator: ", ") + "}"
    }
  }
}

extension ValueBounds {
  init(_ extent: ValueExtent, in program: CasusSemantics.Program) {
    func value(_ value: CasusSemantics.Value) -> Value { Value(value, in: program) }
    switch extent {
    case .single(let single): self = .single(value(single))
    case .range(let low, let high): self = .range(low.map(value), high.map(value))
    case .oneOf(let values): self = .oneOf(values.map(value))
    }
  }
}
