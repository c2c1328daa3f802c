import Casus
import Foundation

/// What an explanation costs beside the plain answer, of questions to the examples of the repository.
enum Explaining {
  private static let questions: [(file: String, query: String, date: [Int])] = [
    ("russia-dprk-2024/facts.casus", "CSP.assistance(ally: DPRK, victim: Russia)", [2026, 11, 1]),
    ("russia-dprk-2024/facts.casus", "Charter.no_force(by: DPRK, against: Ukraine)", [2026, 11, 1]),
    ("war-powers/libya.casus", "breached(WarPowers.termination(of: Libya))", [2026, 11, 1]),
    (
      "north-atlantic/history.casus",
      "NorthAtlantic.armed_assistance(ally: Germany, victim: UnitedStates, in: September11)", [2001, 10, 2]
    ),
    (
      "north-atlantic/history.casus", "NorthAtlantic.casus_foederis(UnitedStates, in: September11)", [2001, 9, 12]
    ),
    ("triple-alliance/history.casus", "TripleAlliance.alliance(Italy, for: Germany)", [1914, 8, 5]),
  ]

  static let repository = URL(filePath: #filePath).appending(path: "../../../../..").standardizedFileURL

  static func run(rounds: Int) throws {
    for question in questions {
      let program = try Program(contentsOf: repository.appending(path: "Examples/" + question.file))
      let query = try program.query(question.query)
      let date = try Moment.day(question.date[0], question.date[1], question.date[2])
      var contest = Contest(question.query, units: 5)
      contest.add("the answer") {
        var found = ""
        for _ in 0..<5 { found = String(describing: try query.answer(asOf: date).truth) }
        return found
      }
      contest.add("the explanation, with the answer") {
        var steps = 0
        for _ in 0..<5 { steps = try query.explanation(asOf: date).steps.count }
        return "\(steps) steps"
      }
      try contest.run(rounds: rounds)
    }
  }
}
