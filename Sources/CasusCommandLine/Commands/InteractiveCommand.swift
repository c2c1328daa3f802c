import ArgumentParser
import CasusREPL

/// `casus repl [FILE…]`
struct InteractiveCommand: CasusSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "repl",
    abstract: "Ask and state, line by line, over the files that are named.",
    discussion: "Each line is a query, a statement or a declaration; .help tells more.")

  @Argument(help: ArgumentHelp("Programs whose names and statements are in sight.", valueName: "file"))
  var files: [String] = []

  @OptionGroup var formatOption: AnswerFormatOption
  @OptionGroup var options: SharedOptions

  private static let help = """
    Type a condition or a value to have it answered, or whatever a program may contain:

      CSP.assistance(ally: DPRK, victim: Russia)      asks
      assert at_war(Russia)                           states, for the rest of the session
      ask at_war(Russia) as of 2025-01-10             asks, with a date or a view
      .quit                                           ends; so does Ctrl-D

    """

  func perform() throws(CommandFailure) -> ExitStatus {
    options.startTimer()
    var session = try InteractiveSession(files: files, options: options, format: formatOption.format)
    let reader = EntryReader()
    if reader.isInteractive, !options.quiet {
      options.console.write("casus \(CasusCommand.version), .help for help\n")
    }
    var status = ExitStatus.success
    while let entry = reader.next(isComplete: InteractiveSession.isComplete) {
      switch entry {
      case ".quit", ".exit": return reader.isInteractive ? .success : status
      case ".help": options.console.write(InteractiveCommand.help)
      default: status = status.then(session.take(entry))
      }
    }
    if reader.isInteractive { options.console.write("\n") }
    return reader.isInteractive ? .success : status
  }
}
