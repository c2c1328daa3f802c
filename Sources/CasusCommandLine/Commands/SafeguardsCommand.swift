import ArgumentParser
import CasusAnalysis

/// `casus safeguards FILE QUERY`
struct SafeguardsCommand: CasusSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "safeguards",
    abstract: "List every minimal set of statements that would rule a condition out, whatever else is open.",
    discussion: "Each can be pasted into a scenario. Without any one of its statements the condition stays open.")

  @OptionGroup var settling: SettlingOptions

  func perform() throws(CommandFailure) -> ExitStatus { try settling.perform(.fails) }
}
