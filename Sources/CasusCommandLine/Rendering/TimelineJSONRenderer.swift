import CasusAnalysis
import CasusDiagnostics
import CasusSemantics

/// Timelines as one JSON object: the names of the members are promises.
enum TimelineJSONRenderer {
  static func render(_ report: TimelineReport) -> String {
    var members: [(name: String, value: JSONOutput)] = [
      ("schema", .number("1")), ("kind", .string("timeline")), ("file", .string(report.file)),
    ]
    if let scenario = report.scenario { members.append(("scenario", .string(scenario))) }
    if let view = report.accordingTo { members.append(("accordingTo", .string(view))) }
    members.append(("rows", .array(report.rows.map { json($0) })))
    return JSONOutput.object(members).text + "\n"
  }

  private static func json(_ row: TimelineReport.Row) -> JSONOutput {
    var members: [(name: String, value: JSONOutput)] = [("query", .string(row.query))]
    if !row.bindings.isEmpty {
      members.append(("bindings", .object(row.bindings.map { ($0.name, $0.value.json) })))
    }
    members.append(("intervals", .array(row.intervals.map { json($0) })))
    members.append(("status", .array(row.events.map { json($0) })))
    return .object(members)
  }

  private static func json(_ interval: TimelineReport.Interval) -> JSONOutput {
    var members: [(name: String, value: JSONOutput)] = [
      ("from", interval.from.map { .string($0.description) } ?? .null),
      ("until", interval.until.map { .string($0.description) } ?? .null),
    ]
    members += interval.outcome.members
    members.append(("proved", .truth(interval.isProved)))
    if interval.isCircular { members.append(("circular", .truth(true))) }
    return .object(members)
  }

  private static func json(_ event: TimelineReport.Event) -> JSONOutput {
    .object([
      ("at", .string(event.at.description)), ("event", .string(event.kind.rawValue)),
      ("answer", .string(event.isCertain ? "true" : "unknown")),
    ])
  }
}
