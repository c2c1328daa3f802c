import CasusAnalysis
import CasusDiagnostics

/// A comparison as one JSON object: the names of the members are promises.
enum ComparisonJSONRenderer {
  static func render(_ report: ComparisonReport) -> String {
    var members: [(name: String, value: JSONOutput)] = [
      ("schema", .number("1")), ("kind", .string("compare")), ("left", .string(report.left)),
      ("right", .string(report.right)),
    ]
    if let files = report.files {
      members += [("leftFile", .string(files.left)), ("rightFile", .string(files.right))]
    }
    if let scenario = report.scenario { members.append(("scenario", .string(scenario))) }
    if let view = report.accordingTo { members.append(("accordingTo", .string(view))) }
    if let asOf = report.asOf { members.append(("asOf", .string(asOf))) }
    members += [
      ("relation", .string(report.relation.word)), ("proved", .truth(report.isProved)),
      ("complete", .truth(report.isComplete)), ("situations", .array(report.situations.map { json($0) })),
      ("keepsPresumptions", .truth(report.keepsPresumptions)),
    ]
    if !report.gaps.isEmpty { members.append(("gaps", .array(report.gaps.map { .string($0.reason) }))) }
    return JSONOutput.object(members).text + "\n"
  }

  private static func json(_ situation: ComparisonReport.Situation) -> JSONOutput {
    .object([
      ("statements", .array(situation.statements.map { .string($0) })), ("left", .string(situation.left.rawValue)),
      ("right", .string(situation.right.rawValue)),
    ])
  }
}

extension QuestionComparison.Relation {
  fileprivate var word: String {
    switch self {
    case .equivalent: "equivalent"
    case .leftImpliesRight: "leftImpliesRight"
    case .rightImpliesLeft: "rightImpliesLeft"
    case .differ: "differ"
    }
  }
}
