import ArgumentParser
import CasusDiagnostics

/// `casus describe CODE`
struct DescribeCommand: CasusSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Tell what a diagnostic code means, with a wrong and a right example.",
    discussion: "Without a code, it lists all of them.")

  @Argument(
    help: ArgumentHelp("A code such as C0301.", valueName: "code"),
    completion: .list(DiagnosticCode.all.map { $0.identifier }))
  var code: String?

  func perform() throws(CommandFailure) -> ExitStatus {
    let console = Console(.auto)
    guard let code else {
      for code in DiagnosticCode.all { console.write("\(code.identifier)  \(code.title)\n") }
      return .success
    }
    guard let known = DiagnosticCode.named(code) else {
      throw CommandFailure(
        status: .usage, message: "no diagnostic has the code \(code.safe); `casus describe` lists all codes")
    }
    console.write(describe(known, width: min(console.outputWidth, 100)))
    return .success
  }
}
