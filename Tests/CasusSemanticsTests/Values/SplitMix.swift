/// A small generator with a seed, so that random tests fail the same way on every run.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number of any size up to 64 bits: small ones, great ones and the extremes all come up often.
  mutating func integer() -> Int64 {
    switch next() % 8 {
    case 0: [0, 1, -1, .max, .min, .max - 1, .min + 1].randomElement(using: &self) ?? 0
    default: Int64(truncatingIfNeeded: next()) >> Int64(next() % 64)
    }
  }
}
