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
      #expect(BigNatural(a) * 2 == BigNatural(a) + BigNatural(a))
      #expect(BigNatural(a) * 0 == 0)
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
    let factorial = (1...30).reduce(BigNatural(1)) { $0 * UInt32($1) }
    #expect(factorial.description == "265252859812191058636308480000000")
    let almost = (0..<128).reduce(BigNatural(0)) { $0 + BigNatural(1).shiftedLeft(by: $1) }
    #expect(almost.description == "340282366920938463463374607431768211455")
    #expect((almost + 1).description == "340282366920938463463374607431768211456")
    #expect(1 + almost == BigNatural(1).shiftedLeft(by: 128))
    #expect(almost < almost + 1)
    #expect((BigNatural(.max) * .max).description == "79228162495817593515539431425")
  }
}
