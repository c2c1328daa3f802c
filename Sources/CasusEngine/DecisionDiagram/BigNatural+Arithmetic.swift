// Written for numbers of some hundred digits, as factorials are: short and plain before fast.

extension BigNatural {
  package static func * (left: BigNatural, right: BigNatural) -> BigNatural {
    let (longer, shorter) = left.limbs.count >= right.limbs.count ? (left, right) : (right, left)
    var product = BigNatural(0)
    for (position, limb) in shorter.limbs.enumerated() where limb != 0 {
      product = product + longer.multiplied(byLimb: limb).shiftedLeft(by: 32 * position)
    }
    return product
  }

  private func multiplied(byLimb factor: UInt32) -> BigNatural {
    var product = self
    var carry: UInt64 = 0
    for index in limbs.indices {
      // At most (2³² - 1)² + 2³² - 1, which is less than 2⁶⁴.
      carry += UInt64(limbs[index]) * UInt64(factor)
      product.limbs[index] = UInt32(truncatingIfNeeded: carry)
      carry &>>= 32
    }
    product.limbs.append(UInt32(truncatingIfNeeded: carry))
    product.dropLeadingZeros()
    return product
  }

  /// The difference; zero where the second is the greater.
  package static func - (left: BigNatural, right: BigNatural) -> BigNatural {
    guard right < left else { return 0 }
    var difference = left
    var borrow: Int64 = 0
    for index in left.limbs.indices {
      if index >= right.limbs.count && borrow == 0 { break }
      let taken = borrow + (index < right.limbs.count ? Int64(right.limbs[index]) : 0)
      let rest = Int64(left.limbs[index]) - taken
      difference.limbs[index] = UInt32(truncatingIfNeeded: rest)
      borrow = rest < 0 ? 1 : 0
    }
    difference.dropLeadingZeros()
    return difference
  }

  /// The number of bits up to the highest that is set; none for zero.
  package var bitWidth: Int {
    guard let highest = limbs.last else { return 0 }
    return 32 * limbs.count - highest.leadingZeroBitCount
  }

  /// How often a number goes into this one, and what is left; nil for a divisor of zero.
  package func quotientAndRemainder(dividingBy divisor: BigNatural) -> (quotient: BigNatural, remainder: BigNatural)? {
    guard !divisor.isZero else { return nil }
    var (quotient, remainder) = (BigNatural(0), self)
    // The divisor is taken off at each place where it fits, the highest first.
    while !(remainder < divisor) {
      var place = remainder.bitWidth - divisor.bitWidth
      var multiple = divisor.shiftedLeft(by: place)
      if remainder < multiple {
        place -= 1
        multiple = divisor.shiftedLeft(by: place)
      }
      remainder = remainder - multiple
      quotient = quotient + BigNatural(1).shiftedLeft(by: place)
    }
    return (quotient, remainder)
  }

  /// The greatest number that divides both; the other one if one of them is zero.
  package static func greatestCommonDivisor(_ left: BigNatural, _ right: BigNatural) -> BigNatural {
    var (divisor, rest) = (left, right)
    while let (_, remainder) = divisor.quotientAndRemainder(dividingBy: rest) { (divisor, rest) = (rest, remainder) }
    return divisor
  }
}
