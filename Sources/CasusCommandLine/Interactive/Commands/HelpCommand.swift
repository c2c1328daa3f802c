import CasusDiagnostics

/// `:help`, which knows commands, topics and the codes of diagnostics.
extension SessionCommand {
  static let help = SessionCommand(
    name: "help", arguments: "[TOPIC]", topic: .session, summary: "List commands, or tell more about one.",
    details: "TOPIC is a command, the code of an error such as C0301, or one of the topics that `:help` lists.",
    completion: .topic
  ) { session, argument throws(CommandFailure) in
    session.output.write(try SessionHelp(session).text(about: argument))
  }
}

/// What help says.
struct SessionHelp {
  private let session: InteractiveSession
  private var width: Int { min(session.output.width, 80) }

  init(_ session: InteractiveSession) { self.session = session }

  func text(about subject: String) throws(CommandFailure) -> String {
    let name = subject.first == ":" ? String(subject.dropFirst()) : subject
    if name.isEmpty { return overview }
    if let code = DiagnosticCode.named(name) { return describe(code, width: width) }
    if let topic = HelpTopic.all.first(where: { $0.name == name }) { return text(of: topic) }
    let found = SessionCommand.named(name)
    if found.count == 1, let command = found.first { return text(of: command) }
    let near = nearest(to: name, among: SessionCommand.all.map { $0.name } + HelpTopic.all.map { $0.name })
    throw CommandFailure(
      status: .usage, message: "there is no help on \(name.safe)" + (near.map { "; did you mean `:help \($0)`?" } ?? "")
    )
  }

  private var overview: String {
    var text = wrapped(
      "Type a query to have it answered, or whatever a program may contain; _ is the last query. Commands begin with a "
        + "colon, and may be shortened.", indentation: 0)
    for topic in SessionCommand.Topic.allCases {
      text += "\n" + heading(topic.rawValue) + "\n"
      for command in SessionCommand.all where command.topic == topic { text += line(for: command) }
    }
    let topics = HelpTopic.all.map { $0.name }.joined(separator: ", ")
    return text + "\n"
      + wrapped(
        "More: :help COMMAND, :help CODE (of an error, such as C0301), and :help TOPIC with \(topics).", indentation: 0)
  }

  private func line(for command: SessionCommand) -> String {
    let usage = ":" + command.name + (command.arguments.isEmpty ? "" : " " + command.arguments)
    // On a narrow terminal what a command does stands below it.
    let column = width < 60 ? 4 : 24
    let lines = command.summary.wrapped(to: max(20, width - column - 2))
    guard usage.count <= column - 2 else {
      return "  " + usage + "\n" + lines.map { String(repeating: " ", count: column + 2) + $0 + "\n" }.joined()
    }
    return lines.enumerated().map { index, line in
      "  " + (index == 0 ? usage : "").padded(to: column) + line + "\n"
    }.joined()
  }

  private func text(of command: SessionCommand) -> String {
    let usage = ":" + command.name + (command.arguments.isEmpty ? "" : " " + command.arguments)
    let details = command.details.isEmpty ? "" : wrapped(command.details, indentation: 2)
    return heading(usage) + "\n" + wrapped(command.summary, indentation: 2) + details
  }

  private func text(of topic: HelpTopic) -> String {
    let lines = topic.text.split(separator: "\n", omittingEmptySubsequences: false)
    return heading(topic.title) + "\n" + lines.map { $0.isEmpty ? "\n" : "  " + $0 + "\n" }.joined()
  }

  private func heading(_ words: String) -> String { session.output.paint(words, .heading) }

  private func wrapped(_ words: String, indentation: Int) -> String {
    let blanks = String(repeating: " ", count: indentation)
    return words.wrapped(to: max(20, width - indentation)).map { blanks + $0 + "\n" }.joined()
  }
}
