import CasusAnalysis
import CasusDiagnostics
import CasusEngine
import CasusREPL
import CasusSemantics
import CasusSyntax

/// A question that was understood: all that an analysis needs.
struct UnderstoodQuestion {
  var question: Question
  var facts: FactBase
  var moment: Moment
  var builder: ReportBuilder
  var sources: SourceMap { builder.sources }
}

/// Asking.
extension InteractiveSession {
  /// Answers a bare query, or each `ask` and `expect` of an entry.
  mutating func ask(_ entry: Entry) -> ExitStatus {
    do throws(CommandFailure) {
      let questions = try understand(withLast(entry.bytes), firstLine: entry.firstLine)
      lastEntry = entry
      var status = ExitStatus.success
      for question in questions { status = status.then(answer(question)) }
      return status
    } catch {
      if !error.message.isEmpty { say("casus: \(error.message)") }
      return error.status
    }
  }

  /// The query of a command, or the last one where it names none.
  ///
  /// - Parameter isAsked: whether it is the last query from now on.
  mutating func question(_ words: String, isAsked: Bool = true) throws(CommandFailure) -> UnderstoodQuestion {
    if words.isEmpty || words == "_" {
      guard let last else { throw CommandFailure(status: .usage, message: "nothing was asked yet: name a query") }
      return try understand(last)
    }
    let questions = try understand(withLast(Array(words.utf8)), firstLine: commandLine)
    guard let question = questions.first, questions.count == 1 else {
      throw CommandFailure(status: .usage, message: "one query is wanted")
    }
    if isAsked { note(question) }
    return question
  }

  /// A query that was asked before, in the program as it is now.
  mutating func understand(_ asked: PastQuery) throws(CommandFailure) -> UnderstoodQuestion {
    var questions = try understand(Array(asked.text.utf8), firstLine: 1)
    guard var question = questions.popLast() else { throw CommandFailure(status: .usage, message: "") }
    question.question.asOf = asked.asOf
    if let asOf = asked.asOf { question.moment = asOf }
    if let view = asked.view { question.question.view = try self.view(view) }
    return question
  }

  // MARK: Understanding

  private mutating func understand(
    _ bytes: [UInt8], firstLine: Int
  ) throws(CommandFailure) -> [UnderstoodQuestion] {
    let source = SourceText(name: inputName, bytes: bytes, firstLine: firstLine)
    let id = state.addPassing(source)
    let limits = ParserLimits(maximumDepth: state.limits.maximumDepth)
    var addition: CheckedAddition
    if EntryGrammar.isItem(bytes) {
      let parsed = parse(source, id: id, limits: limits)
      guard !parsed.hasErrors else { throw refusal(of: parsed.diagnostics) }
      addition = checkAddition(
        parsed.tree.items, to: state.program, sources: state.sources, told: state.program.statements.count,
        limits: state.limits)
    } else {
      let parsed = parseQuery(source, id: id, limits: limits)
      guard !parsed.hasErrors else {
        // It may have been meant as a statement whose first word is misspelt.
        let items = parse(source, id: id, limits: limits).diagnostics
        throw refusal(of: items.first?.code == .misspeltWord ? items : parsed.diagnostics)
      }
      addition = checkQuestion(parsed.expression, of: state.program, sources: state.sources, limits: state.limits)
    }
    guard addition.diagnostics.isEmpty else { throw refusal(of: addition.diagnostics) }
    guard let program = addition.program else { return [] }
    return try understood(addition.questions, in: program)
  }

  private mutating func understood(
    _ questions: [Question], in program: Program
  ) throws(CommandFailure) -> [UnderstoodQuestion] {
    let facts = state.facts().asked(in: program)
    let builder = ReportBuilder(
      program: program, sources: state.sources, showsDates: state.dependsOnDates || context.asOf != nil)
    let view = try context.view.map { (name) throws(CommandFailure) in try self.view(name) }
    return questions.map { question in
      var question = question
      // What is expected says itself in which view.
      if question.view == nil, question.expected == nil { question.view = view }
      return UnderstoodQuestion(
        question: question, facts: facts, moment: question.asOf ?? presentMoment ?? Clock.today, builder: builder)
    }
  }

  /// The date that goes for questions that say none; nil is today.
  var presentMoment: Moment? { context.asOf ?? state.scenario?.asOf }

  func view(_ name: String) throws(CommandFailure) -> EntityID {
    guard let entity = entity(named: name, in: state.program) else {
      throw CommandFailure(status: .wrongInput, message: "no entity, or several, are called \(name.safe)")
    }
    return entity
  }

  private func refusal(of diagnostics: [Diagnostic]) -> CommandFailure {
    report(diagnostics, in: state.sources)
    return CommandFailure(status: diagnostics.failureStatus, message: "")
  }

  /// A text with the last query in the place of each `_`, in brackets where others stand beside it.
  private func withLast(_ bytes: [UInt8]) -> [UInt8] {
    guard let last, bytes.contains(UInt8(ascii: "_")) else { return bytes }
    let tokens = tokenize(bytes)
    let isAlone = tokens.count { !$0.kind.isTrivia && $0.kind != .keyword(.ask) } == 1
    let words = Array((isAlone || last.isSimple ? last.text : "(\(last.text))").utf8)
    var result: [UInt8] = []
    var offset = 0
    for token in tokens {
      let piece = bytes[offset..<offset + Int(token.length)]
      result += piece.elementsEqual([UInt8(ascii: "_")]) ? ArraySlice(words) : piece
      offset += Int(token.length)
    }
    return result
  }

  // MARK: Answering

  mutating func answer(_ asked: UnderstoodQuestion) -> ExitStatus {
    if asked.question.expected == nil { note(asked) }
    do throws(EngineError) {
      let report = try report(on: asked)
      output.write(report, knownDate: isInteractive ? presentMoment?.description : nil)
      switch (report.kind, report.outcome) {
      case (_, .fault): return .wrongInput
      case (.expect(_, holds: false), _): return .finding
      default: return .success
      }
    } catch {
      return fail(error, asked)
    }
  }

  func report(on asked: UnderstoodQuestion) throws(EngineError) -> AnswerReport {
    let runner = QuestionRunner(asked.facts, limits: engineLimits)
    let answer = try runner.answer(asked.question, asOf: asked.moment)
    let norm = asked.question.expected == nil ? try runner.normReport(on: asked.question, asOf: asked.moment) : nil
    return asked.builder.report(of: answer, norm, to: asked.question, in: nil)
  }

  /// Tells why a question has no answer. What the user broke off needs no more words.
  func fail(_ error: EngineError, _ asked: UnderstoodQuestion) -> ExitStatus {
    if error == .cancelled {
      say("interrupted")
    } else {
      report([error.diagnostic(for: asked.question)], in: asked.sources)
      if isInteractive, case .limit = error { say("`:set` shows the bounds, and moves them.") }
    }
    return error.status
  }

  private mutating func note(_ asked: UnderstoodQuestion) {
    let view = asked.question.view.map { asked.builder.program[$0].name }
    let query = PastQuery(
      text: asked.question.text, asOf: asked.question.asOf, view: view == context.view ? nil : view)
    last = query
    if !self.asked.contains(query) { self.asked.append(query) }
  }
}
