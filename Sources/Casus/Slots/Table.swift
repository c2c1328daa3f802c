internal import CasusEngine

/// A column of a ``Table``: what each row tells of one slot.
///
/// ```swift
/// var table = prepared.table(rowCount: 3)
/// try table.set("attacked(Alba)", .truths([1, 0, -1]))       // yes, no, unknown
/// ```
public enum Column: Sendable {
  /// Of a condition: 1 it holds, 0 it does not, a negative number nobody knows.
  case truths([Int8])
  /// Of a condition: two planes of bits, 64 rows a word, the first row lowest: where it certainly holds, and where it may.
  case lanes(certain: [UInt64], possible: [UInt64])
  /// Of a value: a number; a date's minutes since the beginning of 1970; a member's position in its type. One number stands
  /// for what is not known.
  case int8([Int8], unknown: Int8)
  /// The same, in 32 bits.
  case int32([Int32], unknown: Int32)
  /// The same, in 64 bits; the least number is what is not known.
  case int64([Int64])
  /// Of anything.
  case values([SlotValue])
  /// Nobody knows of any row.
  case unknown
}

/// Many cases of a ``PreparedQuery``, as columns.
///
/// ```swift
/// var table = prepared.table(rowCount: 3)
/// try table.set("attacked(Alba)", .truths([1, 0, -1]))
/// try table.set("troops(DPRK)", .int32([11_000, 0, .min], unknown: .min))
/// let answers = try prepared.answers(to: table)
/// answers.trueCount
/// ```
public struct Table: Sendable {
  /// How many cases there are; at most 2⁴⁰.
  public let rowCount: Int
  let layout: CaseLayout
  /// The table as the engine reads it.
  private(set) var core: SlotTable
  private let open: Case
  private var isSet: [Bool]

  init(_ open: Case, rowCount: Int) {
    self.open = open
    layout = open.layout
    self.rowCount = max(0, min(rowCount, Self.greatestRowCount))
    let slotCount = layout.core.slots.count
    core = SlotTable(rowCount: self.rowCount, slotCount: slotCount)
    isSet = Array(repeating: false, count: slotCount)
  }

  /// More than any machine holds, and little enough to count with.
  private static var greatestRowCount: Int { 1 << 40 }

  /// The name of a slot that has no column yet.
  var missingColumn: String? { isSet.firstIndex(of: false).map { layout.core.names[$0] } }

  /// Sets the column of a slot.
  ///
  /// - Throws: `invalidCase` where no slot has the name, where the column has another number of rows or does not fit the
  ///   kind of the slot, and for a value that the slot cannot have, with its row.
  public mutating func set(_ name: String, _ column: Column) throws(CasusError) {
    guard let slot = layout.core.names.firstIndex(of: name) else {
      throw CasusError(.invalidCase, "no slot is called `\(name)`")
    }
    guard column.fits(isCondition: layout.isCondition(slot), rowCount), try set(slot, column) else {
      throw CasusError(.invalidCase, "the column `\(name)` has not \(rowCount) rows, or does not fit its slot")
    }
    isSet[slot] = true
  }

  private mutating func set(_ slot: Int, _ column: Column) throws(CasusError) -> Bool {
    switch column {
    case .truths(let rows): return core.set(slot, .truths(rows))
    case .lanes(let certain, let possible): return core.set(slot, certain: certain, possible: possible)
    case .int8(let rows, let unknown):
      try check(rows, unknown, slot)
      return core.set(slot, .bytes(rows, unknown: unknown))
    case .int32(let rows, let unknown):
      try check(rows, unknown, slot)
      return core.set(slot, .halves(rows, unknown: unknown))
    case .int64(let rows):
      try check(rows, .min, slot)
      return core.set(slot, .words(rows))
    case .values(let values): return core.set(slot, try read(values, slot))
    case .unknown: return core.set(slot, .open)
    }
  }

  /// Whether all numbers of a column are among those that the slot can have.
  private func check<Number: FixedWidthInteger>(_ rows: [Number], _ unknown: Number, _ slot: Int) throws(CasusError) {
    if layout.core.admitsAllNumbers(slot) { return }
    if let range = layout.core.wordRange(of: slot) {
      let isSound = rows.allSatisfy { $0 == unknown || range.contains(Int64($0)) }
      if isSound { return }
    }
    for (row, number) in rows.enumerated() where number != unknown && !layout.core.admits(Int64(number), slot) {
      throw CasusError(
        .invalidCase, "row \(row): \(number) lies outside of what `\(layout.core.names[slot])` can be")
    }
  }

  private func read(_ values: [SlotValue], _ slot: Int) throws(CasusError) -> SlotColumn {
    var incident = open
    var words: [Int64] = []
    words.reserveCapacity(values.count)
    for (row, value) in values.enumerated() {
      do throws(CasusError) {
        try incident.set(slot, to: value)
      } catch {
        throw CasusError(.invalidCase, "row \(row): \(error.message)")
      }
      guard incident.core.irregularCount == 0 else {
        throw CasusError(.invalidCase, "row \(row): tables hold whole numbers; ask such a case by itself")
      }
      words.append(incident.core.words[slot])
    }
    if !layout.isCondition(slot) { return .words(words) }
    return .truths(words.map { $0 == SlotWord.true ? 1 : $0 == SlotWord.false ? 0 : -1 })
  }
}

extension Column {
  fileprivate func fits(isCondition: Bool, _ rowCount: Int) -> Bool {
    switch self {
    case .truths(let rows): isCondition && rows.count == rowCount
    case .lanes(let certain, let possible):
      isCondition && certain.count == (rowCount + 63) / 64 && possible.count == certain.count
    case .int8(let rows, _): !isCondition && rows.count == rowCount
    case .int32(let rows, _): !isCondition && rows.count == rowCount
    case .int64(let rows): !isCondition && rows.count == rowCount
    case .values(let values): values.count == rowCount
    case .unknown: true
    }
  }
}
