import CasusAnalysis
import CasusDiagnostics

/// Sets of statements as one JSON object: the names of the members are promises.
enum SettlingJSONRenderer {
  static func render(_ report: SettlingReport) -> String {
    var members: [(name: String, value: JSONOutput)] = [
      ("schema", .number("1")), ("kind", .string(report.aim == .holds ? "triggers" : "safeguards")),
      ("query", .string(report.query)),
    ]
    if let scenario = report.scenario { members.append(("scenario", .string(scenario))) }
    if let view = report.accordingTo { members.append(("accordingTo", .string(view))) }
    if let asOf = report.asOf { members.append(("asOf", .string(asOf))) }
    members.append(("complete", .truth(report.isComplete)))
    if let count = report.count { members.append(("count", .number(count))) }
    // Many sets are made of few statements.
    var known: [String: JSONOutput] = [:]
    func shared(_ statement: StatementReport) -> JSONOutput {
      if let output = known[statement.statement] { return output }
      let output = json(statement)
      known[statement.statement] = output
      return output
    }
    members.append(("sets", .array(report.sets.map { set in .array(set.map { shared($0) }) })))
    if !report.gaps.isEmpty { members.append(("gaps", .array(report.gaps.map { .string($0.reason) }))) }
    return JSONOutput.object(members).text + "\n"
  }

  private static func json(_ statement: StatementReport) -> JSONOutput {
    .object([
      ("statement", .string(statement.statement)), ("fact", .string(statement.fact)), ("value", json(statement.told)),
    ])
  }

  /// As facts have it; a list of what remains as answers have it.
  private static func json(_ told: ToldReport) -> JSONOutput {
    switch told {
    case .truth(let truth): .truth(truth)
    case .unknown: .string("unknown")
    case .value(.single(let item)): item.json
    case .value(let value): value.json
    }
  }
}
