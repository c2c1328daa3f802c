/// Commands about the session itself.
extension SessionCommand {
  static let set = SessionCommand(
    name: "set", arguments: "[NAME [VALUE]]", topic: .session, summary: "Show or set options.",
    details: "max-steps, max-depth and max-memory as on the command line; pager on or off.", completion: .setting
  ) { session, argument throws(CommandFailure) in
    let words = argument.split(separator: " ", omittingEmptySubsequences: true).map { String($0) }
    guard let name = words.first else { return session.listSettings() }
    guard let setting = SessionSetting.named(name) else {
      let names = SessionSetting.all.map { $0.name }.joined(separator: ", ")
      throw CommandFailure(status: .usage, message: "there is no setting \(name.safe): there are \(names)")
    }
    guard words.count == 2 else { return session.output.write("  \(setting.name) \(setting.value(session))\n") }
    guard setting.set(&session, words[1]) else {
      throw CommandFailure(status: .usage, message: "\(setting.name) is set to \(setting.wanted)")
    }
  }

  static let time = SessionCommand(
    name: "time", arguments: "[on|off]", topic: .session, summary: "Tell how long each entry takes, or stop that.",
    completion: .words(["on", "off"])
  ) { session, argument throws(CommandFailure) in
    switch argument {
    case "": session.showsTime.toggle()
    case "on": session.showsTime = true
    case "off": session.showsTime = false
    default: throw CommandFailure(status: .usage, message: ":time is on or off")
    }
    session.say("Timing is \(session.showsTime ? "on" : "off").")
  }

  static let format = SessionCommand(
    name: "format", arguments: "[FORMAT]", topic: .session, summary: "Choose how answers are written.",
    details: "text, json, ndjson, csv or markdown.", completion: .format
  ) { session, argument throws(CommandFailure) in
    guard !argument.isEmpty else { return session.output.write("  \(session.output.format.rawValue)\n") }
    guard let format = AnswerFormat(rawValue: argument) else {
      let all = AnswerFormat.allCases.map { $0.rawValue }.joined(separator: ", ")
      throw CommandFailure(status: .usage, message: "answers are written as \(all)")
    }
    session.output.finishDocumentOfOtherFormat(than: format)
    session.output.format = format
  }

  static let out = SessionCommand(
    name: "out", arguments: "[FILE|none]", topic: .session, summary: "Write answers to a file instead of showing them.",
    details: "The file is emptied first. `:out none` shows answers again; without a file: where they go.",
    completion: .file
  ) { session, argument throws(CommandFailure) in
    guard !argument.isEmpty else {
      return session.say(session.output.file.map { "to \($0.safe)" } ?? "to the terminal")
    }
    let path = argument == "none" ? nil : argument.unquoted
    do throws(FileSystem.WritingFailure) {
      try session.output.redirect(to: path)
    } catch {
      throw CommandFailure(status: .unreadable, message: "\(argument.safe) cannot be written: \(error.reason)")
    }
  }

  static let quit = SessionCommand(
    name: "quit", topic: .session, summary: "End the session; so does Ctrl-D."
  ) { session, _ throws(CommandFailure) in session.isOver = true }
}

extension InteractiveSession {
  fileprivate func listSettings() {
    for setting in SessionSetting.all {
      output.write("  " + setting.name.padded(to: 12) + setting.value(self) + "\n")
    }
  }
}

/// An option that can be changed while a session goes on.
struct SessionSetting: Sendable {
  let name: String
  /// What it can be set to, in words.
  let wanted: String
  let value: @Sendable (InteractiveSession) -> String
  /// False where the value does not fit.
  let set: @Sendable (inout InteractiveSession, String) -> Bool

  static func named(_ name: String) -> SessionSetting? { all.first { $0.name == name } }

  static let all = [
    number("max-steps", in: 1...Int.max, get: { $0.maximumSteps }, set: { $0.maximumSteps = $1 }),
    number("max-depth", in: 1...1_000, get: { $0.maximumDepth }, set: { $0.maximumDepth = $1 }),
    number("max-memory", in: 1...1 << 20, get: { $0.maximumMemory }, set: { $0.maximumMemory = $1 }),
    SessionSetting(
      name: "pager", wanted: "on or off", value: { $0.output.usesPager ? "on" : "off" },
      set: { session, value in
        guard value == "on" || value == "off" else { return false }
        session.output.usesPager = value == "on"
        return true
      }),
  ]

  private static func number(
    _ name: String, in range: ClosedRange<Int>, get: @escaping @Sendable (SharedOptions) -> Int?,
    set: @escaping @Sendable (inout SharedOptions, Int?) -> Void
  ) -> SessionSetting {
    SessionSetting(
      name: name, wanted: "a number from \(range.lowerBound) to \(range.upperBound), or default",
      value: { get($0.options).map { "\($0)" } ?? "default" },
      set: { session, value in
        var options = session.options
        if value == "default" {
          set(&options, nil)
        } else {
          guard let number = Int(value), range ~= number else { return false }
          set(&options, number)
        }
        session.options = options
        return true
      })
  }
}
