import CasusEngine
import CasusSemantics

/// Rows of a table that wait for their answers, column by column.
struct BulkBatch {
  static let size = 1 << 16

  /// Why a row has no answer, and where it stands.
  struct Fault {
    var line: Int
    var column: Int
    var message: String
  }

  private let question: BulkQuestion
  private let areConditions: [Bool]
  private var truths: [[Int8]]
  private var words: [[Int64]]
  private var irregular: [Int: SlotCase] = [:]
  private var lines: [Int] = []
  /// Where the rows stand among all records, counted from 1.
  private var numbers: [Int] = []

  init(_ question: BulkQuestion) {
    self.question = question
    areConditions = question.layout.slots.map { $0.type == .condition }
    truths = question.layout.slots.map { _ in [] }
    words = truths.map { _ in [] }
  }

  var isFull: Bool { lines.count >= Self.size }

  mutating func add(_ row: SlotCase, number: Int, line: Int) {
    if row.irregularCount > 0 || !row.exact.isEmpty { irregular[lines.count] = row }
    for slot in truths.indices {
      let word = row.words[slot]
      if areConditions[slot] {
        truths[slot].append(word == SlotWord.true ? 1 : word == SlotWord.false ? 0 : -1)
      } else {
        words[slot].append(word)
      }
    }
    numbers.append(number)
    lines.append(line)
  }

  /// Forgets the rows, and keeps their memory for the next.
  mutating func removeAll() {
    for slot in truths.indices {
      truths[slot].removeAll(keepingCapacity: true)
      words[slot].removeAll(keepingCapacity: true)
    }
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

  private var table: SlotTable {
    var table = SlotTable(rowCount: lines.count, slotCount: truths.count)
    for slot in truths.indices {
      _ = table.set(slot, areConditions[slot] ? .truths(truths[slot]) : .words(words[slot]))
    }
    table.irregular = irregular
    return table
  }
}

extension BulkBatch.Fault: Error {}
