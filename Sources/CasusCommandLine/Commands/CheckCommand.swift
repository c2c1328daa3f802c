import ArgumentParser
import CasusAnalysis
import CasusDiagnostics
import CasusSemantics

/// `casus check FILE…`
struct CheckCommand: CasusSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tell every error and warning of a program, without running it.",
    discussion: "Ends with 1 where there is an error or, with --strict, a warning.")

  @Argument(
    help: ArgumentHelp("Programs, each on its own, or folders of them; - is standard input.", valueName: "file"),
    completion: .program)
  var files: [String]

  @Flag(help: "Count warnings as findings.")
  var strict = false

  @OptionGroup var options: SharedOptions

  func perform() throws(CommandFailure) -> ExitStatus {
    options.startTimer()
    let console = options.console
    let reader = ProgramReader(options: options, console: console)
    var findings = CollectedDiagnostics()
    var status = ExitStatus.success
    for path in files {
      do throws(CommandFailure) {
        for file in try ProgramFiles.named(path) {
          var compilation = try reader.compilation(of: file)
          if let program = compilation.program {
            compilation.diagnostics += warnings(for: program, sources: compilation.sources)
            compilation.diagnostics += openGaps(of: program, sources: compilation.sources)
          }
          findings.add(compilation)
          status = status.then(self.status(of: compilation))
        }
      } catch {
        console.message("casus: \(error.message)\n")
        status = status.then(error.status)
      }
    }
    let format = options.diagnostics.renderer(color: console.colorsOutput, width: console.outputWidth)
    console.write(render(findings.diagnostics, in: findings.sources, as: format))
    if options.diagnostics == .text, !options.quiet {
      console.write((findings.diagnostics.isEmpty ? "" : "\n") + summary(of: findings.diagnostics) + "\n")
    }
    return status
  }

  private func status(of compilation: Compilation) -> ExitStatus {
    let errors = compilation.diagnostics.filter { $0.severity == .error }
    if errors.isEmpty {
      return strict && compilation.diagnostics.contains { $0.severity == .warning } ? .finding : .success
    }
    return errors.allSatisfy { $0.code.isLimit } ? .limit : .finding
  }
}
