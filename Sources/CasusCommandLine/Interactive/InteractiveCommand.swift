import ArgumentParser
import CasusREPL

/// `casus repl [FILE…]`
struct InteractiveCommand: CasusSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "repl",
    abstract: "Ask and state, line by line, over the files that are named.",
    discussion: """
      A line is a query, a statement, a declaration, or a command, which begins with a colon; :help tells more. Without a \
      terminal it reads a script, and ends at the first error.
      """)

  @Argument(
    help: ArgumentHelp("Programs whose names and statements are in sight.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  @Flag(name: .customLong("no-rc"), help: "Do not read the start file, $XDG_CONFIG_HOME/casus/rc.")
  var ignoresStartFile = false

  @Flag(name: .customLong("keep-going"), help: "Without a terminal: go on after an error.")
  var keepsGoing = false

  @OptionGroup var formatOption: AnswerFormatOption
  @OptionGroup var options: SharedOptions

  func perform() throws(CommandFailure) -> ExitStatus {
    options.startTimer(isInteractive: true)
    if files.contains("-") {
      throw CommandFailure(status: .usage, message: "standard input carries what is typed, so it cannot be a file")
    }
    let reader = EntryReader(maximumSize: options.maximumFileSize)
    var session = InteractiveSession(options: options, format: formatOption.format, isInteractive: reader.isInteractive)
    var loop = InteractiveLoop(reader: reader, keepsGoing: keepsGoing || reader.isInteractive)
    if reader.isInteractive {
      if !options.quiet {
        session.output.console.write("casus \(CasusCommand.version) · :help, Ctrl-D ends\n")
      }
      Interrupt.watch()
    }
    let loading = session.load(files)
    if loading != .success, !reader.isInteractive { return loading }
    if reader.isInteractive, !ignoresStartFile { loop.readStartFile(&session) }
    return loop.run(&session)
  }
}
