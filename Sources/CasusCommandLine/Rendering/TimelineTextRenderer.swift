import CasusAnalysis
import CasusDiagnostics
import CasusSemantics

/// Timelines for people: a table for each query, and below it what becomes of its norm.
struct TimelineTextRenderer {
  let paint: Paint
  /// Leaves out the heading.
  let isQuiet: Bool

  func render(_ report: TimelineReport) -> String {
    var blocks: [String] = []
    if !isQuiet { blocks.append(heading(report)) }
    blocks += report.rows.map { render($0) }
    return blocks.joined(separator: "\n")
  }

  private func heading(_ report: TimelineReport) -> String {
    var text = paint(report.file.safe, .heading)
    if let scenario = report.scenario { text += "   " + scenario.safe }
    if let view = report.accordingTo { text += paint("   according to " + view.safe, .faint) }
    return text + "\n"
  }

  private func render(_ row: TimelineReport.Row) -> String {
    var cells = [["from", "until", "answer"]]
    cells += row.intervals.map { interval in
      [interval.from?.description ?? "…", interval.until?.description ?? "…", interval.words.safe]
    }
    let widths = (0..<2).map { column in cells.map { $0[column].terminalWidth }.max() ?? 0 }
    var text = "  " + row.label.safe + "\n"
    for (position, cell) in cells.enumerated() {
      let period = "    " + cell[0].padded(to: widths[0]) + "   " + cell[1].padded(to: widths[1]) + "   "
      guard position > 0 else {
        text += paint(period + cell[2], .faint) + "\n"
        continue
      }
      let (symbol, role) = TimelineTextRenderer.sign(of: row.intervals[position - 1].outcome)
      text += period + paint(symbol + "  " + cell[2], role) + "\n"
    }
    for event in row.events {
      let (symbol, role) = TimelineTextRenderer.sign(of: event.kind)
      text += "    " + event.at.description.padded(to: widths[0]) + "   "
      text += paint(symbol, role) + " " + event.words + "\n"
    }
    return text
  }

  /// A sign that leads the eye; the word behind it says the same.
  private static func sign(of outcome: AnswerReport.Outcome) -> (symbol: String, role: Paint.Role) {
    switch outcome {
    case .truth(.true): ("✓", .holds)
    case .truth(.false): ("✗", .fails)
    case .truth(.unknown): ("?", .open)
    case .truth(.contested): ("⚡", .disputed)
    case .value, .rows: ("=", .holds)
    case .fault: ("!", .fails)
    }
  }

  private static func sign(of kind: TimelineReport.Event.Kind) -> (symbol: String, role: Paint.Role) {
    switch kind {
    case .owed: ("▲", .open)
    case .fulfilled: ("●", .holds)
    case .breached: ("✕", .fails)
    case .lapsed: ("◇", .faint)
    }
  }
}
