import ArgumentParser
import CasusEngine

/// How the answers to rows are written.
enum BulkFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  /// The number of the row and its answer.
  case text
  /// The same with a heading.
  case csv
  /// An object a row.
  case ndjson
}

/// Writes answers as they come, and counts them.
struct BulkWriter {
  private let format: BulkFormat
  private let isSummary: Bool
  private let console: Console
  /// By ``SlotAnswer/Outcome/place``.
  private var counts = [0, 0, 0, 0]
  private var rows = 0
  private var waiting: [UInt8] = []

  init(_ format: BulkFormat, isSummary: Bool, console: Console) {
    self.format = format
    self.isSummary = isSummary
    self.console = console
    if format == .csv, !isSummary { waiting = Array("row,answer\n".utf8) }
  }

  mutating func write(_ answer: SlotAnswer, row: Int) {
    counts[answer.outcome.place] += 1
    rows += 1
    if isSummary { return }
    switch format {
    case .text:
      write(row)
      write(" ")
      write(answer.outcome.word)
      write(answer.isProved ? "\n" : " (not proved)\n")
    case .csv:
      write(row)
      write(",")
      write(answer.outcome.word)
      write("\n")
    case .ndjson:
      write("{\"kind\": \"row\", \"row\": ")
      write(row)
      write(", \"answer\": \"")
      write(answer.outcome.word)
      write(answer.isProved ? "\", \"proved\": true}\n" : "\", \"proved\": false}\n")
    }
    if waiting.count > 1 << 16 { flush() }
  }

  mutating func finish() {
    if isSummary {
      func count(_ outcome: SlotAnswer.Outcome) -> Int { counts[outcome.place] }
      let contested = count(.contested) == 0 ? "" : ", \"contested\": \(count(.contested))"
      let summary =
        "{\"kind\": \"summary\", \"rows\": \(rows), \"true\": \(count(.true)), \"false\": \(count(.false)), "
        + "\"unknown\": \(count(.unknown))\(contested)}\n"
      waiting = Array(summary.utf8)
    }
    flush()
  }

  private mutating func write(_ text: StaticString) {
    waiting.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Digit by digit: making a text of every number takes longer than answering its row.
  private mutating func write(_ number: Int) {
    let start = waiting.count
    var rest = number.magnitude
    repeat {
      waiting.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    waiting[start...].reverse()
  }

  private mutating func flush() {
    if !waiting.isEmpty { console.write(String(decoding: waiting, as: UTF8.self)) }
    waiting.removeAll(keepingCapacity: true)
  }
}

extension SlotAnswer.Outcome {
  fileprivate var place: Int {
    switch self {
    case .true: 0
    case .false: 1
    case .unknown: 2
    case .contested: 3
    }
  }

  fileprivate var word: StaticString {
    switch self {
    case .true: "true"
    case .false: "false"
    case .unknown: "unknown"
    case .contested: "contested"
    }
  }
}
