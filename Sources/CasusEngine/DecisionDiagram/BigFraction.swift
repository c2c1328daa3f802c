/// A fraction of two whole numbers without bound, in lowest terms: a share of power, or a probability.
package struct BigFraction: Hashable, Sendable {
  package let numerator: BigNatural
  package let denominator: BigNatural

  package static var zero: BigFraction { BigFraction() }

  private init() { (numerator, denominator) = (0, 1) }

  /// Nil where the denominator is zero.
  package init?(_ numerator: BigNatural, over denominator: BigNatural) {
    let divisor = BigNatural.greatestCommonDivisor(numerator, denominator)
    guard !denominator.isZero, let (above, _) = numerator.quotientAndRemainder(dividingBy: divisor),
      let (below, _) = denominator.quotientAndRemainder(dividingBy: divisor)
    else { return nil }
    self.numerator = above
    self.denominator = below
  }

  /// The fraction in decimal digits, rounded to so many places behind the point, halves upwards.
  package func decimal(places: Int) -> String {
    let scale = (0..<max(0, places)).reduce(BigNatural(1)) { power, _ in power * 10 }
    let doubled = numerator * scale * 2 + denominator
    guard let (rounded, _) = doubled.quotientAndRemainder(dividingBy: denominator * 2) else { return "0" }
    let digits = rounded.description
    guard places > 0 else { return digits }
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return padded.dropLast(places) + "." + padded.suffix(places)
  }
}

extension BigFraction: Comparable {
  package static func < (left: BigFraction, right: BigFraction) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }
}

extension BigFraction: CustomStringConvertible {
  /// `421/2145`; a whole number alone where it is one.
  package var description: String {
    denominator == 1 ? numerator.description : numerator.description + "/" + denominator.description
  }
}
