import CasusAnalysis

/// Answers as a table in Markdown, for reports and discussions.
enum MarkdownAnswerRenderer {
  static let heading = "| scenario | question | as of | answer | turns on |\n|---|---|---|---|---|\n"

  static func row(_ report: AnswerReport) -> String {
    var answer = "**" + escaped(report.outcome.text) + "**"
    if !report.isProved { answer += ", unproved" }
    if report.isCircular { answer += ", circular" }
    if case .expect(let expected, false) = report.kind { answer += ", expected " + escaped(expected) }
    if case .fault(let fault) = report.outcome { answer += ": " + escaped(fault.message) }
    if report.views.contains(where: { $0.outcome != report.outcome }) {
      let views = report.views.map { $0.outcome.text + " according to " + $0.name }
      answer += "<br>" + escaped(views.joined(separator: "; "))
    }
    if case .rows(let rows) = report.outcome {
      for row in rows {
        let bindings = row.bindings.map { $0.name + ": " + $0.value.text }.joined(separator: ", ")
        answer += "<br>" + escaped(bindings + " = " + row.answer.rawValue)
      }
    }
    let open = report.openFacts.map { code($0.fact) } + report.gaps.map { "gap: " + escaped($0.reason) }
    let view = report.accordingTo.map { " according to " + escaped($0) } ?? ""
    let cells = [
      escaped(report.scenario ?? ""), code(report.query) + view, report.asOf ?? "", answer,
      open.joined(separator: "<br>"),
    ]
    return "| " + cells.joined(separator: " | ") + " |\n"
  }

  /// Code in a table: a bar would end the cell even there.
  private static func code(_ text: String) -> String {
    var safe = ""
    for character in text.safe { safe += character == "|" ? "\\|" : String(character) }
    return safe.contains("`") ? "`` " + safe + " ``" : "`" + safe + "`"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.safe {
      if "\\`*_[]<>|#".contains(character) { result += "\\" }
      result.append(character)
    }
    return result
  }
}
