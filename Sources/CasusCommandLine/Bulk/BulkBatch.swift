import CasusEngine
import CasusSemantics

/// Rows of a table that wait for their answers.
struct BulkBatch {
  /// So few that they stay within what a processor keeps at hand.
  static let size = 1 << 13

  /// Why a row has no answer, and where it stands.
  struct Fault {
    var line: Int
    var column: Int
    var message: String
  }

  private let question: BulkQuestion
  private let areConditions: [Bool]
  /// What the slots of every row hold, row by row.
  private var words: [Int64] = []
  private var irregular: [Int: SlotCase] = [:]
  private var lines: [Int] = []
  /// Where the rows stand among all records, counted from 1.
  private var numbers: [Int] = []

  init(_ question: BulkQuestion) {
    self.question = question
    areConditions = question.layout.slots.map { $0.type == .condition }
  }

  var isFull: Bool { lines.count >= Self.size }

  mutating func add(_ row: SlotCase, number: Int, line: Int) {
    if row.irregularCount > 0 || !row.exact.isEmpty { irregular[lines.count] = row }
    // What a case holds behind its slots is the same in every row.
    row.words.withUnsafeBufferPointer { words.append(contentsOf: $0.prefix(areConditions.count)) }
    numbers.append(number)
    lines.append(line)
  }

  /// Forgets the rows, and keeps their memory for the next.
  mutating func removeAll() {
    words.removeAll(keepingCapacity: true)
    irregular = [:]
    lines.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
  }

  /// Answers the rows that wait.
  ///
  /// - Parameter known: what the engine has said of cases before.
  func answer(
    _ known: inout [SlotCase: SlotAnswer], _ body: (_ number: Int, Result<SlotAnswer, Fault>) -> Void
  ) throws(EngineError) {
    let table = self.table
    do throws(SlotError) {
      let planes = try question.prepared.answers(of: table, blocks: 0..<table.blockCount, &known)
      for row in numbers.indices { body(numbers[row], .success(planes.answer(ofRow: row))) }
      return
    } catch {
      if case .engine(let error) = error { throw error }
    }
    // Some row cannot be computed: each is asked by itself, to find all that cannot.
    for row in lines.indices {
      do throws(SlotError) {
        body(numbers[row], .success(try question.prepared.answer(of: table.slotCase(row, question.prepared.openCase))))
      } catch {
        switch error {
        case .engine(let error): throw error
        case .fault(let fault):
          body(numbers[row], .failure(Fault(line: lines[row], column: 1, message: fault.message)))
        }
      }
    }
  }

  /// The rows column by column.
  private var table: SlotTable {
    var table = SlotTable(rowCount: lines.count, slotCount: areConditions.count)
    for slot in areConditions.indices {
      _ = table.set(slot, areConditions[slot] ? .truths(truths(slot)) : halves(slot) ?? .words(column(slot) { $0 }))
    }
    table.irregular = irregular
    return table
  }

  private func truths(_ slot: Int) -> [Int8] {
    let (holds, fails) = (SlotWord.true, SlotWord.false)
    return column(slot) { $0 == holds ? 1 : $0 == fails ? 0 : -1 }
  }

  /// Numbers that fit into half a word, which is read faster; nil where one does not.
  private func halves(_ slot: Int) -> SlotColumn? {
    let unknown = SlotWord.unknownValue
    var fits = true
    let halves = column(slot) { word -> Int32 in
      let half = Int32(truncatingIfNeeded: word)
      if word == unknown { return .min }
      fits = fits && Int64(half) == word && half != .min
      return half
    }
    return fits ? .halves(halves, unknown: .min) : nil
  }

  /// What stands in a slot of all rows.
  @inline(__always)
  private func column<Element>(_ slot: Int, _ element: (Int64) -> Element) -> [Element] {
    let (rowCount, slotCount) = (lines.count, areConditions.count)
    return words.withUnsafeBufferPointer { words in
      [Element](unsafeUninitializedCapacity: rowCount) { column, count in
        for row in 0..<rowCount { column.initializeElement(at: row, to: element(words[row &* slotCount &+ slot])) }
        count = rowCount
      }
    }
  }
}

extension BulkBatch.Fault: Error {}
