internal import CLanes

extension SlotKernels {
  /// How many bits of a block are set.
  static func count(_ words: UnsafePointer<UInt64>) -> Int {
    #if arch(x86_64)
    if casus_is_wide() { return Int(casus_count_wide(words)) }
    #endif
    return countByCarrying(words)
  }

  /// The same where no instruction counts bits: carries are saved over eight words, so that fewer have to be counted.
  static func countByCarrying(_ words: UnsafePointer<UInt64>) -> Int {
    var ones: UInt64 = 0
    var twos: UInt64 = 0
    var fours: UInt64 = 0
    var eightfold = 0
    for index in stride(from: 0, to: SlotProgram.blockWords, by: 8) {
      let (twosA, onesA) = sum(ones, words[index], words[index &+ 1])
      let (twosB, onesB) = sum(onesA, words[index &+ 2], words[index &+ 3])
      let (foursA, twosC) = sum(twos, twosA, twosB)
      let (twosD, onesC) = sum(onesB, words[index &+ 4], words[index &+ 5])
      let (twosE, onesD) = sum(onesC, words[index &+ 6], words[index &+ 7])
      let (foursB, twosF) = sum(twosC, twosD, twosE)
      let (eights, foursC) = sum(fours, foursA, foursB)
      (ones, twos, fours) = (onesD, twosF, foursC)
      eightfold &+= eights.nonzeroBitCount
    }
    return eightfold &* 8 &+ fours.nonzeroBitCount &* 4 &+ twos.nonzeroBitCount &* 2 &+ ones.nonzeroBitCount
  }

  @inline(__always)
  private static func sum(_ first: UInt64, _ second: UInt64, _ third: UInt64) -> (carry: UInt64, sum: UInt64) {
    let half = first ^ second
    return (first & second | half & third, half ^ third)
  }
}
