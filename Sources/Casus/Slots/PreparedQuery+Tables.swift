internal import CasusEngine

/// The answers to a ``Table``: two planes of bits, 64 rows a word, the first row lowest, and how many are what.
///
/// ```swift
/// for row in 0..<table.rowCount where answers[row] == .unknown { review(row) }
/// ```
public struct TableAnswers: Sendable {
  /// How many rows there are.
  public let rowCount: Int
  private let planes: SlotPlanes

  init(_ planes: SlotPlanes, rowCount: Int) {
    self.planes = planes
    self.rowCount = rowCount
  }

  /// Where the condition certainly holds.
  public var certain: [UInt64] { planes.certain }
  /// Where it may hold.
  public var possible: [UInt64] { planes.possible }
  /// How many rows make it true.
  public var trueCount: Int { planes.trueCount }
  /// How many make it false.
  public var falseCount: Int { planes.falseCount }
  /// How many leave it unknown, or contested.
  public var unknownCount: Int { planes.unknownCount }
  /// Rows that one view finds true, and another false.
  public var contestedRows: [Int] { planes.contested }
  /// Rows whose answer one of ``Limits`` left unproved.
  public var unprovedRows: [Int] { planes.unproved }

  /// The answer of a row; unknown where there is no such row, or planes were not kept.
  public subscript(row: Int) -> Truth {
    guard row >= 0, row < rowCount, row / 64 < planes.certain.count else { return .unknown }
    return CaseAnswer(planes.answer(ofRow: row)).truth
  }
}

extension PreparedQuery {
  /// A table for so many cases, still without columns; for none where the number is negative, and for at most 2⁴⁰.
  public func table(rowCount: Int) -> Table { Table(openCase, rowCount: rowCount) }

  /// Answers all rows of a table.
  ///
  /// - Parameters:
  ///   - table: with a column for every slot.
  ///   - keepsPlanes: whether to keep the answer of each row; without, only counts.
  ///   - progress: told now and then how many rows are answered; false ends the work.
  /// - Throws: `invalidCase` where the table is another query's, or a column is missing; `cancelled` where `progress` said
  ///   so; else as ``truth(of:)``.
  public func answers(
    to table: Table, keepsPlanes: Bool = true, progress: (_ rows: Int) -> Bool = { _ in true }
  ) throws(CasusError) -> TableAnswers {
    let core = try self.core(of: table)
    var result = SlotPlanes()
    var known: [SlotCase: SlotAnswer] = [:]
    for start in stride(from: 0, to: core.blockCount, by: Self.chunk) {
      let blocks = start..<min(start + Self.chunk, core.blockCount)
      result.append(try answers(core, blocks, keepsPlanes, &known))
      let rows = min(blocks.upperBound * SlotProgram.blockRows, table.rowCount)
      if !progress(rows) { throw CasusError(.cancelled, "the table was cancelled") }
    }
    return TableAnswers(result, rowCount: table.rowCount)
  }

  /// Answers all rows of a table on several threads. The answers are the same.
  ///
  /// - Parameters:
  ///   - table: with a column for every slot.
  ///   - threads: how many parts are answered at the same time.
  ///   - keepsPlanes: whether to keep the answer of each row.
  /// - Throws: as the other; `cancelled` where the task was cancelled.
  @concurrent
  public func answers(to table: Table, threads: Int, keepsPlanes: Bool = true) async throws(CasusError) -> TableAnswers
  {
    let core = try self.core(of: table)
    let parts = max(1, min(threads, core.blockCount))
    let found = await withTaskGroup(of: (Int, Result<SlotPlanes, CasusError>).self) { group in
      for part in 0..<parts {
        let blocks = core.blockCount * part / parts..<core.blockCount * (part + 1) / parts
        group.addTask { (part, self.part(core, blocks, keepsPlanes)) }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    var result = SlotPlanes()
    for part in 0..<parts { if let planes = found[part] { result.append(try planes.get()) } }
    return TableAnswers(result, rowCount: table.rowCount)
  }

  /// Blocks between two reports of progress: a quarter of a million rows.
  private static var chunk: Int { 64 }

  private func core(of table: Table) throws(CasusError) -> SlotTable {
    guard table.layout === layout else {
      throw CasusError(.invalidCase, "this table belongs to another prepared query")
    }
    if let missing = table.missingColumn {
      throw CasusError(.invalidCase, "the column `\(missing)` is missing")
    }
    return table.core
  }

  private func part(_ core: SlotTable, _ blocks: Range<Int>, _ keepsPlanes: Bool) -> Result<SlotPlanes, CasusError> {
    var result = SlotPlanes()
    var known: [SlotCase: SlotAnswer] = [:]
    for start in stride(from: blocks.lowerBound, to: blocks.upperBound, by: Self.chunk) {
      if Task.isCancelled { return .failure(CasusError(.cancelled, "the table was cancelled")) }
      do throws(CasusError) {
        result.append(try answers(core, start..<min(start + Self.chunk, blocks.upperBound), keepsPlanes, &known))
      } catch {
        return .failure(error)
      }
    }
    return .success(result)
  }

  private func answers(
    _ core: SlotTable, _ blocks: Range<Int>, _ keepsPlanes: Bool, _ known: inout [SlotCase: SlotAnswer]
  ) throws(CasusError) -> SlotPlanes {
    do throws(SlotError) {
      return try question.answers(of: core, blocks: blocks, &known, keepsPlanes: keepsPlanes)
    } catch {
      throw CasusError(error, to: query)
    }
  }
}
