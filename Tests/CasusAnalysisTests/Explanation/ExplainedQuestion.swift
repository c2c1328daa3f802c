import CasusAnalysis
import CasusDiagnostics
import CasusEngine
import CasusSemantics
import Foundation

/// A question of a program in the repository, with what it sees.
struct ExplainedQuestion {
  var program: Program
  var sources: SourceMap
  var question: Question
  var told: [CheckedStatement]
  var moment: Moment

  var facts: FactBase { FactBase(program, scenario: told) }

  static let today = Moment(minutes: 29_000_000) ?? .latest

  /// Every question of a program.
  static func all(of program: Program, _ sources: SourceMap) -> [ExplainedQuestion] {
    var asked: [ExplainedQuestion] = []
    func add(_ question: Question, _ told: [CheckedStatement], _ date: Moment?) {
      asked.append(
        ExplainedQuestion(
          program: program, sources: sources, question: question, told: told, moment: question.asOf ?? date ?? today))
    }
    for question in program.questions { add(question, [], nil) }
    for scenario in program.scenarios {
      var told: [CheckedStatement] = []
      for entry in scenario.entries {
        switch entry {
        case .told(let statement): told.append(statement)
        case .question(let question): add(question, told, scenario.asOf)
        }
      }
    }
    return asked
  }

  func explanation(showsAll: Bool = false) throws -> Explanation {
    let runner = QuestionRunner(facts)
    let derivation = try runner.derivation(of: question, asOf: moment)
    let norm = try runner.normReport(on: question, asOf: moment)
    let builder = ReportBuilder(program: program, sources: sources, showsDates: true)
    return builder.explanation(of: derivation, norm, in: nil, showsAll: showsAll)
  }

  func answer() throws -> Answer { try QuestionRunner(facts).answer(question, asOf: moment) }

  /// The answer where nothing is told but some of the statements, and what instruments say of their parties.
  func answer(telling positions: [Int]) throws -> Answer {
    let kept = Set(positions)
    var program = program
    let count = program.statements.count
    program.statements = program.statements.enumerated().filter { $0.element.isOfHeading || kept.contains($0.offset) }
      .map { $0.element }
    let told = told.enumerated().filter { kept.contains(count + $0.offset) }.map { $0.element }
    return try QuestionRunner(FactBase(program, scenario: told)).answer(question, asOf: moment)
  }
}
