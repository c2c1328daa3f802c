import CasusAnalysis
import CasusDiagnostics

/// A comparison for people: what the relation is, and situations as scenarios to be pasted.
struct ComparisonTextRenderer {
  let paint: Paint
  let width: Int
  /// Leaves out the heading and the remarks.
  let isQuiet: Bool

  func render(_ report: ComparisonReport) -> String {
    var text = isQuiet ? "" : heading(report) + summary(report)
    for (position, situation) in report.situations.enumerated() {
      if !text.isEmpty { text += "\n" }
      text += scenario(situation, number: position + 1, of: report)
    }
    return isQuiet ? text : text + remarks(report)
  }

  private func heading(_ report: ComparisonReport) -> String {
    let (left, right) = (report.files?.left ?? report.left, report.files?.right ?? report.right)
    let query = report.files == nil ? "" : report.left + "\n"
    let sides = "left:  \(left)\nright: \(right)"
    var text = (query + sides).split(separator: "\n").map { paint(String($0).safe, .heading) + "\n" }.joined()
    var notes: [String] = []
    if let asOf = report.asOf { notes.append("as of " + asOf) }
    if let view = report.accordingTo { notes.append("according to " + view.safe) }
    if let scenario = report.scenario { notes.append(scenario.safe) }
    if !notes.isEmpty { text += paint(notes.joined(separator: " · "), .faint) + "\n" }
    return text
  }

  private func summary(_ report: ComparisonReport) -> String {
    let line: String
    switch report.relation {
    case .equivalent where report.keepsPresumptions: line = "=  equivalent, as long as what is presumed holds"
    case .equivalent: line = "=  equivalent: no situation tells them apart"
    case .leftImpliesRight: line = "⇒  left implies right: wherever left holds right does, and not the other way round"
    case .rightImpliesLeft: line = "⇐  right implies left: wherever right holds left does, and not the other way round"
    case .differ: line = "≠  neither implies the other"
    }
    return paint("  " + line, report.relation == .equivalent ? .holds : .open) + "\n"
  }

  private func scenario(
    _ situation: ComparisonReport.Situation, number: Int, of report: ComparisonReport
  ) -> String {
    let title = "left is \(situation.left.rawValue), right is \(situation.right.rawValue) (\(number))"
    var lines = ["scenario \(quoted(title)) {"]
    if let asOf = report.asOf { lines.append("  as of " + asOf) }
    lines += (report.told + situation.statements).map { "  " + $0 }
    lines.append(expectation(report.left, situation.left, report))
    if let files = report.files {
      lines[lines.count - 1] += "  // \(files.left); in \(files.right): \(situation.right.rawValue)"
    } else {
      lines.append(expectation(report.right, situation.right, report))
    }
    return (lines + ["}"]).map { $0.safe + "\n" }.joined()
  }

  /// A fault is no answer that can be expected.
  private func expectation(
    _ query: String, _ answer: ComparisonReport.AnswerWord, _ report: ComparisonReport
  ) -> String {
    if answer == .fault { return "  // \(query) fails" }
    let view = report.accordingTo.map { " according to " + $0 } ?? ""
    return "  expect \(query) is \(answer.rawValue)\(view)"
  }

  private func remarks(_ report: ComparisonReport) -> String {
    var remarks: [String] = []
    if !report.isProved {
      remarks.append(
        "Unproved: they may part only on what exact reasoning does not keep apart, such as several open numbers in one "
          + "sum.")
    }
    if report.relation != .equivalent, report.situations.isEmpty {
      remarks.append("No situation that can be told makes them part: it turns on what no statement settles.")
    }
    if !report.isComplete, !report.situations.isEmpty {
      remarks.append("There may be more situations than these, which are among the smallest; --limit lists more.")
    }
    for gap in report.gaps {
      let citation = gap.citation.map { " (\($0))" } ?? ""
      remarks.append("A gap has a part in it, which no statement fills: " + gap.reason + citation)
    }
    if report.keepsPresumptions {
      remarks.append("What is only presumed was taken as certain: where it is told otherwise, they may part as well.")
    }
    return remarks.map { remark in
      "\n" + remark.safe.wrapped(to: min(width, 100) - 2).map { paint("  " + $0, .faint) + "\n" }.joined()
    }.joined()
  }
}
