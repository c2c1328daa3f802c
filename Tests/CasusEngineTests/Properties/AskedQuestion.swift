import CasusEngine
import CasusSemantics

/// A question of a scenario with what it sees.
struct AskedQuestion {
  var question: Question
  var told: [CheckedStatement]
  var moment: Moment
  /// The scenario's number, and the question's in it.
  var place: (scenario: Int, question: Int)

  /// Every question of a program.
  static func all(of program: Program) -> [AskedQuestion] {
    var asked: [AskedQuestion] = []
    for (number, scenario) in program.scenarios.enumerated() {
      var told: [CheckedStatement] = []
      var count = 0
      for entry in scenario.entries {
        switch entry {
        case .told(let statement): told.append(statement)
        case .question(let question):
          let moment = question.asOf ?? scenario.asOf ?? ProgramComparison.today
          asked.append(AskedQuestion(question: question, told: told, moment: moment, place: (number, count)))
          count += 1
        }
      }
    }
    return asked
  }

  func answer(_ program: Program, limits: EngineLimits = EngineLimits()) -> Answer? {
    try? QuestionRunner(FactBase(program, scenario: told), limits: limits).answer(question, asOf: moment)
  }
}

/// What an answer says, without what may differ with the order of things.
struct Essence: Equatable, CustomStringConvertible {
  var outcome: String
  var finding: String
  var views: [String: String]

  init(_ answer: Answer, in program: Program) {
    switch answer.outcome {
    case .fault: outcome = "fault"
    case .rows(let rows):
      outcome = rows.map { "\($0.values) \(ReferenceOutcome($0.outcome))" }.sorted().joined(separator: "; ")
    default: outcome = "\(answer.outcome)"
    }
    finding = Essence.text(answer.finding)
    let named = answer.views.map { (program[$0.name].name, Essence.text($0.finding)) }
    views = Dictionary(named) { first, _ in first }
  }

  static func text(_ finding: Finding) -> String {
    "\(finding.result)\(finding.isProved ? "" : " unproved")\(finding.isCircular ? " circular" : "")"
  }

  var description: String {
    let views = views.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    return ([outcome, finding] + views).joined(separator: " | ")
  }
}
