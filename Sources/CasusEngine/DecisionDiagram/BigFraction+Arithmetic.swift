extension BigFraction {
  package static var one: BigFraction { BigFraction(1, over: 1) ?? .zero }

  package static func + (left: BigFraction, right: BigFraction) -> BigFraction {
    if left.numerator.isZero { return right }
    if right.numerator.isZero { return left }
    let sum = left.numerator * right.denominator + right.numerator * left.denominator
    return BigFraction(sum, over: left.denominator * right.denominator) ?? .zero
  }

  package static func * (left: BigFraction, right: BigFraction) -> BigFraction {
    if left.numerator.isZero || right.numerator.isZero { return .zero }
    if left == .one { return right }
    if right == .one { return left }
    return BigFraction(left.numerator * right.numerator, over: left.denominator * right.denominator) ?? .zero
  }

  /// How far two are apart: fractions have no sign.
  package func distance(to other: BigFraction) -> BigFraction {
    let (own, others) = (numerator * other.denominator, other.numerator * denominator)
    return BigFraction(own < others ? others - own : own - others, over: denominator * other.denominator) ?? .zero
  }

  /// One divided by the other; nil where that is zero.
  package func divided(by other: BigFraction) -> BigFraction? {
    BigFraction(numerator * other.denominator, over: denominator * other.numerator)
  }
}
