import CasusAnalysis
import CasusEngine
import CasusSemantics

/// What an interview is about: a question, with all that is in sight of it.
struct InterviewSubject {
  var question: Question
  var moment: Moment
  var runner: QuestionRunner
  var builder: ReportBuilder
  /// The scenario to name above the first question.
  var scenario: Scenario?
  /// The statements beside which replies come to stand: they must not contradict them.
  var told: [CheckedStatement]
  /// Whether replies come before what the program states, as the statements of a scenario do.
  var repliesAreOfScenario: Bool

  var program: Program { builder.program }
}

extension InterviewSubject {
  /// What the command line asks.
  init(_ asked: ScenarioQuestion) {
    self.init(
      question: asked.question, moment: asked.moment, runner: asked.runner, builder: asked.session.builder,
      scenario: asked.scenario, told: asked.scenario?.statements ?? [], repliesAreOfScenario: true)
  }
}
