/// Why a text is no number.
package enum NumberTextFault: Error, Hashable, Sendable {
  /// It is not written as a number.
  case malformed
  /// It is a number, and its exact value does not fit.
  case overflow
}

/// Reads digits into `significand * 10^exponent`, where the significand does not end in a zero: so leading and trailing
/// zeros, however many, cost nothing, and a significand shares no ten with a power of ten.
struct DecimalNotation {
  private(set) var significand: UInt128 = 0
  private(set) var exponent = 0
  /// More significant digits came than a significand holds (38 at least).
  private(set) var hasOverflowed = false
  private var pendingZeros = 0

  mutating func append(digit: UInt8, isFraction: Bool) {
    if isFraction { exponent -= 1 }
    if digit == 0 {
      if significand != 0 { pendingZeros += 1 }
      return
    }
    for _ in 0...pendingZeros where !hasOverflowed {
      let (product, overflow) = significand.multipliedReportingOverflow(by: 10)
      significand = product
      hasOverflowed = overflow
    }
    pendingZeros = 0
    let (sum, overflow) = significand.addingReportingOverflow(UInt128(digit))
    significand = sum
    hasOverflowed = hasOverflowed || overflow
  }

  /// Accounts for the zeros at the end, and for an exponent that was written.
  mutating func finish(writtenExponent: Int) {
    exponent += pendingZeros + writtenExponent
    pendingZeros = 0
  }

  /// The exact value, negated on demand.
  func value(isNegative: Bool) throws(NumberTextFault) -> Rational {
    if hasOverflowed { throw .overflow }
    if significand == 0 { return .zero }
    guard let power = powerOfTen(exponent.magnitude) else { throw .overflow }
    do throws(ArithmeticFault) {
      if exponent >= 0 {
        let (product, overflow) = significand.multipliedReportingOverflow(by: power)
        guard !overflow, let numerator = UInt64(exactly: product) else { throw .overflow }
        return try Rational(isNegative: isNegative, numerator: numerator, denominator: 1)
      }
      let divisor = commonDivisor(withPowerOfTen: exponent.magnitude)
      guard
        let numerator = UInt64(exactly: significand / divisor), let denominator = UInt64(exactly: power / divisor)
      else { throw .overflow }
      return try Rational(isNegative: isNegative, numerator: numerator, denominator: denominator)
    } catch {
      throw .overflow
    }
  }

  /// 10^`count`, or nil beyond 128 bits.
  private func powerOfTen(_ count: UInt) -> UInt128? {
    guard count <= 38 else { return nil }
    var power: UInt128 = 1
    for _ in 0..<count { power *= 10 }
    return power
  }

  /// The greatest common divisor of the significand and 10^`count`: a power of two, or else of five.
  private func commonDivisor(withPowerOfTen count: UInt) -> UInt128 {
    let prime: UInt128 = significand % 2 == 0 ? 2 : 5
    var divisor: UInt128 = 1
    var rest = significand
    for _ in 0..<count {
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: prime)
      if remainder != 0 { break }
      rest = quotient
      divisor *= prime
    }
    return divisor
  }
}
