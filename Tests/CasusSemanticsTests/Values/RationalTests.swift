import Testing

@testable import CasusSemantics

@Suite struct RationalTests {
  /// What a fraction of 128-bit numbers is in lowest terms, or nil where that does not fit: reckoned by Euclid's
  /// algorithm, unlike the code under test.
  private func reduced(_ numerator: Int128, _ denominator: Int128) -> Rational? {
    var (left, right) = (numerator.magnitude, denominator.magnitude)
    while right != 0 { (left, right) = (right, left % right) }
    let sign: Int128 = denominator < 0 ? -1 : 1
    guard
      let top = Int64(exactly: sign * numerator / Int128(left)),
      let bottom = Int64(exactly: sign * denominator / Int128(left))
    else { return nil }
    return Rational(reducedNumerator: top, denominator: bottom)
  }

  private func checkInvariant(_ value: Rational) {
    #expect(value.denominator > 0)
    #expect(greatestCommonDivisor(value.numerator.magnitude, value.denominator.magnitude) == 1)
    #expect(value.isInteger == (value.denominator == 1))
    #expect(value.integer == (value.denominator == 1 ? value.numerator : nil))
  }

  /// Checks every operation on the two against wide arithmetic.
  private func checkArithmetic(_ left: Rational, _ right: Rational) {
    let (a, b) = (Int128(left.numerator), Int128(left.denominator))
    let (c, d) = (Int128(right.numerator), Int128(right.denominator))
    let results = [
      (try? left.adding(right), reduced(a * d + c * b, b * d)),
      (try? left.subtracting(right), reduced(a * d - c * b, b * d)),
      (try? left.multiplied(by: right), reduced(a * c, b * d)),
      (try? left.divided(by: right), c == 0 ? nil : reduced(a * d, b * c)),
    ]
    for (found, expected) in results {
      #expect(found == expected, "\(left) and \(right)")
      if let found { checkInvariant(found) }
    }
    #expect((left < right) == (a * d < c * b))
    #expect((left == right) == (a * d == c * b))
    #expect((try? left.adding(right)) == (try? right.adding(left)))
  }

  @Test func arithmeticAgreesWithWideArithmetic() throws {
    var random = SplitMix(seed: 1)
    var fractions: [Rational] = []
    while fractions.count < 400 {
      if let fraction = try? Rational(random.integer(), over: random.integer()) { fractions.append(fraction) }
    }
    for (index, left) in fractions.enumerated() {
      checkInvariant(left)
      for right in fractions[index...].prefix(40) { checkArithmetic(left, right) }
    }
  }

  @Test func extremesDoNotWrap() throws {
    let least = Rational(.min)
    #expect(throws: ArithmeticFault.overflow) { try least.negated() }
    #expect(throws: ArithmeticFault.overflow) { try least.divided(by: Rational(-1)) }
    #expect(throws: ArithmeticFault.overflow) { try Rational(.max).adding(Rational(1)) }
    #expect(throws: ArithmeticFault.overflow) { try Rational(1).divided(by: least) }
    #expect(throws: ArithmeticFault.divisionByZero) { try Rational(1).divided(by: .zero) }
    #expect(throws: ArithmeticFault.divisionByZero) { try Rational(0, over: 0) }
    #expect(try least.divided(by: least) == Rational(1))
    #expect(try Rational(.min, over: .min) == Rational(1))
    #expect(try Rational(1, over: .max).multiplied(by: Rational(.max)) == Rational(1))
  }

  @Test func thirdsAddUpToOne() throws {
    let third = try Rational(1).divided(by: Rational(3))
    #expect(try third.multiplied(by: Rational(3)) == Rational(1))
    #expect(try third.adding(third).adding(third).integer == 1)
    let twoThirds = try third.adding(third)
    #expect(twoThirds > Rational(decimalText: "0.666") ?? .zero)
    #expect(twoThirds < Rational(decimalText: "0.667") ?? .zero)
  }

  @Test(arguments: [
    ("0", "0"), ("11_000", "11000"), ("0.667", "0.667"), ("9.0", "9"), ("007.50", "7.5"), ("1_0.2_5", "10.25"),
    ("9223372036854775807", "9223372036854775807"), ("0.00000000000000000000000000000000000000000000000000", "0"),
    ("1.0000000000000000000000000000000000000000000000000", "1"), ("0.000000000000000001", "0.000000000000000001"),
    ("922337203685477580.7", "922337203685477580.7"), ("0.5", "0.5"),
  ])
  func literalsAreExact(text: String, printed: String) throws {
    let value = try #require(Rational(decimalText: text))
    checkInvariant(value)
    #expect(value.description == printed)
    #expect(Rational(decimalText: printed) == value)
  }

  @Test(arguments: [
    "", "_", "1_", "_1", "1__0", "1.", ".5", "1._5", "1_.5", "1.5_", "1.2.3", "-1", "+1", "1e3", " 1", "1 ", "x", "٣",
  ])
  func whatIsNoLiteralIsRefused(text: String) {
    #expect(throws: NumberTextFault.malformed) { try Rational(literalText: text) }
    #expect(Rational(decimalText: text) == nil)
  }

  @Test(arguments: [
    "9223372036854775808", "0.00000000000000000001", "99999999999999999999999999999999999999999999", "1e19", "1e-19",
    "1e99999999999999999999999", "-9223372036854775809", "1234567890123456789.1",
  ])
  func whatDoesNotFitIsRefused(text: String) {
    #expect(throws: NumberTextFault.overflow) { try Rational(numberText: text) }
  }

  @Test(arguments: [
    ("-5", "-5"), ("1.5e3", "1500"), ("25E-2", "0.25"), ("1e+2", "100"), ("-0", "0"), ("0e999999999999", "0"),
    ("1000000000000000000000000000000e-30", "1"), ("-9223372036854775808", "-9223372036854775808"),
    ("1e18", "1000000000000000000"),
    ("-0.125", "-0.125"), ("5e-19", "0.0000000000000000005"),
  ])
  func numbersOfDataFilesAreExact(text: String, printed: String) throws {
    let value = try Rational(numberText: text)
    checkInvariant(value)
    #expect(value.description == printed)
  }

  @Test(arguments: ["1_0", "+1", "--1", "-", "1e", "1e+", "1.e5", "0x10", "NaN"])
  func whatIsNoNumberIsRefused(text: String) {
    #expect(throws: NumberTextFault.malformed) { try Rational(numberText: text) }
  }

  @Test func decimalsAreThoseThatEndWithinTwentyDigits() throws {
    #expect(try Rational(2, over: 3).description == "2/3")
    #expect(try Rational(-2, over: 3).description == "-2/3")
    #expect(try Rational(7, over: 8).description == "0.875")
    #expect(try Rational(-7, over: 2).description == "-3.5")
    #expect(try Rational(1, over: 1 << 20).description == "0.00000095367431640625")
    #expect(try Rational(1, over: 1 << 21).description == "1/2097152")
    #expect(try Rational(.min, over: 5).description == "-1844674407370955161.6")
    #expect(try Rational(1, over: 30).description == "1/30")
  }

  @Test func decimalsReadBack() throws {
    var random = SplitMix(seed: 2)
    for _ in 0..<5_000 {
      let digits = Int64(random.next() % 1_000_000_000_000)
      let power: Int64 = [1, 10, 100, 1_000, 1_000_000, 1_000_000_000].randomElement(using: &random) ?? 1
      let value = try Rational(random.next() % 2 == 0 ? digits : -digits, over: power)
      #expect(try Rational(numberText: value.description) == value)
    }
  }
}
