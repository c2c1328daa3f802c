/// Exact arithmetic. Each operation faults exactly when its result, in lowest terms, does not fit: intermediate results
/// are wide enough never to overflow themselves.
extension Rational {
  package func adding(_ other: Rational) throws(ArithmeticFault) -> Rational {
    if isInteger && other.isInteger {
      let (sum, overflow) = numerator.addingReportingOverflow(other.numerator)
      if overflow { throw .overflow }
      return Rational(sum)
    }
    return try combined(with: other) { $0 + $1 }
  }

  package func subtracting(_ other: Rational) throws(ArithmeticFault) -> Rational {
    if isInteger && other.isInteger {
      let (difference, overflow) = numerator.subtractingReportingOverflow(other.numerator)
      if overflow { throw .overflow }
      return Rational(difference)
    }
    return try combined(with: other) { $0 - $1 }
  }

  package func multiplied(by other: Rational) throws(ArithmeticFault) -> Rational {
    try product(
      isNegative: (numerator < 0) != (other.numerator < 0),
      (numerator.magnitude, denominator.magnitude), (other.numerator.magnitude, other.denominator.magnitude))
  }

  package func divided(by other: Rational) throws(ArithmeticFault) -> Rational {
    if other.numerator == 0 { throw .divisionByZero }
    return try product(
      isNegative: (numerator < 0) != (other.numerator < 0),
      (numerator.magnitude, denominator.magnitude), (other.denominator.magnitude, other.numerator.magnitude))
  }

  package func negated() throws(ArithmeticFault) -> Rational {
    try Rational.zero.subtracting(self)
  }

  /// The sum or difference over the least common denominator.
  ///
  /// Both products are below 2^126, so their sum fits in 128 bits. What the numerator can still share with the common
  /// denominator divides the greatest common divisor of the two denominators, so one small reduction suffices.
  private func combined(
    with other: Rational, _ operation: (Int128, Int128) -> Int128
  ) throws(ArithmeticFault) -> Rational {
    let shared = greatestCommonDivisor(denominator.magnitude, other.denominator.magnitude)
    let factor = Int128(other.denominator) / Int128(shared)
    let otherFactor = Int128(denominator) / Int128(shared)
    let unreduced = operation(Int128(numerator) * factor, Int128(other.numerator) * otherFactor)
    let remainder = UInt64(truncatingIfNeeded: unreduced.magnitude % UInt128(shared))
    let divisor = Int128(greatestCommonDivisor(remainder, shared))
    guard
      let reducedNumerator = Int64(exactly: unreduced / divisor),
      let reducedDenominator = Int64(exactly: otherFactor * (Int128(other.denominator) / divisor))
    else { throw .overflow }
    return Rational(reducedNumerator: reducedNumerator, denominator: reducedDenominator)
  }

  /// The product of two fractions of magnitudes, reduced crosswise beforehand so that it comes out in lowest terms.
  private func product(
    isNegative: Bool, _ left: (numerator: UInt64, denominator: UInt64),
    _ right: (numerator: UInt64, denominator: UInt64)
  ) throws(ArithmeticFault) -> Rational {
    if left.numerator == 0 || right.numerator == 0 { return .zero }
    let first = greatestCommonDivisor(left.numerator, right.denominator)
    let second = greatestCommonDivisor(right.numerator, left.denominator)
    let numerator = (left.numerator / first).multipliedReportingOverflow(by: right.numerator / second)
    let denominator = (left.denominator / second).multipliedReportingOverflow(by: right.denominator / first)
    if numerator.overflow || denominator.overflow { throw .overflow }
    return try Rational(
      isNegative: isNegative, numerator: numerator.partialValue, denominator: denominator.partialValue)
  }
}
