import CasusAnalysis
import CasusEngine
import CasusREPL
import CasusSemantics

/// The command that asks the user.
extension SessionCommand {
  static let ask = SessionCommand(
    name: "ask", arguments: "[QUERY]", topic: .answers,
    summary: "Put one question at a time until the answer is settled, then tell it, and why.",
    details: """
      Without a query: about the last one. At each question `help` tells what can be replied. The replies become \
      statements of the session, which one `:undo` takes back; Ctrl-C drops them.
      """, completion: .query
  ) { session, argument throws(CommandFailure) in try session.interview(argument) }
}

extension InteractiveSession {
  fileprivate mutating func interview(_ words: String) throws(CommandFailure) {
    guard isInteractive else {
      throw CommandFailure(status: .usage, message: ":ask needs a terminal; `casus ask --interactive` reads a pipe")
    }
    let asked = try question(words)
    let statements: [String]
    do throws(EngineError) {
      statements = try replies(about: asked)
    } catch {
      throw CommandFailure(status: fail(error, asked), message: "")
    }
    try enter(statements)
    try explain("", showsAll: false)
  }

  /// What the user told, as statements.
  private func replies(about asked: UnderstoodQuestion) throws(EngineError) -> [String] {
    let subject = InterviewSubject(
      question: asked.question, moment: asked.moment, runner: QuestionRunner(asked.facts, limits: engineLimits),
      builder: asked.builder, scenario: nil, told: state.scenario?.statements ?? state.program.statements,
      repliesAreOfScenario: state.scenario != nil)
    var loop = try InterviewLoop(subject, console: output.console)
    guard try loop.run() != nil else { throw .cancelled }
    return loop.told.map { $0.text }
  }

  /// Enters statements as if they had been typed in one go.
  private mutating func enter(_ statements: [String]) throws(CommandFailure) {
    guard !statements.isEmpty else { return }
    let entries = statements.map { Entry(.text, Array($0.utf8), firstLine: commandLine) }
    try check(take(entries, stopsAtFirst: true))
  }
}
