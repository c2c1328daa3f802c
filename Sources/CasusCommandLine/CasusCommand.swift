import ArgumentParser

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The root of the command line; each command is a file in `Commands`.
struct CasusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "casus",
    abstract: "Answers what treaties and laws oblige whom to do, on whose reading of the facts.",
    version: "casus \(CasusCommand.version)",
    subcommands: [
      RunCommand.self,
      CheckCommand.self,
      TestCommand.self,
      AskCommand.self,
      ExplainCommand.self,
      TriggersCommand.self,
      SafeguardsCommand.self,
      LeverageCommand.self,
      CompareCommand.self,
      ChanceCommand.self,
      BulkCommand.self,
      TimelineCommand.self,
      FormatCommand.self,
      DescribeCommand.self,
      InteractiveCommand.self,
    ])

  static let version = "0.1.0"
}

/// A command that ends with one of the exit codes of Casus.
protocol CasusSubcommand: ParsableCommand {
  func perform() throws(CommandFailure) -> ExitStatus
}

/// Runs the command that the arguments name, and ends the process with its exit code.
package func runCommandLine() -> Never {
  Signals.install()
  exit(status(of: Array(CommandLine.arguments.dropFirst())).code)
}

private func status(of arguments: [String]) -> ExitStatus {
  do {
    if arguments.first == "--version" { return try VersionCommand.parse(Array(arguments.dropFirst())).perform() }
    if let command = namedSubcommand(arguments) { return try command.perform() }
    var command = try CasusCommand.parseAsRoot(arguments)
    guard let subcommand = command as? any CasusSubcommand else {
      try command.run()
      return .success
    }
    return try subcommand.perform()
  } catch let failure as CommandFailure {
    if !failure.message.isEmpty { Console(.never).message("casus: \(failure.message)\n") }
    return failure.status
  } catch {
    // The parser's own: a request for help, or a command line that is wrong.
    let isRequest = CasusCommand.exitCode(for: error) == .success
    let text = CasusCommand.fullMessage(for: error)
    let console = Console(.never)
    if isRequest { console.write(text + "\n") } else { console.message(text + "\n") }
    return isRequest ? .success : .usage
  }
}

/// The subcommand that a faultless command line names: parsed by itself it is there sooner than from the root, which knows
/// what to say of all others.
private func namedSubcommand(_ arguments: [String]) -> (any CasusSubcommand)? {
  guard let name = arguments.first,
    let subcommand = CasusCommand.configuration.subcommands.first(where: { $0.configuration.commandName == name })
  else { return nil }
  return (try? subcommand.parseAsRoot(Array(arguments.dropFirst()))) as? any CasusSubcommand
}
