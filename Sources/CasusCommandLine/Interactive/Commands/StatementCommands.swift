import CasusAnalysis
import CasusDiagnostics
import CasusEngine
import CasusREPL
import CasusSemantics

/// Commands about what is told.
extension SessionCommand {
  static let assert = SessionCommand(
    name: "assert", arguments: "STATEMENT|NUMBER", topic: .statements,
    summary: "State that something holds; a number means an open fact of the last answer.",
    details:
      "`:assert at_war(Russia)` is `assert at_war(Russia)`. `:assert 1` asserts the first fact that `:open` lists.",
    completion: .statement
  ) { session, argument throws(CommandFailure) in try session.state("assert", argument) }

  static let deny = SessionCommand(
    name: "deny", arguments: "STATEMENT|NUMBER", topic: .statements,
    summary: "State that something does not hold; a number as above.", completion: .statement
  ) { session, argument throws(CommandFailure) in try session.state("deny", argument) }

  static let undo = SessionCommand(
    name: "undo", arguments: "[COUNT]", topic: .statements, summary: "Take back the last entry, load or setting.",
    details: "What was pasted in one go is one entry. Settings are the view, the date and the scenario."
  ) { session, argument throws(CommandFailure) in
    for _ in 0..<(try session.count(argument)) {
      guard let what = try session.undo() else { throw CommandFailure(status: .usage, message: "nothing to take back") }
      if session.isInteractive { session.say("Taken back: " + what.heading) }
    }
  }

  static let redo = SessionCommand(
    name: "redo", arguments: "[COUNT]", topic: .statements, summary: "Bring back what was taken back last."
  ) { session, argument throws(CommandFailure) in
    for _ in 0..<(try session.count(argument)) {
      guard let what = try session.redo() else {
        throw CommandFailure(status: .usage, message: "nothing to bring back")
      }
      if session.isInteractive { session.say("Brought back: " + what.heading) }
    }
  }

  static let facts = SessionCommand(
    name: "facts", arguments: "[NAME]", topic: .statements,
    summary: "List what is told, of everything or of one fact, event or rule.", completion: .declaration
  ) { session, argument throws(CommandFailure) in
    let wanted = argument.isEmpty ? nil : try session.declaration(named: argument)
    session.listStatements(of: wanted)
  }

  static let diff = SessionCommand(
    name: "diff", topic: .statements, summary: "Tell which answers the last entry changed.",
    details:
      "All queries that were asked so far are answered without it and with it; those whose answers differ are shown."
  ) { session, _ throws(CommandFailure) in try session.showDifferences() }
}

extension String {
  /// On one line, its beginning if it is long.
  fileprivate var heading: String {
    onOneLine.safe.shortened(to: 70)
  }
}

extension InteractiveSession {
  fileprivate func count(_ argument: String) throws(CommandFailure) -> Int {
    if argument.isEmpty { return 1 }
    guard let count = Int(argument), 1...1_000 ~= count else {
      throw CommandFailure(status: .usage, message: "a number of entries is wanted, from 1 to 1000")
    }
    return count
  }

  fileprivate mutating func state(_ verb: String, _ argument: String) throws(CommandFailure) {
    guard !argument.isEmpty else {
      throw CommandFailure(status: .usage, message: ":\(verb) needs a statement, or the number of an open fact")
    }
    var text = argument
    if let number = Int(argument) {
      let open = try openFacts()
      guard open.indices.contains(number - 1) else {
        throw CommandFailure(
          status: .usage, message: "the last answer has \(open.count) open facts; `:open` lists them")
      }
      text = open[number - 1].fact
      if isInteractive { output.write(paintFaint("\(verb) \(text)") + "\n") }
    }
    let entry = Entry(.text, Array("\(verb) \(text)".utf8), firstLine: commandLine)
    try check(take([entry], stopsAtFirst: true))
  }

  func paintFaint(_ text: String) -> String { output.paint(text, .faint) }

  fileprivate mutating func listStatements(of wanted: DeclarationID?) {
    let facts = state.facts()
    var lines: [String] = []
    for (position, statement) in facts.statements.enumerated() where wanted == nil || statement.declaration == wanted {
      // The heading of an instrument names its parties alone.
      let written = statement.isOfHeading ? nil : state.sources[statement.span.source]?.text(in: statement.span)
      let text = written ?? state.program.sourceForm(of: statement)
      let place = output.paint("   " + self.place(of: statement.span), .faint)
      let mark = position >= facts.fileCount ? output.paint("  in the scenario", .faint) : ""
      lines.append("  " + text.onOneLine.safe + place + mark + "\n")
    }
    output.write(lines.isEmpty ? "  nothing is told\n" : lines.joined())
  }

  /// Answers all queries of the session without the last change, and with it.
  fileprivate mutating func showDifferences() throws(CommandFailure) {
    guard changes.done.last != nil else { throw CommandFailure(status: .usage, message: "nothing was entered yet") }
    guard !asked.isEmpty else { throw CommandFailure(status: .usage, message: "nothing was asked yet") }
    var before = self
    guard let what = try before.undo() else { return }
    output.write(paintFaint("  " + what.heading) + "\n")
    var differing = 0
    for query in asked {
      let old = before.answerWord(of: query)
      let new = answerWord(of: query)
      if Interrupt.isPending { throw CommandFailure(status: .interrupted, message: "interrupted") }
      guard old != new else { continue }
      differing += 1
      var words = query.text.safe
      if let view = query.view { words += " according to " + view.safe }
      if let date = query.asOf { words += " as of \(date)" }
      output.write("  " + words + "\n    " + old + " → " + new + "\n")
    }
    let same = asked.count - differing
    if same > 0 { output.write(paintFaint("  \(same) \(same == 1 ? "answer is" : "answers are") as before") + "\n") }
  }

  /// An answer in few words.
  private mutating func answerWord(of query: PastQuery) -> String {
    // A name that only the last entry declares means nothing without it.
    guard let question = try? quietly({ (session) throws(CommandFailure) in try session.understand(query) }),
      let report = try? self.report(on: question)
    else { return "no answer" }
    return report.outcome.text.safe + (report.isProved ? "" : ", unproved") + (report.isCircular ? ", circular" : "")
  }
}
