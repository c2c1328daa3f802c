import CasusEngine
import Testing

@Suite("Whole numbers without bound")
struct BigNaturalTests {
  @Test(arguments: [
    (0, "0"), (1, "1"), (999_999_999, "999999999"), (1_000_000_000, "1000000000"), (UInt64(UInt32.max), "4294967295"),
    (1 << 32, "4294967296"), (UInt64.max, "18446744073709551615"), (1_000_000_000_000_000_000, "1000000000000000000"),
  ])
  func wordsPrintAsTheyAre(value: UInt64, text: String) {
    #expect(BigNatural(value).description == text)
  }

  @Test func smallNumbersObeyTheLawsOfArithmetic() {
    let samples: [UInt64] = [0, 1, 2, 9, 1 << 16, 0xFFFF_FFFF, 1 << 32, (1 << 32) + 1, 1 << 61, (1 << 62) - 1]
    for a in samples {
      for b in samples {
        #expect(BigNatural(a) + BigNatural(b) == BigNatural(a + b))
        #expect((BigNatural(a) < BigNatural(b)) == (a < b))
        #expect((BigNatural(a) == BigNatural(b)) == (a == b))
      }
      #expect(BigNatural(a).isZero == (a == 0))
      #expect(BigNatural(a) * BigNatural(2) == BigNatural(a) + BigNatural(a))
      #expect(BigNatural(a) * BigNatural(0) == 0)
      #expect(BigNatural(a).shiftedLeft(by: 0) == BigNatural(a))
      #expect(BigNatural(a).shiftedLeft(by: -1) == BigNatural(a))
    }
  }

  @Test func shiftingIsDoublingAgainAndAgain() {
    var doubled = BigNatural(0x1234_5678_9ABC_DEF1)
    for count in 1...200 {
      doubled = doubled + doubled
      #expect(BigNatural(0x1234_5678_9ABC_DEF1).shiftedLeft(by: count) == doubled)
    }
  }

  /// 30! = 265252859812191058636308480000000, and carries run through whole numbers.
  @Test func largeNumbersAreExact() {
    let factorial = (UInt64(1)...30).map { BigNatural($0) }.reduce(1, *)
    #expect(factorial.description == "265252859812191058636308480000000")
    let almost = (0..<128).reduce(BigNatural(0)) { $0 + BigNatural(1).shiftedLeft(by: $1) }
    #expect(almost.description == "340282366920938463463374607431768211455")
    #expect((almost + 1).description == "340282366920938463463374607431768211456")
    #expect(1 + almost == BigNatural(1).shiftedLeft(by: 128))
    #expect(almost < almost + 1)
    #expect((BigNatural(.max) * BigNatural(UInt64(UInt32.max))).description == "79228162495817593515539431425")
  }

  /// Numbers just below, at and just above the 128 bits that a word of the machine holds.
  @Test func nothingChangesWhereWordsEnd() throws {
    let edge = BigNatural(1).shiftedLeft(by: 128)
    let below = edge - 1
    #expect(below.bitWidth == 128 && edge.bitWidth == 129 && BigNatural(0).bitWidth == 0)
    #expect(below < edge && !(edge < below) && below + 1 == edge && edge - below == 1 && below - edge == 0)
    #expect(BigNatural(1).shiftedLeft(by: 127) + BigNatural(1).shiftedLeft(by: 127) == edge)
    #expect(BigNatural(1).shiftedLeft(by: 64) * BigNatural(1).shiftedLeft(by: 64) == edge)
    #expect(BigNatural(1).shiftedLeft(by: 63) * BigNatural(1).shiftedLeft(by: 64) == BigNatural(1).shiftedLeft(by: 127))
    #expect(below * below + below + below + 1 == edge * edge)
    #expect((below - 1).description == "340282366920938463463374607431768211454")
    let (quotient, remainder) = try #require(edge.quotientAndRemainder(dividingBy: below))
    #expect(quotient == 1 && remainder == 1)
    #expect(BigNatural.greatestCommonDivisor(edge, 96) == 32)
    #expect(BigNatural.greatestCommonDivisor(0, 96) == 96 && BigNatural.greatestCommonDivisor(edge, 0) == edge)
    #expect(Set([edge, below + 1, below]).count == 2)
  }

  /// By the laws that bind the four operations, on numbers of every length.
  @Test func divisionUndoesMultiplication() throws {
    var random = SplitMix(seed: 7)
    for _ in 0..<300 {
      let (a, b) = (number(ofWords: 5), number(ofWords: 3))
      #expect(a * b == b * a)
      #expect((a + b) * b == a * b + b * b)
      #expect((a + b) - b == a)
      #expect(a - (a + b + 1) == 0)
      #expect(BigNatural(0).quotientAndRemainder(dividingBy: b + 1)?.quotient == 0)
      let (quotient, remainder) = try #require(a.quotientAndRemainder(dividingBy: b + 1))
      #expect(remainder < b + 1)
      #expect(quotient * (b + 1) + remainder == a)
      let divisor = BigNatural.greatestCommonDivisor(a, b)
      if !divisor.isZero {
        #expect(a.quotientAndRemainder(dividingBy: divisor)?.remainder == 0)
        #expect(b.quotientAndRemainder(dividingBy: divisor)?.remainder == 0)
      }
    }
    #expect(BigNatural(5).quotientAndRemainder(dividingBy: 0) == nil)

    func number(ofWords count: UInt64) -> BigNatural {
      (0..<random.next(upperBound: count)).reduce(BigNatural(0)) { sum, _ in
        sum.shiftedLeft(by: Int(random.next(upperBound: 70 as UInt64))) + BigNatural(random.next())
      }
    }
  }

  @Test(arguments: [
    (12, 18, "2/3", "0.667"), (1, 2, "1/2", "0.500"), (0, 5, "0", "0.000"), (7, 7, "1", "1.000"),
    (84, 2, "42", "42.000"),
    (1, 1999, "1/1999", "0.001"), (1, 2001, "1/2001", "0.000"), (9995, 10000, "1999/2000", "1.000"),
  ])
  func fractionsAreInLowestTermsAndRoundedHalfUp(above: UInt64, below: UInt64, text: String, decimal: String) throws {
    let fraction = try #require(BigFraction(BigNatural(above), over: BigNatural(below)))
    #expect(fraction.description == text)
    #expect(fraction.decimal(places: 3) == decimal)
    #expect(BigFraction(BigNatural(above), over: 0) == nil)
  }

  /// 1/2, 421/2145 and 1/30!, each less than the one before.
  @Test func fractionsCompare() throws {
    let factorial = (UInt64(1)...30).map { BigNatural($0) }.reduce(1, *)
    let (half, council) = (try #require(BigFraction(3, over: 6)), try #require(BigFraction(842, over: 4290)))
    let small = try #require(BigFraction(1, over: factorial))
    #expect(small < council && council < half && !(half < small))
    #expect(half.decimal(places: 0) == "1")
    #expect(council.decimal(places: 0) == "0")
    #expect(small.decimal(places: 35) == "0.00000000000000000000000000000000377")
  }
}
