import ArgumentParser
import CasusEngine
import CasusSemantics

/// The options of all commands that read a program and answer.
struct SharedOptions: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "The date of questions that do not say theirs, nor does their scenario: 2025-01-10 or 2025-01-10T05:30Z.",
      valueName: "date"),
    transform: SharedOptions.moment)
  var asOf: Moment?

  @Option(
    name: .customLong("according-to"),
    help: ArgumentHelp("The view in which to answer questions that name none.", valueName: "name"))
  var accordingTo: String?

  @Option(
    help: ArgumentHelp(
      "More facts for every program: JSON, newline-delimited JSON, or CSV with a column `fact`. May be repeated.",
      valueName: "file"), completion: .file(extensions: ["json", "ndjson", "csv"]))
  var facts: [String] = []

  @Option(help: ArgumentHelp("How errors and warnings are written.", valueName: "format"))
  var diagnostics: DiagnosticsFormat = .text

  @Option(help: ArgumentHelp("Whether to use colours; NO_COLOR and CLICOLOR_FORCE are honoured.", valueName: "when"))
  var color: ColorChoice = .auto

  @Option(
    name: .customLong("max-steps"), help: ArgumentHelp("The steps that one question may take.", valueName: "count"))
  var maximumSteps: Int?

  @Option(
    name: .customLong("max-memory"),
    help: ArgumentHelp("About how much memory a program may take, and how large a file may be.", valueName: "MiB"))
  var maximumMemory: Int?

  @Option(
    name: .customLong("max-depth"),
    help: ArgumentHelp("How deep conditions and blocks may be nested, at most 1000.", valueName: "count"))
  var maximumDepth: Int?

  @Option(help: ArgumentHelp("The time that everything together may take.", valueName: "seconds"))
  var timeout: Double?

  @Flag(help: "Leave out what is no answer: headings, counts, remarks.")
  var quiet = false

  func validate() throws {
    if let maximumSteps, maximumSteps < 1 { throw ValidationError("--max-steps must be at least 1") }
    if let maximumMemory, !(1...1 << 20 ~= maximumMemory) {
      throw ValidationError("--max-memory must be from 1 to 1048576 MiB")
    }
    // Nesting is followed by recursion: more than this could exhaust the stack.
    if let maximumDepth, !(1...1_000 ~= maximumDepth) { throw ValidationError("--max-depth must be from 1 to 1000") }
    if let timeout, !(timeout > 0 && timeout <= 1e8) { throw ValidationError("--timeout must be a positive number") }
  }

  static func moment(_ text: String) throws -> Moment {
    do throws(MomentTextFault) {
      return try Moment(text: text)
    } catch {
      throw ValidationError("a date is written 2024-06-19, 2024-06-19T05:30Z or 2024-06-19T14:30+09:00")
    }
  }
}

extension SharedOptions {
  /// A statement takes about so many bytes.
  private static let bytesOfStatement = 200
  /// A node of a decision diagram, with its share of the tables around it, takes about so many bytes.
  private static let bytesOfNode = 100

  private var maximumBytes: Int? { maximumMemory.map { $0 << 20 } }

  var maximumFileSize: Int { maximumBytes ?? FileSystem.greatestSize }

  var compilationLimits: CompilationLimits {
    var limits = CompilationLimits()
    if let maximumDepth { limits.maximumDepth = maximumDepth }
    if let maximumSteps { limits.maximumRankings = maximumSteps }
    if let maximumBytes { limits.maximumStatements = max(1, maximumBytes / SharedOptions.bytesOfStatement) }
    return limits
  }

  var engineLimits: EngineLimits {
    var limits = EngineLimits()
    if let maximumSteps { limits.maximumSteps = maximumSteps }
    if let maximumBytes { limits.maximumDiagramNodes = max(1_000, maximumBytes / SharedOptions.bytesOfNode) }
    return limits
  }

  var console: Console { Console(color) }
}

extension ColorChoice: ExpressibleByArgument {}

extension SharedOptions {
  /// Starts the clock that ends the run where the time limit is passed, and tells people what takes long.
  /// - Parameter isInteractive: people see what they do; then nothing is told beside it.
  func startTimer(isInteractive: Bool = false) {
    if let timeout { Signals.startTimer(seconds: timeout) }
    if !quiet, !isInteractive { Progress.start() }
  }
}
