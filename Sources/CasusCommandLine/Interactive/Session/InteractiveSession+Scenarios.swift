import CasusAnalysis
import CasusDiagnostics
import CasusEngine
import CasusSemantics

/// Scenarios that run, as in a file.
extension InteractiveSession {
  /// Runs the scenarios that were just typed.
  mutating func runScenarios(of block: TypedBlock) -> ExitStatus {
    guard block.statementCount == nil else { return .success }
    var status = ExitStatus.success
    for scenario in state.program.scenarios where scenario.span.source == block.id {
      status = status.then(run(scenario))
    }
    return status
  }

  /// Answers the questions of a scenario, each with the statements above it in sight.
  private mutating func run(_ scenario: Scenario) -> ExitStatus {
    let told = scenario.entries.compactMap { if case .told(let statement) = $0 { statement } else { nil } }
    var facts = FactBase(state.program, scenario: told)
    facts.visibleCount = facts.fileCount
    let builder = ReportBuilder(
      program: state.program, sources: state.sources, showsDates: state.dependsOnDates || scenario.asOf != nil)
    let date = scenario.asOf ?? context.asOf
    var status = ExitStatus.success
    for entry in scenario.entries {
      guard case .question(let question) = entry else {
        facts.visibleCount += 1
        continue
      }
      let asked = UnderstoodQuestion(
        question: question, facts: facts, moment: question.asOf ?? date ?? Clock.today, builder: builder)
      do throws(EngineError) {
        let report = try report(on: asked)
        output.write(report, knownDate: date?.description, isReply: false)
        if case .expect(_, holds: false) = report.kind { status = status.then(.finding) }
        if case .fault = report.outcome { status = status.then(.wrongInput) }
      } catch {
        status = status.then(fail(error, asked))
      }
    }
    return status
  }
}
