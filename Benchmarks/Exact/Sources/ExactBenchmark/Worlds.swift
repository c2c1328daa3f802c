/// The count by hand, where it can still be done so: all worlds of twenty facts, 64 in a word.
enum Worlds {
  static func count() -> Measured {
    Measured {
      let low: [UInt64] = (0..<6).map { fact in
        (0..<64).reduce(0) { word, world in word | UInt64(world >> fact & 1) << UInt64(world) }
      }
      var count = 0
      var facts = low + Array(repeating: 0, count: 14)
      for block in 0..<1 << 14 {
        for fact in 6..<20 { facts[fact] = block >> (fact - 6) & 1 == 1 ? .max : 0 }
        count += holding(facts).nonzeroBitCount
      }
      return "\(count)"
    }
  }

  /// Five conditions, two of them exceptions; three of five gates, counted by adders.
  private static func holding(_ facts: [UInt64]) -> UInt64 {
    var (ones, twos, fours): (UInt64, UInt64, UInt64) = (0, 0, 0)
    for party in 0..<5 {
      let gate = facts[5 + party] | facts[10 + party] & (facts[15 + party] | facts[15 + (party + 1) % 5])
      let carry = ones & gate
      ones ^= gate
      fours |= twos & carry
      twos ^= carry
    }
    return facts[0] & facts[1] & facts[2] & ~facts[3] & ~facts[4] & (fours | twos & ones)
  }
}
