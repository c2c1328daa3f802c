internal import CasusDiagnostics

/// An answer is encoded as `casus ask --format json` prints it.
extension Answer: CustomStringConvertible, Encodable {
  /// What it comes to, in a word: `true`, `10..12`, `2 rows`.
  public var description: String {
    switch outcome {
    case .truth(let truth): truth.description
    case .value(let value): value.description
    case .rows(let rows): rows.count == 1 ? "1 row" : "\(rows.count) rows"
    }
  }

  /// Writes the members of ``json``.
  ///
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws { try EncodableJSON(document).encode(to: encoder) }
}

/// JSON as any encoder takes it.
struct EncodableJSON: Encodable {
  private let output: JSONOutput

  init(_ output: JSONOutput) { self.output = output }

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  func encode(to encoder: any Encoder) throws {
    switch output {
    case .object(let members):
      var container = encoder.container(keyedBy: Key.self)
      for (name, value) in members { try container.encode(EncodableJSON(value), forKey: Key(stringValue: name)) }
    case .array(let elements):
      var container = encoder.unkeyedContainer()
      for element in elements { try container.encode(EncodableJSON(element)) }
    default:
      var container = encoder.singleValueContainer()
      try encodeScalar(into: &container)
    }
  }

  private func encodeScalar(into container: inout any SingleValueEncodingContainer) throws {
    switch output {
    case .truth(let truth): try container.encode(truth)
    case .string(let text): try container.encode(text)
    case .number(let digits):
      if let integer = Int(digits) {
        try container.encode(integer)
      } else if let number = Double(digits) {
        try container.encode(number)
      }
    case .null, .object, .array: try container.encodeNil()
    }
  }
}
