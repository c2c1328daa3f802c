@testable import CasusAnalysis
@testable import CasusCommandLine

/// Answers made by hand, one of each kind.
enum SampleReports {
  static let contested: AnswerReport = {
    var report = AnswerReport(
      kind: .ask, query: "CSP.assistance(ally: DPRK, victim: Russia)", file: "kursk.casus", line: 12, scenario: "Kursk",
      accordingTo: nil, asOf: "2025-01-10", outcome: .truth(.contested))
    report.views = [
      .init(name: "Russia", outcome: .truth(.true)), .init(name: "Ukraine", outcome: .truth(.false)),
    ]
    return report
  }()

  static let open: AnswerReport = {
    var report = AnswerReport(
      kind: .ask, query: "CSP.assistance(ally: Russia, victim: DPRK)", file: "kursk.casus", line: 13, scenario: "Kursk",
      accordingTo: nil, asOf: "2025-01-10", outcome: .truth(.unknown))
    report.openFacts = [
      OpenFactReport(
        fact: "approves(FederationCouncil, aid_to: DPRK)", decidedBy: "FederationCouncil",
        asks: "Has Federation Council approved it?", weight: 0.5),
      OpenFactReport(fact: "at_war(DPRK)", weight: 0.001),
    ]
    report.gaps = [GapReport(reason: "“immediately”: no number of days is given", citation: "CSP 4")]
    return report
  }()

  static let failing = AnswerReport(
    kind: .expect(expected: "true", holds: false), query: "at_war(DPRK)", file: "kursk.casus", line: 14,
    scenario: "Kursk", accordingTo: "Ukraine", asOf: "2024-12-01", outcome: .truth(.false))

  static let rows = AnswerReport(
    kind: .ask, query: "vetoes(any, on: any)", file: "votes.casus", line: 2, scenario: nil, accordingTo: nil, asOf: nil,
    outcome: .rows([
      .init(
        bindings: [.init(name: "member", value: .init(text: "Russia")), .init(name: "on", value: .init(text: "d1"))],
        answer: .true, isProved: true),
      .init(
        bindings: [.init(name: "member", value: .init(text: "China")), .init(name: "on", value: .init(text: "d2"))],
        answer: .unknown, isProved: false),
    ]))

  static let fault = AnswerReport(
    kind: .ask, query: "10 / n", file: "sums.casus", line: 3, scenario: nil, accordingTo: nil, asOf: nil,
    outcome: .fault(FaultReport(message: "the divisor is zero, or may be", file: "sums.casus", line: 3)))

  static func value(_ value: ValueReport) -> AnswerReport {
    AnswerReport(
      kind: .ask, query: "troops", file: "sums.casus", line: 4, scenario: nil, accordingTo: nil, asOf: nil,
      outcome: .value(value))
  }

  static func whole(_ number: Int) -> ItemReport { ItemReport(text: "\(number)", isNumber: true) }
}
