import ArgumentParser

/// `casus fmt PATH…`
struct FormatCommand: CasusSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Format programs: the same words and comments, on lines that show how they belong together.",
    discussion: """
      Prints the formatted program, unless an option says otherwise. A file with errors of syntax is left alone, and so \
      is one of which the formatted text would not say the same.
      """)

  @Argument(
    help: ArgumentHelp(
      "Programs, and folders in which every *.casus file is one; - or nothing is standard input.", valueName: "path"),
    completion: .program)
  var paths: [String] = []

  @Flag(help: "Change nothing; name the files that are not formatted, and end with 1 if there are any.")
  var check = false

  @Flag(help: "Print how each file would change.")
  var diff = false

  @Flag(help: "Write each file back in place.")
  var write = false

  @Option(help: ArgumentHelp("How errors are written.", valueName: "format"))
  var diagnostics: DiagnosticsFormat = .text

  @Option(help: ArgumentHelp("Whether to use colours; NO_COLOR and CLICOLOR_FORCE are honoured.", valueName: "when"))
  var color: ColorChoice = .auto

  @Option(
    name: .customLong("max-depth"),
    help: ArgumentHelp("How deep conditions and blocks may be nested, at most 1000.", valueName: "count"))
  var maximumDepth: Int?

  func validate() throws {
    if check, write { throw ValidationError("--check changes nothing and --write does: one of them is enough") }
    if write, paths.isEmpty || paths.contains("-") { throw ValidationError("standard input cannot be written back") }
    if let maximumDepth, !(1...1_000 ~= maximumDepth) {
      throw ValidationError("--max-depth must be from 1 to 1000")
    }
  }

  func perform() throws(CommandFailure) -> ExitStatus {
    let console = Console(color)
    var status = ExitStatus.success
    for path in paths.isEmpty ? ["-"] : paths {
      do throws(CommandFailure) {
        for file in try ProgramFiles.named(path) {
          do throws(CommandFailure) {
            status = status.then(try format(file, console))
          } catch {
            status = status.then(console.report(error))
          }
        }
      } catch {
        status = status.then(console.report(error))
      }
    }
    return status
  }

  /// Formats one file, and does with it what the options say.
  private func format(_ path: String, _ console: Console) throws(CommandFailure) -> ExitStatus {
    let formatter = FileFormatter(console: console, diagnostics: diagnostics, maximumDepth: maximumDepth)
    let file = try formatter.format(path)
    if check, file.isChanged { console.write(file.name + "\n") }
    if diff { console.write(UnifiedDifference(of: file, paint: Paint(isColored: console.colorsOutput)).rendered()) }
    if write, file.isChanged {
      do throws(FileSystem.WritingFailure) {
        try FileSystem.replace(path, with: file.after)
      } catch {
        throw CommandFailure(status: .unreadable, message: "\(file.name) cannot be written: \(error.reason)")
      }
    }
    if !check, !diff, !write { console.write(String(decoding: file.after, as: UTF8.self)) }
    return check && file.isChanged ? .finding : .success
  }
}
