import CasusAnalysis
import CasusDiagnostics

/// Answers for people.
struct TextAnswerRenderer {
  let paint: Paint
  let width: Int

  private static let widestLine = 100
  /// How many facts are listed that can still tip an answer; JSON has them all.
  private static let mostFacts = 6

  /// The heading over the answers of a scenario, or of a file.
  func heading(_ title: String, asOf: String?) -> String {
    let title = title.safe
    guard let asOf else { return paint(title, .heading) + "\n" }
    let date = "as of " + asOf
    let room = min(width, TextAnswerRenderer.widestLine) - title.terminalWidth - date.terminalWidth
    let blanks = String(repeating: " ", count: max(3, room))
    return paint(title, .heading) + blanks + paint(date, .faint) + "\n"
  }

  /// - Parameter date: what the heading said, which need not be said again.
  func render(_ report: AnswerReport, under date: String?) -> String {
    var text = ""
    if case .expect(let expected, false) = report.kind {
      text += "  " + paint(failure(report, expected), .fails) + "\n"
    } else {
      var query = "  " + report.query.safe
      if let view = report.accordingTo { query += paint("   according to " + view.safe, .faint) }
      if let asOf = report.asOf, asOf != date { query += paint("   as of " + asOf, .faint) }
      text += query + "\n" + answerLine(report)
    }
    return text + reasons(report) + rows(report)
  }

  /// The answer to a question that stands right above, where it was typed.
  ///
  /// - Parameter date: what the reader knows already.
  func renderReply(_ report: AnswerReport, under date: String?) -> String {
    if case .expect(let expected, false) = report.kind {
      return "  " + paint("expected \(expected.safe), got \(report.outcome.text.safe)" + marks(report), .fails) + "\n"
        + reasons(report)
    }
    return answerLine(report, under: date) + reasons(report) + rows(report)
  }

  /// `file:line: expected …, got …`.
  func failure(_ report: AnswerReport, _ expected: String) -> String {
    var text = "\(report.file.safe):\(report.line): expected \(report.query.safe) is \(expected.safe)"
    if let view = report.accordingTo { text += " according to " + view.safe }
    text += ", got " + report.outcome.text.safe + marks(report)
    if case .fault(let fault) = report.outcome { text += ": " + fault.message.safe }
    return text
  }

  /// - Parameter date: what the reader knows already; nil: none is told.
  private func answerLine(_ report: AnswerReport, under date: String?? = nil) -> String {
    let (symbol, role) = report.outcome.sign
    var line = "    " + paint(symbol.padded(to: 3) + report.outcome.text.safe, role) + marks(report)
    if case .expect(_, true) = report.kind { line += ", as expected" }
    if case .fault(let fault) = report.outcome {
      line += "   " + fault.message.safe + paint("   \(fault.file.safe):\(fault.line)", .faint)
    }
    let said =
      report.views.contains { $0.outcome != report.outcome }
      ? report.views.map { $0.outcome.text.safe + " according to " + $0.name.safe }.joined(separator: " · ") : ""
    let hasRoom = 7 + report.outcome.text.terminalWidth + 3 + said.terminalWidth <= min(width, Self.widestLine)
    if !said.isEmpty, hasRoom { line += "   " + said }
    if let date, let asOf = report.asOf, asOf != date { line += paint("   as of " + asOf, .faint) }
    if !report.openFacts.isEmpty || !report.gaps.isEmpty { line += "   turns on" }
    line += "\n"
    if !said.isEmpty, !hasRoom { line += said.wrapped(to: max(20, width - 8)).map { "        " + $0 + "\n" }.joined() }
    return line
  }

  private func marks(_ report: AnswerReport) -> String {
    (report.isProved ? "" : ", unproved") + (report.isCircular ? ", circular" : "")
  }

