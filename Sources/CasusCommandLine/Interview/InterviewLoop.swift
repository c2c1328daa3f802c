import CasusAnalysis
import CasusDiagnostics
import CasusEngine
import CasusSemantics
import CasusSyntax

/// Puts one question at a time until an answer is settled: `casus ask --interactive`, and `:ask` of a session.
struct InterviewLoop {
  let subject: InterviewSubject
  let console: Console
  private var interview: Interview
  private var lines: InterviewLines
  /// What was told by each reply, as it would be written.
  private(set) var told: [(text: String, statements: [CheckedStatement])] = []
  private var isOver = false

  init(_ subject: InterviewSubject, console: Console) throws(EngineError) {
    self.subject = subject
    self.console = console
    interview = try Interview(
      subject.question, facts: subject.runner.facts, asOf: subject.moment, limits: subject.runner.limits)
    lines = InterviewLines(console)
  }

  private var builder: ReportBuilder { subject.builder }
  private var paint: Paint { Paint(isColored: console.colorsOutput) }
  private var width: Int { min(console.outputWidth, 100) }

  /// - Returns: the answer in the end; nil where the user interrupted it.
  mutating func run() throws(EngineError) -> Explanation? {
    let asks = interview.next != nil
    if asks { say(heading) }
    while !isOver {
      if let open = interview.next { put(open) } else if interview.count == 0 { break } else { sayEnd() }
      switch lines.next() {
      case .interrupted: return nil
      case .end: isOver = true
      case .text(let line): try take(line)
      }
    }
    if asks { say("\n") }
    return try explanation()
  }

  private var heading: String {
    paint.heading(
      subject.question.text, asOf: builder.showsDates ? subject.moment.description : nil,
      accordingTo: subject.question.view.map { subject.program[$0].name }, scenario: subject.scenario?.title,
      width: width)
  }

  private func say(_ text: String) { console.write(text) }

  /// What is said below a question.
  private func remark(_ words: String) {
    for line in words.wrapped(to: max(20, width - 4)) { say("    " + line + "\n") }
  }

  private func sayUsage() {
    for line in InterviewReply.usage { say(line.wrapped(to: width).joined(separator: "\n") + "\n") }
  }

  private func explanation() throws(EngineError) -> Explanation {
    let facts = interview.facts ?? subject.runner.facts
    let runner = QuestionRunner(facts, limits: subject.runner.limits)
    let derivation = try runner.derivation(of: subject.question, asOf: subject.moment)
    let norm = try runner.normReport(on: subject.question, asOf: subject.moment)
    return builder.explanation(of: derivation, norm, in: subject.scenario)
  }

  // MARK: Questions

  private func put(_ open: OpenFact) {
    let report = builder.openFact(open)
    var remarks = report.asks == nil ? [] : [report.fact]
    if let decider = report.decidedBy { remarks.append("decided by " + decider) }
    if let form = builder.valueForm(of: open.declaration) { remarks.append(form) }
    say("\n")
    for (position, line) in report.question.safe.wrapped(to: width - 4).enumerated() {
      say((position == 0 ? "\(interview.count + 1). ".padded(to: 4) : "    ") + line + "\n")
    }
    for line in remarks.joined(separator: " · ").safe.wrapped(to: width - 4) where !line.isEmpty {
      say("    " + paint(line, .faint) + "\n")
    }
  }

  private func sayEnd() {
    let words = interview.isSettled ? "This settles it." : "Nothing is left that could be asked."
    let text = words + " back takes the last reply back, save FILE keeps the replies; an empty line ends."
    say("\n" + text.wrapped(to: width).joined(separator: "\n") + "\n")
  }

  private func tellWhy(_ open: OpenFact) throws(EngineError) {
    let form = subject.program.sourceForm(of: open.declaration, open.arguments)
    if let weight = open.weight {
      remark("It decides in \(TextAnswerRenderer.percentage(weight)) of the cases that are still possible.")
    }
    let nodes = try explanation().nodes
    guard var number = nodes.firstIndex(where: { $0.text == form }) else { return }
    remark("It bears on:")
    while let parent = nodes.firstIndex(where: { $0.because.contains(number) }) {
      let node = nodes[parent]
      let citation = node.citation.map { " (" + ExplanationPhrases.words(for: $0) + ")" } ?? ""
      for line in (ExplanationPhrases.headline(of: node) + citation).safe.wrapped(to: width - 6) {
        say("      " + line + "\n")
      }
      number = parent
    }
  }

  // MARK: Replies

  private mutating func take(_ line: String) throws(EngineError) {
    let open = interview.next
    let form = open.map { subject.program.sourceForm(of: $0.declaration, $0.arguments) } ?? ""
    guard let reply = InterviewReply(line, to: form, period: period(of: open)) else {
      isOver = open == nil
      return
    }
    switch reply {
    case .quit: isOver = true
    case .help: sayUsage()
    case .back:
      if interview.goBack() { told.removeLast() } else { remark("There is no reply to take back.") }
    case .why:
      if let open { try tellWhy(open) } else { remark("Nothing is asked.") }
    case .save(let path): save(to: path)
    case .statement(let text):
      guard open != nil else { return sayUsage() }
      try tell(text)
    }
  }

  /// The period of what is told already, which a reply adds to.
  private func period(of open: OpenFact?) -> String {
    guard let open, let facts = interview.facts,
      case .period(let from, let until)? = facts.periodTold(of: open, view: subject.question.view, at: subject.moment)
    else { return "" }
    return (from.map { " from " + $0.description } ?? "") + (until.map { " until " + $0.description } ?? "")
  }

  private mutating func tell(_ text: String) throws(EngineError) {
    let replied = told.flatMap { $0.statements }
    switch StatementReading.read(text, in: builder, behind: subject.told + replied) {
    case .failure(let problem): remark(problem.message.safe)
    case .success(let statements):
      var facts = interview.facts ?? subject.runner.facts
      facts.tell(statements, inScenario: subject.repliesAreOfScenario)
      try interview.reply(knowing: facts)
      told.append((text, statements))
    }
  }

  private func save(to path: String) {
    guard !path.isEmpty else { return remark("save needs the path of a file.") }
    do throws(FileSystem.WritingFailure) {
      try FileSystem.write(told.map { $0.text + "\n" }.joined(), to: path, appending: false)
      remark("Saved to \(path.safe).")
    } catch {
      remark("\(path.safe) cannot be written: \(error.reason)")
    }
  }
}
