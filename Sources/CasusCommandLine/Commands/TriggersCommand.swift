import ArgumentParser
import CasusAnalysis

/// `casus triggers FILE QUERY`
struct TriggersCommand: CasusSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "triggers",
    abstract: "List every minimal set of statements that would make a condition true, whatever else is open.",
    discussion: "Each can be pasted into a scenario. Without any one of its statements the condition stays open.")

  @OptionGroup var settling: SettlingOptions

  func perform() throws(CommandFailure) -> ExitStatus { try settling.perform(.holds) }
}
