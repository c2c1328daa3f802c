import CasusAnalysis
import CasusDiagnostics
import CasusEngine
import CasusSemantics

/// Puts the questions of one program to the engine, each with what stands above it in sight.
struct QuestionSession {
  let loaded: LoadedProgram
  let limits: EngineLimits
  /// The date and the view that the command line gives to questions that have none.
  let asOf: Moment?
  let view: EntityID?
  let builder: ReportBuilder
  /// Whether to keep what answers were made from.
  var keepsDerivations = false

  /// A scenario, or a question outside of all.
  enum Section {
    case scenario(Scenario)
    case question(Question)

    var span: SourceSpan {
      switch self {
      case .scenario(let scenario): scenario.span
      case .question(let question): question.span
      }
    }
  }

  /// One question with its answer, or why there is none.
  struct Reply {
    var question: Question
    var scenario: Scenario?
    var result: Result<AnswerReport, EngineError>
    var derivation: Derivation?
    /// The date that goes for all questions of its scenario which say none.
    var sectionDate: String?
  }

  init(_ loaded: LoadedProgram, options: SharedOptions) throws(CommandFailure) {
    self.loaded = loaded
    limits = options.engineLimits
    asOf = options.asOf
    let showsDates = options.asOf != nil || loaded.program.dependsOnDates
    builder = ReportBuilder(program: loaded.program, sources: loaded.sources, showsDates: showsDates)
    guard let name = options.accordingTo else {
      view = nil
      return
    }
    guard let entity = entity(named: name, in: loaded.program) else {
      throw CommandFailure(
        status: .usage, message: "--according-to: \(loaded.name.safe) has no entity, or several, called \(name.safe)")
    }
    view = entity
  }

  private var program: Program { loaded.program }

  /// Scenarios and questions in the order of the text.
  var sections: [Section] {
    let all = program.questions.map { Section.question($0) } + program.scenarios.map { Section.scenario($0) }
    return all.sorted { $0.span.start < $1.span.start }
  }

  /// Answers the questions of a section in order; with `expectationsOnly`, of those that only ask nothing is computed.
  func answer(
    _ section: Section, facts shared: inout FactBase?, expectationsOnly: Bool = false, _ body: (Reply) -> Void
  ) {
    func isWanted(_ question: Question) -> Bool { !expectationsOnly || question.expected != nil }
    switch section {
    case .question(let question):
      guard isWanted(question) else { return }
      let facts = shared ?? FactBase(program)
      shared = facts
      var expectations: ExpectationRunner?
      body(reply(to: question, in: nil, facts, &expectations))
    case .scenario(let scenario):
      guard scenario.questions.contains(where: isWanted) else { return }
      let ofFiles = shared ?? FactBase(program)
      shared = ofFiles
      var facts = ofFiles.with(scenario: scenario.statements)
      facts.visibleCount = facts.fileCount
      var expectations: ExpectationRunner?
      for entry in scenario.entries {
        switch entry {
        case .told:
          facts.visibleCount += 1
          expectations = nil
        case .question(let question):
          if isWanted(question) { body(reply(to: question, in: scenario, facts, &expectations)) }
        }
      }
    }
  }

  /// - Parameter expectations: made with the first expectation; whoever tells more facts throws it away.
  private func reply(
    to question: Question, in scenario: Scenario?, _ facts: FactBase, _ expectations: inout ExpectationRunner?
  ) -> Reply {
    var question = question
    Progress.note(progress(of: question, in: scenario))
    // What is expected says itself in which view; options must not turn a test around.
    if question.view == nil, question.expected == nil { question.view = view }
    let sectionMoment = scenario?.asOf ?? asOf ?? Clock.today
    var reply = Reply(question: question, scenario: scenario, result: .failure(.cancelled), sectionDate: nil)
    if builder.showsDates || scenario?.asOf != nil { reply.sectionDate = sectionMoment.description }
    do throws(EngineError) {
      let runner = QuestionRunner(facts, limits: limits)
      let moment = question.asOf ?? sectionMoment
      let answer: Answer
      if keepsDerivations {
        let derivation = try runner.derivation(of: question, asOf: moment)
        answer = derivation.answer
        reply.derivation = derivation
      } else if question.expected != nil {
        var runner = expectations.take() ?? ExpectationRunner(facts, limits: limits)
        answer = try runner.answer(question, asOf: moment)
        expectations = runner
      } else {
        answer = try runner.answer(question, asOf: moment)
      }
      let norm = question.expected == nil ? try runner.normReport(on: question, asOf: moment) : nil
      reply.result = .success(builder.report(of: answer, norm, to: question, in: scenario))
    } catch {
      reply.result = .failure(error)
    }
    return reply
  }
}

extension QuestionSession {
  private func progress(of question: Question, in scenario: Scenario?) -> String {
    let place = builder.place(of: question.span)
    return "\(place.file.safe):\(place.line)" + (scenario.map { " in “\($0.title.safe)”" } ?? "")
  }
}

extension Scenario {
  fileprivate var questions: [Question] {
    entries.compactMap { if case .question(let question) = $0 { question } else { nil } }
  }
}
