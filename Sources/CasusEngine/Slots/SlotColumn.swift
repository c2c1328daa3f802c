/// What a table tells of one slot: an element a row.
package enum SlotColumn: Sendable {
  /// Of a condition: one true, zero false, a negative number unknown.
  case truths([Int8])
  /// Of a condition: two planes of bits in ``SlotTable/planes``, which begin at this word.
  case planes(start: Int)
  /// Of a value; one number stands for what is unknown.
  case bytes([Int8], unknown: Int8)
  case halves([Int32], unknown: Int32)
  case words([Int64])
  /// Unknown in every row.
  case open
}

/// A table for a prepared question: a column for every slot.
package struct SlotTable: Sendable {
  package let rowCount: Int
  package private(set) var columns: [SlotColumn]
  /// Planes of all columns that have them, in one stretch. A plane takes whole blocks, so that none is read past its end.
  package private(set) var planes: [UInt64] = []
  /// Rows that no column can hold: those with fractions and other values that only the engine compares.
  package var irregular: [Int: SlotCase] = [:]

  /// Nothing is known of any row.
  package init(rowCount: Int, slotCount: Int) {
    self.rowCount = rowCount
    columns = Array(repeating: .open, count: slotCount)
  }

  package var wordCount: Int { (rowCount + 63) / 64 }
  package var blockCount: Int { (rowCount + SlotProgram.blockRows - 1) / SlotProgram.blockRows }
  /// Words from the beginning of a plane to that of the next.
  var planeStride: Int { blockCount * SlotProgram.blockWords }

  /// Sets the column of a slot; false where it has not as many rows as the table.
  package mutating func set(_ slot: Int, _ column: SlotColumn) -> Bool {
    let count =
      switch column {
      case .truths(let rows), .bytes(let rows, _): rows.count
      case .halves(let rows, _): rows.count
      case .words(let rows): rows.count
      case .planes, .open: rowCount
      }
    columns[slot] = column
    return count == rowCount
  }

  /// Sets the column of a slot as bits, 64 rows a word, the first row lowest; false where their number is wrong.
  package mutating func set(_ slot: Int, certain: [UInt64], possible: [UInt64]) -> Bool {
    guard certain.count == wordCount, possible.count == wordCount else { return false }
    columns[slot] = .planes(start: planes.count)
    let padding = [UInt64](repeating: 0, count: planeStride - wordCount)
    planes += certain
    planes += padding
    // Nothing is certain that is not possible.
    planes += zip(certain, possible).map { $0 | $1 }
    planes += padding
    return true
  }

  /// The word of a row in the column of a slot.
  @inline(__always)
  func word(_ slot: Int, _ row: Int) -> Int64 {
    switch columns[slot] {
    case .truths(let rows): rows[row] < 0 ? SlotWord.unknownTruth : rows[row] == 0 ? SlotWord.false : SlotWord.true
    case .planes(let start): truth(start + row / 64, UInt64(row % 64))
    case .bytes(let rows, let unknown): rows[row] == unknown ? SlotWord.unknownValue : Int64(rows[row])
    case .halves(let rows, let unknown): rows[row] == unknown ? SlotWord.unknownValue : Int64(rows[row])
    case .words(let rows): rows[row]
    case .open: SlotWord.unknownValue
    }
  }

  private func truth(_ word: Int, _ bit: UInt64) -> Int64 {
    let certain = planes[word] >> bit & 1
    return Int64(certain << 1 | planes[word + planeStride] >> bit & 1)
  }
}

/// The answers of some rows: two planes of bits, and how many are what.
package struct SlotPlanes: Sendable, Equatable {
  package var certain: [UInt64] = []
  package var possible: [UInt64] = []
  package var trueCount = 0
  package var falseCount = 0
  package var unknownCount = 0
  /// Rows that one view finds true, and another false; their bits are those of what is unknown.
  package var contested: [Int] = []
  /// Rows whose answer a budget left unproved.
  package var unproved: [Int] = []

  package init() {}

  package mutating func append(_ other: SlotPlanes) {
    certain += other.certain
    possible += other.possible
    trueCount += other.trueCount
    falseCount += other.falseCount
    unknownCount += other.unknownCount
    contested += other.contested
    unproved += other.unproved
  }
}

extension SlotPlanes {
  /// The answer of a row.
  package func answer(ofRow row: Int) -> SlotAnswer {
    let bit = UInt64(row % 64)
    let isCertain = certain[row / 64] >> bit & 1 == 1
    let isPossible = possible[row / 64] >> bit & 1 == 1
    let isProved = !Self.holds(unproved, row)
    if Self.holds(contested, row) { return SlotAnswer(.contested, isProved: isProved) }
    return SlotAnswer(isCertain ? .true : isPossible ? .unknown : .false, isProved: isProved)
  }

  /// Whether a row is in a list of rows, which ascend.
  private static func holds(_ rows: [Int], _ row: Int) -> Bool {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] == row { return true }
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return false
  }
}
