internal import CLanes

/// Loops over the rows of one block. Columns for which there is none are read row by row.
enum SlotKernels {
  typealias Words = UnsafeMutablePointer<UInt64>

  /// Truths of a block as planes: one true, zero false, negative unknown.
  ///
  /// - Parameter first: the first row of the block.
  static func packTruths(_ rows: UnsafeBufferPointer<Int8>, _ first: Int, _ certain: Words, _ possible: Words) {
    guard let base = rows.baseAddress else { return }
    for word in 0..<SlotProgram.blockWords {
      let start = first &+ word &* 64
      if start &+ 64 <= rows.count {
        certain[word] = casus_bytes_above(base + start, 0)
        possible[word] = ~casus_bytes_equal(base + start, 0)
      } else {
        packLast(rows, start, &certain[word], &possible[word])
      }
    }
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

  // MARK: Gates

  /// Runs a gate over a block.
  ///
  /// - Parameters:
  ///   - planes: of every register, certain and possible.
  ///   - operands: the gate's own.
  static func run(
    _ gate: SlotGate, _ planes: UnsafePointer<UnsafePointer<UInt64>?>, _ operands: UnsafePointer<Int32>, _ target: Words
  ) {
    casus_conjunction(planes, operands, gate.required, gate.excluded, target)
  }

  /// The opposite of a block's result: what was not possible is certain.
  static func turn(_ result: Words) {
    for word in 0..<SlotProgram.blockWords {
      let certain = ~result[SlotProgram.blockWords &+ word]
      result[SlotProgram.blockWords &+ word] = ~result[word]
      result[word] = certain
    }
  }

  // MARK: Tests

  @inline(__always)
  static func planes(_ inside: UInt64, open: UInt64, _ isInside: Bool) -> (certain: UInt64, possible: UInt64) {
    let holds = isInside ? inside : ~inside
    return (holds & ~open, holds | open)
  }

  /// Runs a test over a block, where there is a loop for its columns and the block is full; else returns false.
  ///
  /// - Parameter first: the first row of the block.
  static func run(
    _ test: SlotTest, _ rows: UnsafeBufferPointer<SlotRows>, _ first: Int, rowCount: Int, _ target: Words
  ) -> Bool {
    guard first + SlotProgram.blockRows <= rowCount, Int(test.left) < rows.count else { return false }
    if test.readsTwo { return difference(test, rows, first, target) }
    switch rows[Int(test.left)] {
    case .bytes(let rows, let unknown): return bytes(test, rows, first, unknown, target)
    default: return false
    }
  }

  /// A test of one value in bytes.
  private static func bytes(
    _ test: SlotTest, _ rows: UnsafeBufferPointer<Int8>, _ first: Int, _ unknown: Int8, _ target: Words
  ) -> Bool {
    // The bytes next to the ends have to be bytes as well.
    guard test.low > Int8.min, test.high <= Int8.max, test.low <= test.high, let base = rows.baseAddress else {
      return false
    }
    let (below, high) = (Int8(clamping: test.low - 1), Int8(clamping: test.high))
    for word in 0..<SlotProgram.blockWords {
      let start = base + first + word &* 64
      let inside = casus_bytes_above(start, below) & ~casus_bytes_above(start, high)
      store(planes(inside, open: casus_bytes_equal(start, unknown), test.isInside), word, target)
    }
    return true
  }

  /// A test of a difference of numbers of 32 bits.
  private static func difference(_ test: SlotTest, _ rows: UnsafeBufferPointer<SlotRows>, _ first: Int, _ target: Words)
    -> Bool
  {
    guard Int(test.right) < rows.count, let low = Int32(exactly: test.low), let high = Int32(exactly: test.high),
      case .halves(let left, let unknown) = rows[Int(test.left)],
      case .halves(let right, let otherUnknown) = rows[Int(test.right)],
      let left = left.baseAddress, let right = right.baseAddress
    else { return false }
    for word in 0..<SlotProgram.blockWords {
      var inside: UInt64 = 0
      var open: UInt64 = 0
      let start = first &+ word &* 64
      casus_differences_between(left + start, unknown, right + start, otherUnknown, low, high, &inside, &open)
      store(planes(inside, open: open, test.isInside), word, target)
    }
    return true
  }

  @inline(__always)
  private static func store(_ found: (certain: UInt64, possible: UInt64), _ word: Int, _ target: Words) {
    target[word] = found.certain
    target[SlotProgram.blockWords &+ word] = found.possible
  }
}
