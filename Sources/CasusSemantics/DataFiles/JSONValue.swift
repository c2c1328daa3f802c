/// A value of JSON, exactly as its text tells it: numbers stay text, members keep their order.
package enum JSONValue: Equatable, Sendable {
  case null
  case truth(Bool)
  /// As written; ``Rational/init(numberText:)`` reads it.
  case number(String)
  case text(String)
  case array([JSONNode])
  case object([JSONMember])
}

/// A value and the bytes that it was read from.
package struct JSONNode: Equatable, Sendable {
  package var value: JSONValue
  package var start: Int
  package var end: Int

  /// The value of an object's member, or nil where there is none.
  package subscript(_ key: String) -> JSONNode? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.key == key }?.value
  }
}

/// A member of an object, and the bytes of its key.
package struct JSONMember: Equatable, Sendable {
  package var key: String
  package var keyStart: Int
  package var keyEnd: Int
  package var value: JSONNode
}
