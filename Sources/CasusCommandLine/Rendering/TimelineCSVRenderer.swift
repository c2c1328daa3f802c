import CasusAnalysis
import CasusSemantics

/// Timelines as comma-separated values after RFC 4180: a row an interval, and a row a change of a norm's status.
enum TimelineCSVRenderer {
  static let heading = "query,bindings,kind,from,until,answer,value,proved,circular\r\n"

  static func render(_ report: TimelineReport) -> String {
    heading + report.rows.map { rows($0) }.joined()
  }

  private static func rows(_ row: TimelineReport.Row) -> String {
    let bindings = row.bindings.map { $0.name + ": " + $0.value.text }.joined(separator: "; ")
    var text = ""
    for interval in row.intervals {
      let value: String
      switch interval.outcome {
      case .truth, .rows: value = ""
      case .value, .fault: value = interval.outcome.detail
      }
      text += line([
        row.query, bindings, "answer", interval.from?.description ?? "", interval.until?.description ?? "",
        interval.outcome.answerWord, value, interval.isProved ? "true" : "false",
        interval.isCircular ? "true" : "false",
      ])
    }
    for event in row.events {
      text += line([
        row.query, bindings, event.kind.rawValue, event.at.description, "", event.isCertain ? "true" : "unknown", "",
        "true", "false",
      ])
    }
    return text
  }

  private static func line(_ cells: [String]) -> String {
    cells.map { CSVAnswerRenderer.quoted($0) }.joined(separator: ",") + "\r\n"
  }
}

extension AnswerReport.Outcome {
  /// A value, or why there is none.
  fileprivate var detail: String {
    if case .fault(let fault) = self { fault.message } else { text }
  }
}
