import CasusAnalysis
import CasusDiagnostics

/// How likely a condition is, for people: the chance, then a line for each fact that has one.
struct ChanceTextRenderer {
  let paint: Paint
  let width: Int
  /// Leaves out the heading and the remarks.
  let isQuiet: Bool

  func render(_ report: ChanceReport) -> String {
    var text =
      isQuiet
      ? ""
      : paint.heading(
        report.query, asOf: report.asOf, accordingTo: report.accordingTo, scenario: report.scenario, width: width)
    text += paint("  " + told(report.range), .open) + "\n"
    if !report.contributions.isEmpty { text += "\n" + table(report.contributions) }
    return isQuiet ? text : text + remarks(report)
  }

  private func told(_ range: ChanceReport.Range) -> String {
    if range.isSingle { return told(range.least) }
    return "from \(told(range.least)) to \(told(range.greatest))"
  }

  private func told(_ share: ChanceReport.Share) -> String {
    share.fraction.contains("/") ? "\(share.decimal) (\(share.fraction))" : share.fraction
  }

  private func table(_ contributions: [ChanceReport.Contribution]) -> String {
    let rows =
      [["", "given", "then", "else"]]
      + contributions.map { contribution in
        [
          contribution.condition.safe, contribution.given.decimal, brief(contribution.ifTrue),
          brief(contribution.ifFalse),
        ]
      }
    let widths = (0..<4).map { column in rows.map { columnWidth(of: $0[column]) }.max() ?? 0 }
    return rows.enumerated().map { number, row in
      let cells = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: max(0, width - columnWidth(of: cell)))
      }
      let line = "  " + cells.joined(separator: "  ")
      let trimmed = String(line.reversed().drop { $0 == " " }.reversed())
      return (number == 0 ? paint(trimmed, .faint) : trimmed) + "\n"
    }.joined()
  }

  private func brief(_ range: ChanceReport.Range) -> String {
    range.isSingle ? range.least.decimal : range.least.decimal + ".." + range.greatest.decimal
  }

  private func remarks(_ report: ChanceReport) -> String {
    var remarks: [String] = []
    if !report.open.isEmpty {
      remarks.append("No chance is given of " + report.open.joined(separator: ", ") + ".")
    }
    for gap in report.gaps {
      let citation = gap.citation.map { " (\($0))" } ?? ""
      remarks.append("It also turns on a gap, which has no chance: " + gap.reason + citation)
    }
    if !report.isExact {
      remarks.append("It turns on what exact reasoning does not keep apart: the range is wider than it need be.")
    }
    return remarks.map { remark in
      "\n" + remark.safe.wrapped(to: min(width, 100) - 2).map { paint("  " + $0, .faint) + "\n" }.joined()
    }.joined()
  }

  private func columnWidth(of text: String) -> Int { text.count }
}
