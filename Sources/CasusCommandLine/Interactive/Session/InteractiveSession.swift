import CasusDiagnostics
import CasusEngine
import CasusREPL
import CasusSemantics

/// A session: a program that grows by what is typed, and how its questions are answered.
///
/// What belongs to one concern stands in an extension; the commands are in `Commands`, one table of them in
/// `SessionCommand+All.swift`.
struct InteractiveSession {
  let isInteractive: Bool
  let output: SessionOutput
  var state: SessionProgram
  var context = AnswerContext()
  var changes = ChangeHistory()
  /// What was asked, each once, in the order in which it was asked first.
  var asked: [PastQuery] = []
  /// The last query: `_`.
  var last: PastQuery?
  /// The last entry, where the next may go on with it.
  var lastEntry: Entry?
  /// The last entry that is no command, right or wrong: what `:edit` begins with.
  var lastTyped: Entry?
  /// Where the last command was typed.
  var commandLine = 1
  /// Whether commands say how long they took.
  var showsTime = false
  /// Files that could not be loaded, because something was wrong in them.
  var refusedFiles: [String] = []
  /// Where the program was saved last.
  var savedFile: String?
  var isOver = false
  /// Whether nothing is told, because the user does not want to know.
  private var isSilent = false
  /// Entries that a command, such as an editor, made: they come next.
  var waitingLines: [String] = []

  init(options: SharedOptions, format: AnswerFormat, isInteractive: Bool) {
    self.isInteractive = isInteractive
    output = SessionOutput(console: options.console, isInteractive: isInteractive, format: format)
    state = SessionProgram(reader: ProgramReader(options: options, console: options.console))
    context.view = options.accordingTo
    context.asOf = options.asOf
  }

  var options: SharedOptions {
    get { state.reader.options }
    set { state.reader = ProgramReader(options: newValue, console: output.console) }
  }

  /// How messages name what was typed.
  var inputName: String { isInteractive ? "<input>" : ProgramFiles.nameOfStandardInput }

  var engineLimits: EngineLimits {
    var limits = options.engineLimits
    if isInteractive { limits.shouldStop = { Interrupt.isPending } }
    return limits
  }

  /// Tells what is wrong, behind what was written before.
  func report(_ diagnostics: [Diagnostic], in sources: SourceMap) {
    if isSilent { return }
    output.finishEntry()
    state.reader.report(diagnostics, in: sources)
  }

  /// Says something to the user that is no answer.
  func say(_ words: String) {
    if isSilent { return }
    output.finishEntry()
    let lines = isInteractive ? words.wrapped(to: output.console.messageWidth) : [words]
    output.console.message(lines.joined(separator: "\n") + "\n")
  }

  /// Does something without telling what is wrong with it.
  mutating func quietly<Result>(
    _ body: (inout InteractiveSession) throws(CommandFailure) -> Result
  ) throws(CommandFailure) -> Result {
    isSilent = true
    defer { isSilent = false }
    return try body(&self)
  }
}
