/// An encoder that takes the fields of one value, and nothing that lies deeper: what each slot wants is a single value.
protocol FieldSink: AnyObject, Encoder {
  /// What is wrong where nothing could be thrown: containers are handed out without `throws`.
  var failure: CasusError? { get set }
  /// The field whose own value is being encoded; nil while it is the root's.
  var openField: String? { get }
  /// What the root is called in messages.
  var rootName: String { get }

  /// Whether a field is asked for; what is not is skipped, whatever is in it.
  func reads(_ field: String) -> Bool
  /// Takes a field of one of the types that nearly all are of; nil is what is not known.
  func take(_ truth: Bool?, _ field: String) throws
  func take(_ number: Int?, _ field: String) throws
  func take(_ text: String?, _ field: String) throws
  /// Takes a field of any other type.
  func takeOther<Field: Encodable>(_ value: Field?, _ field: String) throws
  /// Takes a field that is nil, of whatever type.
  func takeNil(_ field: String) throws
  /// Takes the single value that a field's value is encoded as.
  func takeSingle<Field: Encodable>(_ value: Field?) throws
  /// Takes nil, as which a field's value is encoded.
  func takeSingleNil() throws
}

extension FieldSink {
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if let openField { refuse(openField, "has fields of its own") }
    return KeyedEncodingContainer(FieldContainer<Key>(sink: self, isSkipped: false))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if let openField {
      refuse(openField, "is a list")
    } else {
      refuse("`\(rootName)` is a list, and has no fields")
    }
    return SkippedElements(sink: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    if openField == nil { refuse("`\(rootName)` is one value, and has no fields") }
    return SingleField(sink: self)
  }

  /// Notes that a field is more than one value.
  func refuse(_ field: String, _ what: String) { refuse("the field `\(field)` \(what): a slot takes one value") }

  /// Notes what is wrong; what came first stays.
  func refuse(_ message: String) { failure = failure ?? CasusError(.invalidCase, message) }

  /// Encodes a value, and throws what was noted.
  func encode(_ value: some Encodable) throws {
    try value.encode(to: self)
    if let failure { throw failure }
  }
}

/// The fields of the root. Of what is nil, too, the field is taken: by default it would be left out.
struct FieldContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let sink: any FieldSink
  /// Whether it lies in a field that nobody asked for.
  let isSkipped: Bool
  var codingPath: [any CodingKey] { [] }

  private func take<Field: Encodable>(_ value: Field?, _ key: Key) throws {
    if let failure = sink.failure { throw failure }
    if !isSkipped { try sink.takeOther(value, key.stringValue) }
  }

  func encode(_ value: Bool, forKey key: Key) throws {
    if !isSkipped { try sink.take(value, key.stringValue) }
  }
  func encode(_ value: Int, forKey key: Key) throws {
    if !isSkipped { try sink.take(value, key.stringValue) }
  }
  func encode(_ value: String, forKey key: Key) throws {
    if !isSkipped { try sink.take(value, key.stringValue) }
  }

  func encodeNil(forKey key: Key) throws { if !isSkipped { try sink.takeNil(key.stringValue) } }
  func encode<Field: Encodable>(_ value: Field, forKey key: Key) throws { try take(value, key) }
  func encodeIfPresent<Field: Encodable>(_ value: Field?, forKey key: Key) throws { try take(value, key) }
  func encodeIfPresent(_ value: Bool?, forKey key: Key) throws {
    if !isSkipped { try sink.take(value, key.stringValue) }
  }
  func encodeIfPresent(_ value: Int?, forKey key: Key) throws {
    if !isSkipped { try sink.take(value, key.stringValue) }
  }
  func encodeIfPresent(_ value: String?, forKey key: Key) throws {
    if !isSkipped { try sink.take(value, key.stringValue) }
  }
  func encodeIfPresent(_ value: Double?, forKey key: Key) throws { try take(value, key) }
  func encodeIfPresent(_ value: Float?, forKey key: Key) throws { try take(value, key) }
  func encodeIfPresent(_ value: Int8?, forKey key: Key) throws { try take(value, key) }
  func encodeIfPresent(_ value: Int16?, forKey key: Key) throws { try take(value, key) }
  func encodeIfPresent(_ value: Int32?, forKey key: Key) throws { try take(value, key) }
  func encodeIfPresent(_ value: Int64?, forKey key: Key) throws { try take(value, key) }
  func encodeIfPresent(_ value: UInt?, forKey key: Key) throws { try take(value, key) }
  func encodeIfPresent(_ value: UInt8?, forKey key: Key) throws { try take(value, key) }
  func encodeIfPresent(_ value: UInt16?, forKey key: Key) throws { try take(value, key) }
  func encodeIfPresent(_ value: UInt32?, forKey key: Key) throws { try take(value, key) }
  func encodeIfPresent(_ value: UInt64?, forKey key: Key) throws { try take(value, key) }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    refuse(key, "has fields of its own")
    return KeyedEncodingContainer(FieldContainer<Nested>(sink: sink, isSkipped: true))
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    refuse(key, "is a list")
    return SkippedElements(sink: sink)
  }

  func superEncoder() -> any Encoder { inherited }
  func superEncoder(forKey key: Key) -> any Encoder { inherited }

  private func refuse(_ key: Key, _ what: String) {
    if !isSkipped, sink.reads(key.stringValue) { sink.refuse(key.stringValue, what) }
  }

  private var inherited: any Encoder {
    sink.refuse("`\(sink.rootName)` keeps what it inherits apart: a slot takes one value")
    return sink
  }
}

/// The value of one field. That what it takes is of any type suffices for the requirement of each.
struct SingleField: SingleValueEncodingContainer {
  let sink: any FieldSink
  var codingPath: [any CodingKey] { [] }

  func encodeNil() throws {
    if let failure = sink.failure { throw failure }
    try sink.takeSingleNil()
  }

  func encode<Field: Encodable>(_ value: Field) throws {
    if let failure = sink.failure { throw failure }
    try sink.takeSingle(value)
  }
}

/// A list in a field that nobody asked for, or that is refused already.
struct SkippedElements: UnkeyedEncodingContainer {
  let sink: any FieldSink
  private(set) var count = 0
  var codingPath: [any CodingKey] { [] }

  mutating func encodeNil() throws { count += 1 }
  mutating func encode<Element: Encodable>(_ value: Element) throws { count += 1 }

  mutating func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<
    Key
  > {
    count += 1
    return KeyedEncodingContainer(FieldContainer<Key>(sink: sink, isSkipped: true))
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    count += 1
    return SkippedElements(sink: sink)
  }

  func superEncoder() -> any Encoder {
    sink.refuse("`\(sink.rootName)` keeps what it inherits apart: a slot takes one value")
    return sink
  }
}
