import ArgumentParser
import CasusDiagnostics
import CasusREPL

/// `casus --version [--format FORMAT]`: no command by its name, so that the root does not take `--format` from others.
struct VersionCommand: CasusSubcommand {
  static let configuration = CommandConfiguration(commandName: "casus --version", abstract: "Show the version.")

  @Option(help: ArgumentHelp("How the version is written.", valueName: "format"))
  var format: VersionFormat = .text

  func perform() throws(CommandFailure) -> ExitStatus {
    Console(.never).write(format.render())
    return .success
  }
}

/// How the version is written.
enum VersionFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  /// For people.
  case text
  /// One object.
  case json

  fileprivate func render() -> String {
    switch self {
    case .text: "casus \(CasusCommand.version)\n"
    case .json:
      JSONOutput.object([
        ("schema", .number("1")), ("kind", .string("version")), ("name", .string("casus")),
        ("version", .string(CasusCommand.version)), ("readline", .truth(LineEditor.isAvailable)),
      ]).text + "\n"
    }
  }
}
