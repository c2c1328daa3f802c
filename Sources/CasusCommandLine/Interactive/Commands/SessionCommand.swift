/// A command of the session: what is typed as `:name arguments`.
struct SessionCommand: Sendable {
  /// Under which heading `:help` lists it.
  enum Topic: String, CaseIterable, Sendable {
    case program = "The program"
    case statements = "Statements"
    case answers = "Answers"
    case context = "How questions are answered"
    case session = "The session"
  }

  /// What is completed behind it.
  enum ArgumentKind: Sendable {
    case nothing, file, query, statement, declaration, view, scenario, date, format, setting, topic
    case words([String])
  }

  let name: String
  /// As help shows them: `[QUERY]`.
  var arguments = ""
  let topic: Topic
  /// One line.
  let summary: String
  /// What `:help NAME` tells beside it.
  var details = ""
  var completion = ArgumentKind.nothing
  let perform: @Sendable (inout InteractiveSession, String) throws(CommandFailure) -> Void
}
