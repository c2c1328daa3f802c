import CasusAnalysis
import CasusDiagnostics

/// Leverage as one JSON object: the names of the members are promises.
enum LeverageJSONRenderer {
  static func render(_ report: LeverageReport) -> String {
    var members: [(name: String, value: JSONOutput)] = [
      ("schema", .number("1")), ("kind", .string("leverage")), ("query", .string(report.query)),
    ]
    if let scenario = report.scenario { members.append(("scenario", .string(scenario))) }
    if let view = report.accordingTo { members.append(("accordingTo", .string(view))) }
    if let asOf = report.asOf { members.append(("asOf", .string(asOf))) }
    members += [
      ("answer", .string(report.answer.rawValue)), ("proved", .truth(report.isProved)),
      ("deciders", .array(report.deciders.map { json($0) })),
      ("force", groups(report.force)), ("block", groups(report.block)),
      ("forceCount", count(report.force)), ("blockCount", count(report.block)),
      (
        "nature",
        .object([
          ("heldOpen", strings(report.nature + report.gaps.map { "gap " + quoted($0.reason) })),
          ("given", strings(report.given)),
        ])
      ),
    ]
    return JSONOutput.object(members).text + "\n"
  }

  private static func json(_ decider: LeverageReport.Decider) -> JSONOutput {
    var members: [(name: String, value: JSONOutput)] = [
      ("name", .string(decider.name)), ("canForce", can(decider.force)), ("canBlock", can(decider.block)),
      ("bystander", .truth(decider.isBystander)), ("facts", strings(decider.facts)),
      ("toForce", strings(decider.toForce)), ("toBlock", strings(decider.toBlock)),
    ]
    if let power = decider.power {
      members += [
        ("shapleyShubik", json(power.shapleyShubik)), ("banzhaf", json(power.banzhaf)),
        ("banzhafRaw", json(power.rawBanzhaf)),
      ]
    }
    return .object(members)
  }

  /// Alone; the members of groups are told under `force` and `block`.
  private static func can(_ reach: Leverage.Reach) -> JSONOutput { .truth(reach == .alone) }

  private static func json(_ share: LeverageReport.Share) -> JSONOutput {
    .object([("fraction", .string(share.fraction)), ("decimal", .number(share.decimal))])
  }

  private static func strings(_ texts: [String]) -> JSONOutput { .array(texts.map { .string($0) }) }

  private static func groups(_ groups: LeverageReport.Groups) -> JSONOutput {
    .array(groups.listed.map { strings($0) })
  }

  /// A string, as it may be longer than numbers of JSON are read; null where it is not known.
  private static func count(_ groups: LeverageReport.Groups) -> JSONOutput {
    groups.count.map { .string($0) } ?? .null
  }
}
