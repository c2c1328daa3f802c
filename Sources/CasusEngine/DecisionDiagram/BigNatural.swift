/// A whole number from zero up, without bound: so many cases can a treaty have.
///
/// Nearly all that are ever computed have at most 128 bits. Those stand in a word of the machine and need no memory of
/// their own.
package struct BigNatural: Hashable, Sendable {
  /// The number where it has no limbs; else zero.
  private(set) var word: UInt128
  /// The digits to base 2³² of a number of more than 128 bits, the lowest first; the highest is not zero.
  private(set) var limbs: [UInt32] = []

  package init(_ value: UInt64) { word = UInt128(value) }

  init(word: UInt128) { self.word = word }

  /// The number with these digits to base 2³², the lowest first.
  init(digits: [UInt32]) {
    var digits = digits
    while digits.last == 0 { digits.removeLast() }
    word = 0
    if digits.count > 4 {
      limbs = digits
    } else {
      for digit in digits.reversed() { word = word &<< 32 | UInt128(digit) }
    }
  }

  /// Whether it stands in a word.
  var isWord: Bool { limbs.isEmpty }

  /// The digits to base 2³², the lowest first; the highest is not zero, and zero has none.
  var digits: [UInt32] {
    guard isWord else { return limbs }
    var digits: [UInt32] = []
    var rest = word
    while rest != 0 {
      digits.append(UInt32(truncatingIfNeeded: rest))
      rest &>>= 32
    }
    return digits
  }

  package var isZero: Bool { isWord && word == 0 }

  package static func + (left: BigNatural, right: BigNatural) -> BigNatural {
    if left.isWord && right.isWord {
      let (sum, overflow) = left.word.addingReportingOverflow(right.word)
      if !overflow { return BigNatural(word: sum) }
    }
    let (first, second) = (left.digits, right.digits)
    var sum = first.count >= second.count ? first : second
    let shorter = first.count >= second.count ? second : first
    var carry: UInt64 = 0
    for index in sum.indices {
      if index >= shorter.count && carry == 0 { break }
      carry += UInt64(sum[index]) + (index < shorter.count ? UInt64(shorter[index]) : 0)
      sum[index] = UInt32(truncatingIfNeeded: carry)
      carry &>>= 32
    }
    if carry != 0 { sum.append(UInt32(truncatingIfNeeded: carry)) }
    return BigNatural(digits: sum)
  }

  /// The number times two to the power of `count`; itself for a count of zero or less.
  package func shiftedLeft(by count: Int) -> BigNatural {
    guard count > 0, !isZero else { return self }
    if isWord && count <= word.leadingZeroBitCount { return BigNatural(word: word &<< UInt128(count)) }
    let shift = UInt64(count % 32)
    var shifted = [UInt32](repeating: 0, count: count / 32)
    var carry: UInt64 = 0
    for digit in digits {
      carry |= UInt64(digit) &<< shift
      shifted.append(UInt32(truncatingIfNeeded: carry))
      carry &>>= 32
    }
    shifted.append(UInt32(truncatingIfNeeded: carry))
    return BigNatural(digits: shifted)
  }
}

extension BigNatural: Comparable {
  package static func < (left: BigNatural, right: BigNatural) -> Bool {
    if left.isWord && right.isWord { return left.word < right.word }
    if left.limbs.count != right.limbs.count { return left.limbs.count < right.limbs.count }
    for index in left.limbs.indices.reversed() where left.limbs[index] != right.limbs[index] {
      return left.limbs[index] < right.limbs[index]
    }
    return false
  }
}

extension BigNatural: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: UInt64) { self.init(value) }
}

extension BigNatural: CustomStringConvertible {
  /// The number in decimal digits.
  package var description: String {
    var rest = digits
    var text: [UInt8] = []
    repeat {
      // Nine digits at a time: a division of two words by one that every machine has.
      var group = Self.divide(&rest, by: 1_000_000_000)
      for _ in 0..<9 {
        text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: group % 10))
        group /= 10
      }
    } while !rest.isEmpty
    while text.count > 1, text.last == UInt8(ascii: "0") { text.removeLast() }
    return String(decoding: text.reversed(), as: UTF8.self)
  }

  /// Divides digits in place, and returns the remainder.
  private static func divide(_ digits: inout [UInt32], by divisor: UInt64) -> UInt64 {
    var remainder: UInt64 = 0
    for index in digits.indices.reversed() {
      let dividend = remainder &<< 32 | UInt64(digits[index])
      digits[index] = UInt32(truncatingIfNeeded: dividend / divisor)
      remainder = dividend % divisor
    }
    while digits.last == 0 { digits.removeLast() }
    return remainder
  }
}
