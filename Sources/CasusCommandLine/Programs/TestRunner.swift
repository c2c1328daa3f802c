import CasusAnalysis
import CasusDiagnostics
import CasusEngine
import CasusSemantics

/// What became of a scenario that expects something.
struct ScenarioResult: Sendable, Equatable {
  struct Expectation: Sendable, Equatable {
    enum Verdict: Sendable, Equatable {
      case answered(AnswerReport)
      /// No answer at all: a limit, or something that is not yet supported.
      case failed(message: String, file: String, line: Int)
    }
    var line: Int
    var verdict: Verdict

    var holds: Bool {
      if case .answered(let report) = verdict, case .expect(_, true) = report.kind { return true }
      return false
    }
  }
  var file: String
  /// Its title; of expectations outside scenarios, nil.
  var scenario: String?
  var line: Int
  var expectations: [Expectation] = []

  var passes: Bool { expectations.allSatisfy { $0.holds } }
}

/// Runs the expectations of one program.
struct TestRunner {
  let options: SharedOptions
  let console: Console
  /// What the titles of scenarios must contain.
  let filter: String?
  private(set) var results: [ScenarioResult] = []
  /// What the expectations have decided; nil where nobody wants to know.
  private(set) var coverage: CoverageReport?

  init(options: SharedOptions, console: Console, filter: String?, measuresCoverage: Bool) {
    self.options = options
    self.console = console
    self.filter = filter
    coverage = measuresCoverage ? CoverageReport() : nil
  }

  mutating func run(_ file: String) -> ExitStatus {
    var status = ExitStatus.success
    let reader = ProgramReader(options: options, console: console)
    do throws(CommandFailure) {
      var session = try QuestionSession(try reader.program(at: file), options: options)
      session.keepsDerivations = coverage != nil
      var decided = Coverage()
      var facts: FactBase?
      for section in session.sections where isWanted(section) {
        var result = self.result(for: section, session)
        session.answer(section, facts: &facts, expectationsOnly: true) { reply in
          let expectation = self.expectation(of: reply, session)
          if let derivation = reply.derivation { decided.add(derivation) }
          if case .failure(let error) = reply.result {
            reader.report([error.diagnostic(for: reply.question)], in: session.loaded.sources)
            status = status.then(error.status)
          } else if !expectation.holds {
            status = status.then(.finding)
          }
          result.expectations.append(expectation)
        }
        add(result)
      }
      coverage?.add(CoverageReport(decided, of: session.loaded.program, in: session.loaded.sources))
    } catch {
      if !error.message.isEmpty { console.message("casus: \(error.message)\n") }
      return error.status
    }
    return status
  }

  private func isWanted(_ section: QuestionSession.Section) -> Bool {
    guard let filter else { return true }
    guard case .scenario(let scenario) = section else { return false }
    return scenario.title.contains(filter)
  }

  private func result(for section: QuestionSession.Section, _ session: QuestionSession) -> ScenarioResult {
    let place = session.builder.place(of: section.span)
    guard case .scenario(let scenario) = section else { return ScenarioResult(file: place.file, line: place.line) }
    return ScenarioResult(file: place.file, scenario: scenario.title, line: place.line)
  }

  private func expectation(
    of reply: QuestionSession.Reply, _ session: QuestionSession
  ) -> ScenarioResult.Expectation {
    switch reply.result {
    case .success(let report): return .init(line: report.line, verdict: .answered(report))
    case .failure(let error):
      let place = session.builder.place(of: reply.question.span)
      let message = error.diagnostic(for: reply.question).message
      return .init(line: place.line, verdict: .failed(message: message, file: place.file, line: place.line))
    }
  }

  /// Expectations outside scenarios count together, as one.
  private mutating func add(_ result: ScenarioResult) {
    guard !result.expectations.isEmpty else { return }
    if result.scenario == nil, let index = results.firstIndex(where: { $0.scenario == nil }) {
      results[index].expectations += result.expectations
    } else {
      results.append(result)
    }
  }
}