  /// What an open answer turns on: facts in columns, then gaps.
  func reasons(_ report: AnswerReport) -> String {
    let shown = report.openFacts.prefix(TextAnswerRenderer.mostFacts)
    let facts = shown.map { $0.fact.safe }
    let deciders = shown.map { $0.decidedBy.map { "decided by " + $0.safe } ?? "" }
    let factWidth = facts.map { $0.terminalWidth }.max() ?? 0
    let deciderWidth = deciders.map { $0.terminalWidth }.max() ?? 0
    var text = ""
    for (position, fact) in shown.enumerated() {
      var line = facts[position].padded(to: factWidth)
      if deciderWidth > 0 { line += "   " + deciders[position].padded(to: deciderWidth) }
      if let weight = fact.weight { line += "   " + TextAnswerRenderer.percentage(weight) }
      text += "        " + line.trimmingBlanksAtEnd + "\n"
    }
    if facts.count < report.openFacts.count {
      text += paint("        and \(report.openFacts.count - facts.count) more, each less likely to decide\n", .faint)
    }
    for gap in report.gaps {
      let citation = gap.citation.map { paint("   (\($0.safe))", .faint) } ?? ""
      text += "        gap: " + gap.reason.safe + citation + "\n"
    }
    return text + grounds(report)
  }

  /// What the answer takes for granted, what it runs into, and how far a duty has come.
  private func grounds(_ report: AnswerReport) -> String {
    var text = ""
    if !report.presumptions.isEmpty {
      let shown = report.presumptions.prefix(TextAnswerRenderer.mostFacts).map { $0.safe }.joined(separator: ", ")
      let more = report.presumptions.count - min(report.presumptions.count, TextAnswerRenderer.mostFacts)
      text += paint("        presuming that " + shown + (more > 0 ? " and \(more) more" : "") + "\n", .faint)
    }
    for conflict in report.conflicts {
      let sides = [(conflict.norm, conflict.citation), (conflict.other, conflict.otherCitation)].map { norm, citation in
        norm.safe + (citation.map { " (\($0.safe))" } ?? "")
      }
      let verb = conflict.isCertain ? "conflict" : "may conflict"
      text += "        " + sides.joined(separator: " and ") + " \(verb), and nothing ranks them\n"
    }
    let told = report.statuses.filter { $0.answer != .false }
    if !told.isEmpty || report.dueDate != nil {
      var parts = told.map { $0.answer == .true ? $0.name : $0.name + " perhaps" }
      if let due = report.dueDate { parts.append("due " + due.text) }
      text += "        " + parts.joined(separator: ", ").safe + "\n"
    }
    return text
  }

  private func rows(_ report: AnswerReport) -> String {
    guard case .rows(let rows) = report.outcome, let first = rows.first else { return "" }
    var cells = [first.bindings.map { $0.name.safe } + ["answer"]]
    cells += rows.map { row in
      row.bindings.map { $0.value.text.safe } + [row.answer.rawValue + (row.isProved ? "" : ", unproved")]
    }
    let widths = cells[0].indices.map { column in cells.map { $0[column].terminalWidth }.max() ?? 0 }
    var text = ""
    for (position, row) in cells.enumerated() {
      let line = zip(row, widths).map { $0.padded(to: $1) }.joined(separator: "   ").trimmingBlanksAtEnd
      text += "        " + (position == 0 ? paint(line, .faint) : line) + "\n"
    }
    return text
  }

  /// In whole percent; what is possible at all is never shown as nothing.
  static func percentage(_ weight: Double) -> String {
    let percent = (weight * 100).rounded()
    if weight > 0, percent < 1 { return "< 1 %" }
    return "\(Int(max(0, min(100, percent.isNaN ? 0 : percent)))) %"
  }
}

extension AnswerReport.Outcome {
  /// A sign that leads the eye; the word behind it says the same.
  var sign: (symbol: String, role: Paint.Role) {
    switch self {
    case .truth(.true): ("✓", .holds)
    case .truth(.false): ("✗", .fails)
    case .truth(.unknown): ("?", .open)
    case .truth(.contested): ("⚡", .disputed)
    case .value(.single): ("=", .holds)
    case .value: ("?", .open)
    case .rows: ("∋", .holds)
    case .fault: ("!", .fails)
    }
  }
}

extension String {
  fileprivate var trimmingBlanksAtEnd: String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
