/// Loops over the rows of one block, written so that compilers make vectors of them: without branches, and with
/// arithmetic that wraps where it cannot overflow.
enum SlotKernels {
  typealias Words = UnsafeMutablePointer<UInt64>

  /// Room for two bytes a row of one word, and then some.
  static let scratchWords = 32

  /// Bits of eight bytes that are zero or one, the first lowest.
  @inline(__always)
  private static func packed(_ bytes: UInt64) -> UInt64 { (bytes &* 0x0102_0408_1020_4080) &>> 56 }

  /// The bits of 64 bytes that are zero or one.
  @inline(__always)
  private static func pack(_ bytes: UnsafeRawPointer) -> UInt64 {
    var word: UInt64 = 0
    for part in 0..<8 {
      let eight = bytes.loadUnaligned(fromByteOffset: part &* 8, as: UInt64.self).littleEndian
      word |= packed(eight) &<< UInt64(part &* 8)
    }
    return word
  }

  /// Truths of a block as planes: one true, zero false, negative unknown.
  ///
  /// - Parameter first: the first row of the block.
  static func packTruths(_ rows: UnsafeBufferPointer<Int8>, _ first: Int, _ certain: Words, _ possible: Words) {
    guard let base = rows.baseAddress else { return }
    for word in 0..<SlotProgram.blockWords {
      let start = first &+ word &* 64
      if start &+ 64 <= rows.count {
        packTruths(UnsafeRawPointer(base + start), &certain[word], &possible[word])
      } else {
        packLast(rows, start, &certain[word], &possible[word])
      }
    }
  }

  @inline(__always)
  private static func packTruths(_ bytes: UnsafeRawPointer, _ certain: inout UInt64, _ possible: inout UInt64) {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var known: UInt64 = 0
    var able: UInt64 = 0
    for part in 0..<8 {
      let eight = bytes.loadUnaligned(fromByteOffset: part &* 8, as: UInt64.self).littleEndian
      let negative = eight &>> 7 & ones
      known |= packed(eight & ones & ~negative) &<< UInt64(part &* 8)
      able |= packed((eight | negative) & ones) &<< UInt64(part &* 8)
    }
    certain = known
    possible = able
  }

  /// The last rows of a table, fewer than a word has bits.
  private static func packLast(
    _ rows: UnsafeBufferPointer<Int8>, _ start: Int, _ certain: inout UInt64, _ possible: inout UInt64
  ) {
    certain = 0
    possible = 0
    for row in start..<max(start, rows.count) {
      let bit: UInt64 = 1 << UInt64(row - start)
      if rows[row] != 0 { possible |= bit }
      if rows[row] > 0 { certain |= bit }
    }
  }

  @inline(__always)
  static func planes(_ inside: UInt64, open: UInt64, _ isInside: Bool) -> (certain: UInt64, possible: UInt64) {
    let holds = isInside ? inside : ~inside
    return (holds & ~open, holds | open)
  }

  // MARK: Tests

  /// Runs a test over a block, where there is a loop for its columns and the block is full; else returns false.
  static func run(
    _ test: SlotTest, _ table: SlotTable, _ firstWord: Int, _ target: Words, _ scratch: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    let first = firstWord * 64
    guard first + SlotProgram.blockRows <= table.rowCount, Int(test.left) < table.columns.count else { return false }
    if test.readsTwo {
      guard Int(test.right) < table.columns.count, case .halves(let left, let unknown) = table.columns[Int(test.left)],
        case .halves(let right, let otherUnknown) = table.columns[Int(test.right)]
      else { return false }
      return left.withUnsafeBufferPointer { left in
        right.withUnsafeBufferPointer { right in
          guard let left = left.baseAddress, let right = right.baseAddress else { return false }
          return difference(test, (left + first, unknown), (right + first, otherUnknown), target, scratch)
        }
      }
    }
    switch table.columns[Int(test.left)] {
    case .bytes(let rows, let unknown): return value(test, rows, first, unknown, target, scratch)
    case .halves(let rows, let unknown): return value(test, rows, first, unknown, target, scratch)
    default: return false
    }
  }

  /// A test of one value.
  private static func value<Number: FixedWidthInteger & SignedInteger>(
    _ test: SlotTest, _ rows: [Number], _ first: Int, _ unknown: Number, _ target: Words,
    _ scratch: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    let low = Number(clamping: test.low)
    let high = Number(clamping: test.high)
    // What lies outside of all numbers of this size would be clamped to one of them.
    guard Int64(low) >= test.low, Int64(high) <= test.high, low <= high else { return false }
    return rows.withUnsafeBufferPointer { rows in
      guard let base = rows.baseAddress else { return false }
      for word in 0..<SlotProgram.blockWords {
        let start = base + first + word &* 64
        for row in 0..<64 {
          let number = start[row]
          scratch[row] = (low <= number ? 1 : 0) & (number <= high ? 1 : 0)
          scratch[row &+ 64] = number == unknown ? 1 : 0
        }
        store(test, word, target, scratch)
      }
      return true
    }
  }

  /// A test of a difference of numbers of 32 bits, which no sum of 64 bits can fail to hold.
  private static func difference(
    _ test: SlotTest, _ left: (rows: UnsafePointer<Int32>, unknown: Int32),
    _ right: (rows: UnsafePointer<Int32>, unknown: Int32), _ target: Words, _ scratch: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    let (low, high) = (test.low, test.high)
    for word in 0..<SlotProgram.blockWords {
      let (first, second) = (left.rows + word &* 64, right.rows + word &* 64)
      for row in 0..<64 {
        let (one, other) = (first[row], second[row])
        let difference = Int64(one) &- Int64(other)
        scratch[row] = (low <= difference ? 1 : 0) & (difference <= high ? 1 : 0)
        scratch[row &+ 64] = (one == left.unknown ? 1 : 0) | (other == right.unknown ? 1 : 0)
      }
      store(test, word, target, scratch)
    }
    return true
  }

  @inline(__always)
  private static func store(
    _ test: SlotTest, _ word: Int, _ target: Words, _ scratch: UnsafeMutablePointer<UInt8>
  ) {
    let found = planes(pack(scratch), open: pack(scratch + 64), test.isInside)
    target[word] = found.certain
    target[SlotProgram.blockWords &+ word] = found.possible
  }
}
