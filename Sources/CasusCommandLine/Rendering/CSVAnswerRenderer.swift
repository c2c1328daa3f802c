import CasusAnalysis

/// Answers as comma-separated values after RFC 4180, a row an answer.
enum CSVAnswerRenderer {
  static let heading =
    "file,line,scenario,kind,query,according_to,as_of,answer,value,proved,circular,views,open_facts,gaps,expected,holds\r\n"

  static func row(_ report: AnswerReport) -> String {
    var expected = ""
    var holds = ""
    if case .expect(let wanted, let isMet) = report.kind { (expected, holds) = (wanted, isMet ? "true" : "false") }
    let cells = [
      report.file, "\(report.line)", report.scenario ?? "", report.kind == .ask ? "ask" : "expect", report.query,
      report.accordingTo ?? "", report.asOf ?? "", report.outcome.answerWord, value(report.outcome),
      report.isProved ? "true" : "false", report.isCircular ? "true" : "false",
      report.views.map { $0.name + ": " + $0.outcome.text }.joined(separator: "; "),
      report.openFacts.map { $0.fact }.joined(separator: "; "), report.gaps.map { $0.reason }.joined(separator: "; "),
      expected, holds,
    ]
    return cells.map { quoted($0) }.joined(separator: ",") + "\r\n"
  }

  private static func value(_ outcome: AnswerReport.Outcome) -> String {
    switch outcome {
    case .truth: return ""
    case .value(let value): return value.text
    case .fault(let fault): return fault.message
    case .rows(let rows):
      return rows.map { row in
        row.bindings.map { $0.name + ": " + $0.value.text }.joined(separator: ", ") + " = " + row.answer.rawValue
      }.joined(separator: "; ")
    }
  }

  static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return cell }
    var result = "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { result += "\"" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
