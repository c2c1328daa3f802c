/// A small generator with a seed (a multiplicative congruence, its high bits), so that what is found is found again.
struct SeededSource: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0xD134_2543_DE82_EF95 &+ 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state = state &* 0xD134_2543_DE82_EF95 &+ 1
    let mixed = (state ^ (state >> 32)) &* 0x2545_F491_4F6C_DD1D
    return mixed ^ (mixed >> 29)
  }

  /// From 0 up to and without the bound.
  mutating func below(_ bound: Int) -> Int { bound <= 1 ? 0 : Int(next() % UInt64(bound)) }

  /// True so many times in a hundred.
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// One of a list; nil where it is empty.
  mutating func pick<Element>(_ list: [Element]) -> Element? { list.isEmpty ? nil : list[below(list.count)] }
}
