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
  private var counts: [SlotAnswer.Outcome: Int] = [:]
  private var rows = 0
  private var waiting = ""

  init(_ format: BulkFormat, isSummary: Bool, console: Console) {
    self.format = format
    self.isSummary = isSummary
    self.console = console
    if format == .csv, !isSummary { waiting = "row,answer\n" }
  }

  mutating func write(_ answer: SlotAnswer, row: Int) {
    counts[answer.outcome, default: 0] += 1
    rows += 1
    if isSummary { return }
    switch format {
    case .text: waiting += "\(row) \(answer.outcome)\(answer.isProved ? "" : " (not proved)")\n"
    case .csv: waiting += "\(row),\(answer.outcome)\n"
    case .ndjson:
      waiting +=
        "{\"kind\": \"row\", \"row\": \(row), \"answer\": \"\(answer.outcome)\", \"proved\": \(answer.isProved)}\n"
    }
    if waiting.utf8.count > 1 << 16 { flush() }
  }

  mutating func finish() {
    if isSummary {
      func count(_ outcome: SlotAnswer.Outcome) -> Int { counts[outcome, default: 0] }
      let contested = count(.contested) == 0 ? "" : ", \"contested\": \(count(.contested))"
      waiting =
        "{\"kind\": \"summary\", \"rows\": \(rows), \"true\": \(count(.true)), \"false\": \(count(.false)), "
        + "\"unknown\": \(count(.unknown))\(contested)}\n"
    }
    flush()
  }

  private mutating func flush() {
    if !waiting.isEmpty { console.write(waiting) }
    waiting = ""
  }
}
