import ArgumentParser

/// `casus repl [FILE]`
struct SessionCommand: CasusSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "repl", abstract: "Ask questions and state facts, line by line.")

  func perform() throws(CommandFailure) -> ExitStatus { .success }
}
