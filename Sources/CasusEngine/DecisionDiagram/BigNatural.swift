/// A whole number from zero up, without bound: so many cases can a treaty have.
package struct BigNatural: Hashable, Sendable {
  /// The digits to base 2³², the lowest first; the highest is not zero, and zero has none.
  var limbs: [UInt32]

  package init(_ value: UInt64) {
    limbs = [UInt32(truncatingIfNeeded: value), UInt32(truncatingIfNeeded: value &>> 32)]
    dropLeadingZeros()
  }

  package var isZero: Bool { limbs.isEmpty }

  package static func + (left: BigNatural, right: BigNatural) -> BigNatural {
    let (longer, shorter) =
      left.limbs.count >= right.limbs.count ? (left.limbs, right.limbs) : (right.limbs, left.limbs)
    var sum = left
    sum.limbs = longer
    var carry: UInt64 = 0
    for index in longer.indices {
      if index >= shorter.count && carry == 0 { break }
      carry += UInt64(longer[index]) + (index < shorter.count ? UInt64(shorter[index]) : 0)
      sum.limbs[index] = UInt32(truncatingIfNeeded: carry)
      carry &>>= 32
    }
    if carry != 0 { sum.limbs.append(UInt32(truncatingIfNeeded: carry)) }
    return sum
  }

  /// The number times two to the power of `count`; itself for a count of zero or less.
  package func shiftedLeft(by count: Int) -> BigNatural {
    guard count > 0, !isZero else { return self }
    let shift = UInt64(count % 32)
    var shifted = self
    shifted.limbs = Array(repeating: 0, count: count / 32)
    shifted.limbs.reserveCapacity(count / 32 + limbs.count + 1)
    var carry: UInt64 = 0
    for limb in limbs {
      carry |= UInt64(limb) &<< shift
      shifted.limbs.append(UInt32(truncatingIfNeeded: carry))
      carry &>>= 32
    }
    shifted.limbs.append(UInt32(truncatingIfNeeded: carry))
    shifted.dropLeadingZeros()
    return shifted
  }

  mutating func dropLeadingZeros() {
    while limbs.last == 0 { limbs.removeLast() }
  }
}

extension BigNatural: Comparable {
  package static func < (left: BigNatural, right: BigNatural) -> Bool {
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
    var rest = self
    var digits: [UInt8] = []
    repeat {
      // Nine digits at a time: a division of two words by one that every machine has.
      var group = rest.divide(by: 1_000_000_000)
      for _ in 0..<9 {
        digits.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: group % 10))
        group /= 10
      }
    } while !rest.isZero
    while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return String(decoding: digits.reversed(), as: UTF8.self)
  }

  /// Divides the number in place, and returns the remainder.
  private mutating func divide(by divisor: UInt64) -> UInt64 {
    var remainder: UInt64 = 0
    for index in limbs.indices.reversed() {
      let dividend = remainder &<< 32 | UInt64(limbs[index])
      limbs[index] = UInt32(truncatingIfNeeded: dividend / divisor)
      remainder = dividend % divisor
    }
    dropLeadingZeros()
    return remainder
  }
}
