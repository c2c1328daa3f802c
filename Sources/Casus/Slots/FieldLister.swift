/// Finds out which fields a host's type has, and of which types, from one value: fields that are nil count, too.
final class FieldLister: FieldSink {
  /// A field that fills a slot.
  struct Field {
    var name: String
    var typeName: String
    /// Whether its values can fill slots of a kind.
    var fits: @Sendable (Slot.Kind) -> Bool
  }

  var failure: CasusError?
  private(set) var openField: String?
  let rootName: String
  /// The fields that are asked for; nil: all.
  private let wanted: Set<String>?
  private(set) var fields: [Field] = []
  /// All fields, in the order in which they came.
  private(set) var names: [String] = []
  /// What the field's own value turned out to be.
  private var found: (@Sendable (Slot.Kind) -> Bool)?

  init<Root: Encodable>(_ example: Root, wanted: Set<String>?) throws(CasusError) {
    rootName = "\(Root.self)"
    self.wanted = wanted
    do {
      try encode(example)
    } catch {
      throw CasusError(error, thrownBy: rootName)
    }
    if let missing = wanted?.subtracting(names).min() {
      let known = names.map { "`\($0)`" }.joined(separator: ", ")
      throw CasusError(
        .invalidCase,
        "`\(rootName)` has no field `\(missing)`, only \(known.isEmpty ? "none" : known)")
    }
    if fields.isEmpty { throw CasusError(.invalidCase, "`\(rootName)` has no fields that fill slots") }
  }

  func reads(_ field: String) -> Bool { wanted?.contains(field) ?? true }

  func take(_ truth: Bool?, _ field: String) throws { try takeOther(truth, field) }
  func take(_ number: Int?, _ field: String) throws { try takeOther(number, field) }
  func take(_ text: String?, _ field: String) throws { try takeOther(text, field) }

  func takeOther<Field: Encodable>(_ value: Field?, _ field: String) throws {
    guard try begin(field) else { return }
    let fits: (@Sendable (Slot.Kind) -> Bool)?
    if let known = Self.kinds(of: Field.self) {
      fits = known
    } else if Field.self is any FloatingPoint.Type {
      throw CasusError(inexact: field, Field.self)
    } else {
      fits = try kinds(ofEncoded: value, field) ?? Self.kinds(ofRaw: Field.self)
    }
    guard let fits else {
      let message =
        "the field `\(field)` is nil, and its type \(Field.self) does not tell what it is: give it a value"
      throw CasusError(.invalidCase, message)
    }
    fields.append(FieldLister.Field(name: field, typeName: "\(Field.self)", fits: fits))
  }

  func takeNil(_ field: String) throws {
    guard try begin(field) else { return }
    throw CasusError(
      .invalidCase, "the field `\(field)` is nil, and does not tell its type: give it a value")
  }

  func takeSingle<Field: Encodable>(_ value: Field?) throws {
    guard let known = Self.kinds(of: Field.self) else {
      if Field.self is any FloatingPoint.Type { throw CasusError(inexact: openField ?? rootName, Field.self) }
      if let value { try encode(value) }
      return
    }
    found = known
  }

  func takeSingleNil() throws {}

  /// Notes that there is a field.
  ///
  /// - Returns: whether it is asked for.
  private func begin(_ field: String) throws(CasusError) -> Bool {
    if names.contains(field) { throw CasusError(.invalidCase, "the field `\(field)` is encoded twice") }
    names.append(field)
    return reads(field)
  }

  private func kinds<Field: Encodable>(
    ofEncoded value: Field?, _ field: String
  ) throws -> (@Sendable (Slot.Kind) -> Bool)? {
    guard let value else { return nil }
    found = nil
    openField = field
    defer { openField = nil }
    try encode(value)
    return found
  }

  /// What the values of a type fit, where the type itself tells.
  private static func kinds(of type: Any.Type) -> (@Sendable (Slot.Kind) -> Bool)? {
    if let type = type as? any SlotConvertible.Type { return { type.fits($0) } }
    if type is any BinaryInteger.Type { return { Int.fits($0) } }
    return nil
  }

  /// What the raw values of a type fit, as which it is encoded unless it does so in a way of its own.
  private static func kinds(ofRaw type: Any.Type) -> (@Sendable (Slot.Kind) -> Bool)? {
    (type as? any RawRepresentable.Type).flatMap { kinds(of: rawType($0)) }
  }

  private static func rawType<Raw: RawRepresentable>(_ type: Raw.Type) -> Any.Type { Raw.RawValue.self }
}

extension CasusError {
  /// An error of a slot as it is; what else an `encode(to:)` throws is the host's own.
  init(_ error: any Error, thrownBy typeName: String) {
    self =
      error as? CasusError
      ?? CasusError(.hostFailed, "`\(typeName)` could not be encoded: \(error)")
  }

  /// A field is encoded as a number in binary, as a `Date` of Foundation is, too.
  init(inexact field: String, _ type: Any.Type) {
    let message =
      "the field `\(field)` is encoded as a \(type), which is not exact: use a `Fraction`, for a date a `Moment`"
    self.init(.invalidCase, message)
  }
}
