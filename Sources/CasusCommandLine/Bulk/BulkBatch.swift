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
  private var truths: [[Int8]]
  private var words: [[Int64]]
  private var irregular: [Int: SlotCase] = [:]
  private var lines: [Int] = []
  /// Where the rows stand among all records, counted from 1.
  private(set) var numbers: [Int] = []

  init(_ question: BulkQuestion) {
    self.question = question
    truths = question.layout.slots.map { _ in [] }
    words = truths.map { _ in [] }
  }

  var isFull: Bool { lines.count >= Self.size }

  mutating func add(_ row: SlotCase, number: Int, line: Int) {
    if row.irregularCount > 0 || !row.exact.isEmpty { irregular[lines.count] = row }
    for slot in truths.indices {
      let word = row.words[slot]
      if question.layout.slots[slot].type == .condition {
        truths[slot].append(word == SlotWord.true ? 1 : word == SlotWord.false ? 0 : -1)
      } else {
        words[slot].append(word)
      }
    }
    numbers.append(number)
    lines.append(line)
  }

  /// Answers the rows that wait.
  ///
  /// - Parameter known: what the engine has said of cases before.
  func answers(_ known: inout [SlotCase: SlotAnswer]) throws(EngineError) -> [Result<SlotAnswer, Fault>] {
    do throws(SlotError) {
      let planes = try question.prepared.answers(of: table, blocks: 0..<table.blockCount, &known)
      return lines.indices.map { .success(planes.answer(ofRow: $0)) }
    } catch {
      if case .engine(let error) = error { throw error }
    }
    // Some row cannot be computed: each is asked by itself, to find all that cannot.
    var result: [Result<SlotAnswer, Fault>] = []
    let table = self.table
    for row in lines.indices {
      do throws(SlotError) {
        result.append(.success(try question.prepared.answer(of: table.slotCase(row, question.prepared.openCase))))
      } catch {
        switch error {
        case .engine(let error): throw error
        case .fault(let fault): result.append(.failure(Fault(line: lines[row], column: 1, message: fault.message)))
        }
      }
    }
    return result
  }

  private var table: SlotTable {
    var table = SlotTable(rowCount: lines.count, slotCount: truths.count)
    for slot in truths.indices {
      let isCondition = question.layout.slots[slot].type == .condition
      _ = table.set(slot, isCondition ? .truths(truths[slot]) : .words(words[slot]))
    }
    table.irregular = irregular
    return table
  }
}

extension BulkBatch.Fault: Error {}
