import ArgumentParser

/// How answers are written.
enum AnswerFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  /// For people.
  case text
  /// One array.
  case json
  /// One object a line.
  case ndjson
  case csv
  case markdown
}

struct AnswerFormatOption: ParsableArguments {
  @Option(help: ArgumentHelp("How answers are written.", valueName: "format"))
  var format: AnswerFormat = .text
}
