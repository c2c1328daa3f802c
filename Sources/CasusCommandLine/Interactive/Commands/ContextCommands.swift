import CasusDiagnostics
import CasusEngine
import CasusSemantics

/// Commands that set how questions are answered.
extension SessionCommand {
  static let view = SessionCommand(
    name: "view", arguments: "[ACTOR|none]", topic: .context, summary: "Answer in the view of an actor.",
    details: "Without an actor: whose views there are. `:view none` answers over all views again.", completion: .view
  ) { session, argument throws(CommandFailure) in
    guard !argument.isEmpty else { return session.listViews() }
    var view: String?
    if argument != "none" { view = session.state.program[try session.view(argument.unquoted)].name }
    session.change("view \(argument)") { $0.view = view }
  }

  static let asOf = SessionCommand(
    name: "asof", arguments: "[DATE|none]", topic: .context, summary: "Answer as of a date.",
    details: """
      Without a date: which one is used. `:asof none` goes back to that of the scenario, or to today. A question's own \
      `as of` comes first.
      """, completion: .date
  ) { session, argument throws(CommandFailure) in
    guard !argument.isEmpty else {
      let date = session.presentMoment?.description ?? "today, \(Clock.today)"
      return session.output.write("  as of " + date + "\n")
    }
    var date: Moment?
    if argument != "none" {
      guard let moment = try? Moment(text: argument) else {
        throw CommandFailure(
          status: .usage, message: "a date is written 2024-06-19, 2024-06-19T05:30Z or 2024-06-19T14:30+09:00")
      }
      date = moment
    }
    session.change("asof \(argument)") { $0.asOf = date }
  }

  static let scenario = SessionCommand(
    name: "scenario", arguments: "[TITLE|none]", topic: .context,
    summary: "Enter a scenario: its statements count, and what you state belongs to it.",
    details: """
      Without a title: which there are. The beginning of a title is enough; a title that no scenario has begins a new one. \
      What is stated in a scenario comes before what the program states. `:scenario none` leaves it; what was stated in it \
      is kept for when it is entered again.
      """, completion: .scenario
  ) { session, argument throws(CommandFailure) in
    guard !argument.isEmpty else { return session.listScenarios() }
    try session.enterScenario(argument == "none" ? nil : argument.unquoted)
  }
}

extension InteractiveSession {
  /// Changes how questions are answered, so that it can be taken back.
  fileprivate mutating func change(_ what: String, _ body: (inout AnswerContext) -> Void) {
    var changed = context
    body(&changed)
    guard changed != context else { return }
    noteChange(what)
    context = changed
  }

  fileprivate mutating func listViews() {
    var lines = ""
    for view in state.facts().views {
      let entity = state.program[view]
      let mark = entity.name == context.view ? "* " : "  "
      lines += "  " + mark + entity.name.safe + paintFaint(entity.label.map { "   " + $0.safe } ?? "") + "\n"
    }
    output.write(lines.isEmpty ? "  no statement says according to whom\n" : lines)
  }

  fileprivate func listScenarios() {
    var lines = ""
    var titles = state.program.scenarios.map { $0.title }
    for title in state.blocks.compactMap({ $0.scenario }) + (context.scenario.map { [$0] } ?? [])
    where !titles.contains(title) {
      titles.append(title)
    }
    for title in titles {
      let date = state.program.scenarios.first { $0.title == title }?.asOf.map { paintFaint("   as of \($0)") } ?? ""
      lines += "  " + (title == context.scenario ? "* " : "  ") + title.safe + date + "\n"
    }
    output.write(lines.isEmpty ? "  there are no scenarios\n" : lines)
  }

  fileprivate mutating func enterScenario(_ name: String?) throws(CommandFailure) {
    var title = name
    if let name {
      let titles = state.program.scenarios.map { $0.title } + state.blocks.compactMap { $0.scenario }
      title = titles.first { $0 == name } ?? titles.first { $0.hasPrefix(name) } ?? name
    }
    guard title != context.scenario else { return }
    let change = ChangeHistory.Change(
      what: "scenario \(name ?? "none")", files: state.files, blockCount: state.blocks.count, context: context)
    let compilation = state.rebuild(entering: title)
    guard compilation.program != nil else {
      let errors = compilation.diagnostics.filter { $0.severity == .error }
      report(errors, in: compilation.sources)
      throw CommandFailure(status: errors.failureStatus, message: "")
    }
    changes.note(change)
    context.scenario = title
    // Its own date counts, until another is chosen.
    if state.scenario?.asOf != nil { context.asOf = nil }
    guard isInteractive, let scenario = state.scenario else { return }
    let count = scenario.statements.count
    say(
      scenario.isNew && count == 0
        ? "A new scenario: what you state belongs to it, and comes before the program."
        : "\(scenario.title.safe): \(count) \(count == 1 ? "statement" : "statements").")
  }
}
