/// An exact fraction: the value of every `Int` and `Decimal`.
///
/// An `Int` is a fraction whose denominator is 1. The invariant, on which equality and hashing rest: the denominator
/// is positive, and numerator and denominator have no common factor.
package struct Rational: Hashable, Sendable {
  package let numerator: Int64
  package let denominator: Int64

  package init(_ integer: Int64) {
    numerator = integer
    denominator = 1
  }

  /// The fraction in lowest terms.
  package init(_ numerator: Int64, over denominator: Int64) throws(ArithmeticFault) {
    guard denominator != 0 else { throw .divisionByZero }
    let divisor = greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    try self.init(
      isNegative: (numerator < 0) != (denominator < 0),
      numerator: numerator.magnitude / divisor,
      denominator: denominator.magnitude / divisor)
  }

  /// The fraction of two magnitudes that have no common factor.
  init(isNegative: Bool, numerator: UInt64, denominator: UInt64) throws(ArithmeticFault) {
    let limit = isNegative ? Int64.min.magnitude : Int64.max.magnitude
    guard numerator <= limit, denominator <= Int64.max.magnitude else { throw .overflow }
    // The magnitude of the least integer has no positive twin, so the sign is applied by subtraction that cannot trap.
    let signed = Int64(bitPattern: numerator)
    self.init(reducedNumerator: isNegative ? 0 &- signed : signed, denominator: Int64(denominator))
  }

  /// - Precondition: the denominator is positive, and the two have no common factor.
  init(reducedNumerator: Int64, denominator: Int64) {
    assert(denominator > 0)
    assert(greatestCommonDivisor(reducedNumerator.magnitude, denominator.magnitude) == 1)
    numerator = reducedNumerator
    self.denominator = denominator
  }

  package static var zero: Rational { Rational(0) }

  package var isInteger: Bool { denominator == 1 }

  /// The value as an `Int` of the language, or nil where it has a fractional part.
  package var integer: Int64? { isInteger ? numerator : nil }
}

extension Rational: Comparable {
  /// Compares by products of double width, so it is exact for any two fractions.
  package static func < (left: Rational, right: Rational) -> Bool {
    if left.denominator == right.denominator { return left.numerator < right.numerator }
    return Int128(left.numerator) * Int128(right.denominator) < Int128(right.numerator) * Int128(left.denominator)
  }
}

/// The greatest number that divides both; that of 0 and 0 is 0.
///
/// Takes out factors of two by shifts, which is several times faster than dividing.
func greatestCommonDivisor(_ left: UInt64, _ right: UInt64) -> UInt64 {
  if left == 0 { return right }
  if right == 0 { return left }
  let commonTwos = min(left.trailingZeroBitCount, right.trailingZeroBitCount)
  var smaller = left >> UInt64(left.trailingZeroBitCount)
  var greater = right >> UInt64(right.trailingZeroBitCount)
  while smaller != greater {
    if smaller > greater { swap(&smaller, &greater) }
    greater -= smaller
    greater >>= UInt64(greater.trailingZeroBitCount)
  }
  return smaller << UInt64(commonTwos)
}
