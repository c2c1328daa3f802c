/// A fact or an event that every case of a prepared query tells anew.
///
/// ```swift
/// let prepared = try query.prepared(for: ["attacked(Alba)", "troops(DPRK)"])
/// prepared.slots[1].kind                      // .integer
/// ```
public struct Slot: Hashable, Sendable {
  /// What a slot holds.
  public enum Kind: Hashable, Sendable {
    /// Whether something holds, or happened.
    case condition
    /// A whole number.
    case integer
    /// Any number.
    case decimal
    /// A date, in minutes since the beginning of 1970 where a table has numbers.
    case date
    /// A text.
    case text
    /// A member of a type, its position in the type where a table has numbers.
    case entity
    /// A length of time.
    case duration
  }

  /// As it was written when the query was prepared; tables and JSON name it so.
  public let name: String
  /// What it holds.
  public let kind: Kind
  /// Whether the answer can turn on it. False is a mistake, or a sign that a rule does not read what one thinks.
  public let canMatter: Bool
}

/// What a case tells of a slot.
///
/// Literals make one, and `nil` is what is not known:
///
/// ```swift
/// let incident = try prepared.incident(["attacked(Alba)": true, "troops(DPRK)": 11_000, "ally": nil])
/// ```
public enum SlotValue: Hashable, Sendable, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByStringLiteral, ExpressibleByNilLiteral
{
  /// Of a condition: whether it holds.
  case truth(Bool)
  /// Of everything else: what it is.
  case value(Value)
  /// Nobody knows.
  case unknown

  /// Whether a condition holds.
  public init(booleanLiteral value: Bool) { self = .truth(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .value(.number(Fraction(value))) }
  /// A text, or the name of an entity.
  public init(stringLiteral value: String) { self = .value(.text(value)) }
  /// What is not known.
  public init(nilLiteral: ()) { self = .unknown }
}

/// A type of a host whose values can fill slots: `Bool`, `Int`, ``Fraction``, ``Moment``, ``CalendarDuration``, `String`, and
/// optionals of them, in which nil is what is not known. An enumeration with texts conforms by saying so:
///
/// ```swift
/// enum Alert: String, SlotConvertible { case green = "Green", red = "Red" }
/// ```
public protocol SlotConvertible: Sendable {
  /// Whether its values can fill slots of a kind; asked once, when a query is prepared.
  static func fits(_ kind: Slot.Kind) -> Bool
  /// What a slot is told.
  var slotValue: SlotValue { get }
}

extension Bool: SlotConvertible {
  /// A condition.
  public static func fits(_ kind: Slot.Kind) -> Bool { kind == .condition }
  /// Whether it holds.
  @inlinable public var slotValue: SlotValue { .truth(self) }
}

extension Int: SlotConvertible {
  /// A number.
  public static func fits(_ kind: Slot.Kind) -> Bool { kind == .integer || kind == .decimal }
  /// The number.
  @inlinable public var slotValue: SlotValue { .value(.number(Fraction(self))) }
}

extension Fraction: SlotConvertible {
  /// A number; of a whole-number slot, one without a fractional part.
  public static func fits(_ kind: Slot.Kind) -> Bool { kind == .integer || kind == .decimal }
  /// The number.
  @inlinable public var slotValue: SlotValue { .value(.number(self)) }
}

extension Moment: SlotConvertible {
  /// A date.
  public static func fits(_ kind: Slot.Kind) -> Bool { kind == .date }
  /// The date.
  @inlinable public var slotValue: SlotValue { .value(.date(self)) }
}

extension CalendarDuration: SlotConvertible {
  /// A length of time.
  public static func fits(_ kind: Slot.Kind) -> Bool { kind == .duration }
  /// The length.
  @inlinable public var slotValue: SlotValue { .value(.duration(self)) }
}

extension String: SlotConvertible {
  /// A text or an entity.
  public static func fits(_ kind: Slot.Kind) -> Bool { kind == .text || kind == .entity }
  /// The text, or the entity of this name.
  @inlinable public var slotValue: SlotValue { .value(.text(self)) }
}

extension Optional: SlotConvertible where Wrapped: SlotConvertible {
  /// What the type itself fits.
  public static func fits(_ kind: Slot.Kind) -> Bool { Wrapped.fits(kind) }
  /// The value; nil is what is not known.
  @inlinable public var slotValue: SlotValue { self?.slotValue ?? .unknown }
}

extension SlotConvertible where Self: RawRepresentable, RawValue: SlotConvertible {
  /// What the raw values fit.
  public static func fits(_ kind: Slot.Kind) -> Bool { RawValue.fits(kind) }
  /// The raw value.
  @inlinable public var slotValue: SlotValue { rawValue.slotValue }
}
