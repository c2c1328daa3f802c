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
    case .value(let set): outcome = Essence.text(set)
    default: outcome = "\(answer.outcome)"
    }
    finding = Essence.text(answer.finding)
    let named = answer.views.map { (program[$0.name].name, Essence.text($0.finding)) }
    views = Dictionary(named) { first, _ in first }
  }

  /// Which views are listed depends on what the engine had to look at: one that is not is answered as nobody's is.
  func agrees(with other: Essence) -> Bool {
    let names = Set(views.keys).union(other.views.keys)
    return outcome == other.outcome && finding == other.finding
      && names.allSatisfy { views[$0] ?? finding == other.views[$0] ?? other.finding }
  }

  static func text(_ finding: Finding) -> String {
    "\(text(finding.result))\(finding.isProved ? "" : " unproved")\(finding.isCircular ? " circular" : "")"
  }

  private static func text(_ result: Finding.Result) -> String {
    switch result {
    case .truth(let truth): truth.map { "\($0)" } ?? "unknown"
    case .values(let set): text(set)
    case .fault: "fault"
    }
  }

  static func text(_ set: ValueSet) -> String {
    switch set {
    case .oneOf(let values): "{" + values.map { $0.number.description }.joined(separator: ", ") + "}"
    case .range(let low, let high): (low?.number.description ?? "…") + " to " + (high?.number.description ?? "…")
    }
  }

  var description: String {
    let views = views.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    return ([outcome, finding] + views).joined(separator: " | ")
  }
}
