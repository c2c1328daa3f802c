import CasusAnalysis
import CasusDiagnostics

/// A chance as one JSON object: the names of the members are promises.
enum ChanceJSONRenderer {
  static func render(_ report: ChanceReport) -> String {
    var members: [(name: String, value: JSONOutput)] = [
      ("schema", .number("1")), ("kind", .string("chance")), ("query", .string(report.query)),
    ]
    if let scenario = report.scenario { members.append(("scenario", .string(scenario))) }
    if let view = report.accordingTo { members.append(("accordingTo", .string(view))) }
    if let asOf = report.asOf { members.append(("asOf", .string(asOf))) }
    members += [
      ("chance", json(report.range)), ("proved", .truth(report.isExact)),
      ("facts", .array(report.contributions.map { json($0) })), ("open", .array(report.open.map { .string($0) })),
    ]
    if !report.gaps.isEmpty { members.append(("gaps", .array(report.gaps.map { .string($0.reason) }))) }
    return JSONOutput.object(members).text + "\n"
  }

  private static func json(_ contribution: ChanceReport.Contribution) -> JSONOutput {
    .object([
      ("condition", .string(contribution.condition)), ("chance", json(contribution.given)),
      ("ifTrue", json(contribution.ifTrue)), ("ifFalse", json(contribution.ifFalse)),
    ])
  }

  private static func json(_ range: ChanceReport.Range) -> JSONOutput {
    if range.isSingle { return json(range.least) }
    return .object([("from", json(range.least)), ("to", json(range.greatest))])
  }

  private static func json(_ share: ChanceReport.Share) -> JSONOutput {
    .object([("fraction", .string(share.fraction)), ("decimal", .number(share.decimal))])
  }
}
