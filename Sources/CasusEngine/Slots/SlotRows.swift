/// The rows of a column as bare memory. Reading them counts no references, for which threads that share a table would wait
/// for each other.
enum SlotRows {
  case truths(UnsafeBufferPointer<Int8>)
  case planes(certain: UnsafePointer<UInt64>, possible: UnsafePointer<UInt64>)
  case bytes(UnsafeBufferPointer<Int8>, unknown: Int8)
  case halves(UnsafeBufferPointer<Int32>, unknown: Int32)
  case words(UnsafeBufferPointer<Int64>)
  case open

  /// The word of a row of a value.
  @inline(__always)
  func word(_ row: Int) -> Int64 {
    switch self {
    case .bytes(let rows, let unknown): rows[row] == unknown ? SlotWord.unknownValue : Int64(rows[row])
    case .halves(let rows, let unknown): rows[row] == unknown ? SlotWord.unknownValue : Int64(rows[row])
    case .words(let rows): rows[row]
    case .truths, .planes, .open: SlotWord.unknownValue
    }
  }
}

extension SlotTable {
  /// Columns behind so many are read as lists, since lending each takes room on the stack.
  static let lentColumns = 256

  /// Lends the rows of the first columns.
  func withRows(_ body: ([SlotRows]) -> Void) {
    planes.withUnsafeBufferPointer { lend([], $0.baseAddress, body) }
  }

  private func lend(_ lent: [SlotRows], _ planes: UnsafePointer<UInt64>?, _ body: ([SlotRows]) -> Void) {
    guard lent.count < min(columns.count, Self.lentColumns) else { return body(lent) }
    switch columns[lent.count] {
    case .truths(let rows): rows.withUnsafeBufferPointer { lend(lent + [.truths($0)], planes, body) }
    case .planes(let start):
      guard let planes else { return lend(lent + [.open], planes, body) }
      let certain = planes + start
      lend(lent + [.planes(certain: certain, possible: certain + planeStride)], planes, body)
    case .bytes(let rows, let unknown):
      rows.withUnsafeBufferPointer { lend(lent + [.bytes($0, unknown: unknown)], planes, body) }
    case .halves(let rows, let unknown):
      rows.withUnsafeBufferPointer { lend(lent + [.halves($0, unknown: unknown)], planes, body) }
    case .words(let rows): rows.withUnsafeBufferPointer { lend(lent + [.words($0)], planes, body) }
    case .open: lend(lent + [.open], planes, body)
    }
  }
}
