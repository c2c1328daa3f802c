/// What an expression is: a condition, or a value of some type.
package enum ValueType: Hashable, Sendable {
  case condition
  case integer, decimal, text, date, duration
  /// A member of an entity type, open or closed.
  case entity(TypeID)

  package var isNumeric: Bool { self == .integer || self == .decimal }
}

/// One definite value.
package enum Value: Hashable, Sendable {
  /// An `Int` (with denominator 1) or a `Decimal`.
  case number(Rational)
  case text(String)
  case date(Moment)
  case duration(CalendarDuration)
  case entity(EntityID)
}

/// What a parameter, a variable or a fact's value ranges over.
package enum DomainReference: Hashable, Sendable {
  /// All values of a built-in type or an entity type; never `.condition`.
  case type(ValueType)
  case set(SetID)
  /// All of whom the statements in sight ever say that they are parties to the instrument.
  case parties(InstrumentID)
}

/// An entity type.
package struct EntityType: Sendable {
  package var name: String
  /// Closed types list their members in order and compare by it; data files add members to open ones.
  package var isClosed: Bool
  /// Its members in order of declaration, those that data files add behind.
  package var members: [EntityID]
  package var documentation: String
}

/// An entity, or a member of a closed type.
package struct Entity: Sendable {
  package var name: String
  /// For people: `"Federation Council"`.
  package var label: String?
  /// Further names by which data files may know it.
  package var aliases: [String]
  package var type: TypeID
  /// Its position among the members of its type.
  package var ordinal: Int
}

/// A named set, of entities of one type or of consecutive integers.
package struct NamedSet: Sendable {
  package enum Elements: Sendable {
    case entities([EntityID], of: TypeID)
    case integers(ClosedRange<Int>)
  }
  package var name: String
  package var elements: Elements
}
