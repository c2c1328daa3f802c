internal import CasusSemantics

/// An exact number: every `Int` and `Decimal` of the language, in lowest terms.
///
/// ```swift
/// let twoThirds = try Fraction(2, over: 3)
/// let quorum: Fraction = 9                    // a whole number
/// twoThirds < quorum                          // true, exactly
/// ```
public struct Fraction: Hashable, Comparable, Sendable, ExpressibleByIntegerLiteral {
  let rational: Rational

  init(_ rational: Rational) { self.rational = rational }

  /// A whole number.
  public init(_ integer: Int) { rational = Rational(Int64(integer)) }

  /// A whole number.
  public init(integerLiteral value: Int) { self.init(value) }

  /// A fraction, brought to its lowest terms.
  ///
  /// - Throws: `impossibleValue` for a denominator of zero, and where the lowest terms do not fit in 64 bits.
  public init(_ numerator: Int, over denominator: Int) throws(CasusError) {
    do {
      rational = try Rational(Int64(numerator), over: Int64(denominator))
    } catch {
      throw CasusError(.impossibleValue, "\(numerator)/\(denominator) is no number")
    }
  }

  /// Reads `-5`, `0.667`, `1.5e3` or `2/3`, exactly.
  ///
  /// - Throws: `impossibleValue` where it is no number, or none that fits in a fraction of 64-bit integers.
  public init(_ text: String) throws(CasusError) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2, let numerator = Int(parts[0]), let denominator = Int(parts[1]) {
      try self.init(numerator, over: denominator)
      return
    }
    guard let rational = try? Rational(numberText: text) else {
      throw CasusError(.impossibleValue, "`\(text)` is no number, or does not fit")
    }
    self.init(rational)
  }

  /// Above the line.
  public var numerator: Int { Int(rational.numerator) }
  /// Below the line; always positive.
  public var denominator: Int { Int(rational.denominator) }
  /// The number where it is whole.
  public var integer: Int? { rational.isInteger ? numerator : nil }
  /// The nearest number in binary.
  public var doubleValue: Double { Double(rational.numerator) / Double(rational.denominator) }

  /// Whether it is less, exactly.
  public static func < (left: Fraction, right: Fraction) -> Bool { left.rational < right.rational }
}

/// In texts and in JSON a fraction is written as a decimal where that ends within 20 digits, else as `2/3`. In JSON it is
/// a string, since numbers of JSON are rarely read exactly.
extension Fraction: CustomStringConvertible, Codable {
  /// `5`, `0.667`, `2/3`.
  public var description: String { rational.description }

  /// Reads a whole number, or a string as ``init(_:)-(String)`` does.
  ///
  /// - Throws: `impossibleValue` where it is no number, and what the decoder throws.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let integer = try? container.decode(Int.self) {
      self.init(integer)
    } else {
      self = try Fraction(container.decode(String.self))
    }
  }

  /// Writes ``description``.
  ///
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
