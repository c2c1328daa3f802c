// Beyond a word of the machine written for numbers of some hundred digits, as factorials are: short and plain before fast.

extension BigNatural {
  package static func * (left: BigNatural, right: BigNatural) -> BigNatural {
    if left.isWord && right.isWord {
      // The product of numbers of m and n bits has at most m + n.
      if left.word.leadingZeroBitCount + right.word.leadingZeroBitCount >= 128 {
        return BigNatural(word: left.word &* right.word)
      }
    }
    let (first, second) = (left.digits, right.digits)
    var product = [UInt32](repeating: 0, count: first.count + second.count)
    for (position, digit) in first.enumerated() where digit != 0 {
      var carry: UInt64 = 0
      for (index, factor) in second.enumerated() {
        // At most (2³² - 1)² + 2 × (2³² - 1), which is less than 2⁶⁴.
        carry += UInt64(digit) * UInt64(factor) + UInt64(product[position + index])
        product[position + index] = UInt32(truncatingIfNeeded: carry)
        carry &>>= 32
      }
      product[position + second.count] = UInt32(truncatingIfNeeded: carry)
    }
    return BigNatural(digits: product)
  }

  /// The difference; zero where the second is the greater.
  package static func - (left: BigNatural, right: BigNatural) -> BigNatural {
    guard right < left else { return 0 }
    if left.isWord { return BigNatural(word: left.word &- right.word) }
    var difference = left.limbs
    let taken = right.digits
    var borrow: Int64 = 0
    for index in difference.indices {
      if index >= taken.count && borrow == 0 { break }
      let rest = Int64(difference[index]) - borrow - (index < taken.count ? Int64(taken[index]) : 0)
      difference[index] = UInt32(truncatingIfNeeded: rest)
      borrow = rest < 0 ? 1 : 0
    }
    return BigNatural(digits: difference)
  }

  /// The number of bits up to the highest that is set; none for zero.
  package var bitWidth: Int {
    guard let highest = limbs.last else { return 128 - word.leadingZeroBitCount }
    return 32 * limbs.count - highest.leadingZeroBitCount
  }

  /// How often a number goes into this one, and what is left; nil for a divisor of zero.
  package func quotientAndRemainder(dividingBy divisor: BigNatural) -> (quotient: BigNatural, remainder: BigNatural)? {
    guard !divisor.isZero else { return nil }
    if isWord && divisor.isWord {
      let (quotient, remainder) = word.quotientAndRemainder(dividingBy: divisor.word)
      return (BigNatural(word: quotient), BigNatural(word: remainder))
    }
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
    while !(divisor.isWord && rest.isWord) {
      guard let (_, remainder) = divisor.quotientAndRemainder(dividingBy: rest) else { return divisor }
      (divisor, rest) = (rest, remainder)
    }
    return BigNatural(word: greatestCommonDivisor(divisor.word, rest.word))
  }

  /// The same by halving: what is odd in both is left when the lesser odd part has been taken off often enough.
  private static func greatestCommonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    if left == 0 || right == 0 { return left | right }
    let twos = (left | right).trailingZeroBitCount
    var odd = left &>> UInt128(left.trailingZeroBitCount)
    var rest = right
    while rest != 0 {
      rest &>>= UInt128(rest.trailingZeroBitCount)
      if rest < odd { swap(&odd, &rest) }
      rest &-= odd
    }
    return odd &<< UInt128(twos)
  }
}
