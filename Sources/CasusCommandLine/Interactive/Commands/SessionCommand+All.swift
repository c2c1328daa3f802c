import CasusDiagnostics
import CasusREPL

extension SessionCommand {
  /// Every command; help lists them in this order.
  static let all: [SessionCommand] = [
    .load, .reload, .save, .saveAnyway, .edit, .rules, .show, .type,
    .assert, .deny, .undo, .redo, .facts, .diff,
    .why, .whyAll, .whyNot, .open, .ask, .triggers, .safeguards, .leverage, .timeline,
    .view, .asOf, .scenario,
    .help, .set, .time, .format, .out, .quit,
  ]

  /// What a name that was typed may mean: a command, or all that begin so.
  static func named(_ name: String) -> [SessionCommand] {
    if let exact = all.first(where: { $0.name == name }) { return [exact] }
    // What does more than is asked for is only done where its name says so.
    return name.isEmpty ? [] : all.filter { $0.name.hasPrefix(name) && ($0.name.last != "!" || name.last == "!") }
  }
}

/// Commands as they are typed.
extension InteractiveSession {
  /// Does what a command says.
  mutating func run(_ entry: Entry) -> ExitStatus {
    lastEntry = nil
    commandLine = entry.firstLine
    let typed = entry.text.drop { $0 != ":" }.dropFirst()
    let name = typed.prefix { !$0.isWhitespace }
    let argument = typed.dropFirst(name.count).trimmingBlanks
    do throws(CommandFailure) {
      try command(named: String(name)).perform(&self, argument)
      return .success
    } catch {
      if !error.message.isEmpty { say("casus: \(error.message)") }
      return error.status
    }
  }

  private func command(named name: String) throws(CommandFailure) -> SessionCommand {
    let found = SessionCommand.named(name == "?" ? "help" : name)
    if found.count == 1, let command = found.first { return command }
    let message: String
    if found.isEmpty {
      let near = nearest(to: name, among: SessionCommand.all.map { $0.name })
      message =
        "there is no command :\(name.safe)" + (near.map { "; did you mean :\($0)?" } ?? "; :help lists all commands")
    } else {
      message = ":\(name) may be " + found.map { ":" + $0.name }.joined(separator: ", ")
    }
    throw CommandFailure(status: .usage, message: message)
  }
}

extension StringProtocol {
  /// Without blanks at both ends.
  var trimmingBlanks: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
