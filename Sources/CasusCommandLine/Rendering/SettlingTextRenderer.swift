import CasusAnalysis
import CasusDiagnostics

/// Sets of statements for people: each under its number, as it is pasted into a scenario.
struct SettlingTextRenderer {
  let paint: Paint
  let width: Int
  /// Leaves out the heading and the remarks.
  let isQuiet: Bool

  func render(_ report: SettlingReport) -> String {
    var text =
      isQuiet
      ? ""
      : paint.heading(
        report.query, asOf: report.asOf, accordingTo: report.accordingTo, scenario: report.scenario, width: width)
        + summary(report)
    for (position, set) in report.sets.enumerated() where !set.isEmpty {
      if !text.isEmpty { text += "\n" }
      text += statements(set, number: position + 1)
    }
    return isQuiet ? text : text + remarks(report)
  }

  private func summary(_ report: SettlingReport) -> String {
    var (symbol, role): (String, Paint.Role) = report.aim == .holds ? ("✓", .holds) : ("✗", .fails)
    if report.sets.isEmpty { (symbol, role) = ("–", .faint) }
    let line: String
    if report.sets.first?.isEmpty == true {
      line = report.aim == .holds ? "true already: nothing need be told" : "false already: nothing need be told"
    } else if report.sets.isEmpty {
      let verb = report.aim == .holds ? "makes it true" : "rules it out"
      line = report.isComplete ? "nothing that can be told \(verb)" : "nothing was found that \(verb)"
    } else {
      let verb = report.aim == .holds ? "true" : "false"
      line = "\(verb) once \(report.sets.count == 1 ? "this is told" : "one of these is told")"
    }
    return paint("  " + symbol + "  " + line, role) + "\n"
  }

  private func statements(_ set: [StatementReport], number: Int) -> String {
    var text = ""
    for (position, statement) in set.enumerated() {
      let mark = position == 0 ? "\(number)" : ""
      let margin = String(repeating: " ", count: max(0, 5 - mark.count))
      text += "  " + paint(margin + mark, .faint) + "   " + statement.statement.safe + "\n"
    }
    return text
  }

  /// What the list leaves out, and what it cannot have.
  private func remarks(_ report: SettlingReport) -> String {
    var remarks: [String] = []
    if let more = more(than: report.sets.count, report) { remarks.append(more) }
    if !report.isExact {
      remarks.append(
        "It turns on what exact reasoning does not keep apart, such as several open numbers in one sum: "
          + "other sets may settle it too.")
    }
    for gap in report.gaps {
      let citation = gap.citation.map { " (\($0))" } ?? ""
      remarks.append("It also turns on a gap, which no statement fills: " + gap.reason + citation)
    }
    for fact in report.untold {
      remarks.append("It also turns on when exactly \(fact) was, which no statement can tell beside what is told.")
    }
    return remarks.map { remark in
      "\n" + remark.safe.wrapped(to: min(width, 100) - 2).map { paint("  " + $0, .faint) + "\n" }.joined()
    }.joined()
  }

  private func more(than shown: Int, _ report: SettlingReport) -> String? {
    guard let count = report.count else {
      return report.isComplete || !report.isExact
        ? nil : "There are more sets than could be found within the budget; these are among the smallest."
    }
    guard count != "\(shown)", shown > 0 else { return nil }
    return "\(shown) of \(count) sets, the smallest; --limit lists more."
  }
}
