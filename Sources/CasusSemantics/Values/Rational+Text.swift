extension Rational {
  /// Reads a literal of the language: `11_000`, `0.667`. Digits, an underscore between two of them, at most one point
  /// with digits on both sides; no sign. Nil where it is not so written or does not fit.
  package init?(decimalText text: String) {
    do throws(NumberTextFault) {
      try self.init(literalText: text)
    } catch {
      return nil
    }
  }

  /// Reads a literal of the language and tells why it is none.
  init(literalText text: String) throws(NumberTextFault) {
    var reader = NumberTextReader(text.utf8, allowsUnderscores: true, allowsSignAndExponent: false)
    self = try reader.read()
  }

  /// Reads a number as data files write it: `-5`, `0.25`, `1.5e3`. Its value is exact, also with an exponent; more than
  /// 38 significant digits do not fit.
  package init(numberText text: String) throws(NumberTextFault) {
    // Most numbers in large files are whole.
    if let integer = Int64(text), text.utf8.first != UInt8(ascii: "+") {
      self.init(integer)
      return
    }
    var reader = NumberTextReader(text.utf8, allowsUnderscores: false, allowsSignAndExponent: true)
    self = try reader.read()
  }
}

/// Reads one number, and nothing else, from a text.
private struct NumberTextReader {
  private var rest: Substring.UTF8View
  private let allowsUnderscores: Bool
  private let allowsSignAndExponent: Bool
  private var notation = DecimalNotation()

  init(_ text: String.UTF8View, allowsUnderscores: Bool, allowsSignAndExponent: Bool) {
    rest = text[...]
    self.allowsUnderscores = allowsUnderscores
    self.allowsSignAndExponent = allowsSignAndExponent
  }

  mutating func read() throws(NumberTextFault) -> Rational {
    let isNegative = allowsSignAndExponent && consume("-")
    try readDigits(isFraction: false)
    if consume(".") { try readDigits(isFraction: true) }
    var writtenExponent = 0
    if allowsSignAndExponent, consume("e") || consume("E") { writtenExponent = try readExponent() }
    guard rest.isEmpty else { throw .malformed }
    notation.finish(writtenExponent: writtenExponent)
    return try notation.value(isNegative: isNegative)
  }

  /// One digit or more, with single underscores between them.
  private mutating func readDigits(isFraction: Bool) throws(NumberTextFault) {
    repeat {
      guard let first = consumeDigit() else { throw .malformed }
      notation.append(digit: first, isFraction: isFraction)
      while let digit = consumeDigit() { notation.append(digit: digit, isFraction: isFraction) }
    } while allowsUnderscores && consume("_")
  }

  /// The exponent, held at a bound far beyond any that fits, so that digits without end do not overflow it.
  private mutating func readExponent() throws(NumberTextFault) -> Int {
    let isNegative = consume("-")
    if !isNegative { _ = consume("+") }
    guard let first = consumeDigit() else { throw .malformed }
    var magnitude = Int(first)
    while let digit = consumeDigit() { magnitude = min(magnitude * 10 + Int(digit), 1_000_000) }
    return isNegative ? -magnitude : magnitude
  }

  private mutating func consumeDigit() -> UInt8? {
    guard let byte = rest.first, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
    rest.removeFirst()
    return byte - UInt8(ascii: "0")
  }

  private mutating func consume(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }
}

extension Rational: CustomStringConvertible {
  /// A decimal where that ends within 20 digits behind the point (`0.667`), else a fraction (`2/3`).
  package var description: String {
    if isInteger { return String(numerator) }
    guard let digits = fractionDigits else { return String(numerator) + "/" + String(denominator) }
    let divisor = denominator.magnitude
    var (whole, remainder) = numerator.magnitude.quotientAndRemainder(dividingBy: divisor)
    var text = (numerator < 0 ? "-" : "") + String(whole) + "."
    for _ in 0..<digits {
      let scaled = remainder.multipliedFullWidth(by: 10)
      (whole, remainder) = divisor.dividingFullWidth(scaled)
      text += String(whole)
    }
    return text
  }

  /// How many digits follow the point, or nil where they do not end, or not within 20.
  private var fractionDigits: Int? {
    let twos = denominator.trailingZeroBitCount
    var rest = denominator >> Int64(twos)
    var fives = 0
    while rest % 5 == 0 {
      rest /= 5
      fives += 1
    }
    let digits = max(twos, fives)
    return rest == 1 && digits <= 20 ? digits : nil
  }
}
