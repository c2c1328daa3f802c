import ArgumentParser

/// The one question that a command is about, and what is in sight of it.
struct AskedOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("A program; - is standard input.", valueName: "file"), completion: .program)
  var file: String

  @Argument(help: ArgumentHelp("A condition, or a value, as behind `ask`.", valueName: "query"))
  var query: String

  @OptionGroup var scenarioOption: ScenarioOption

  var scenario: String? { scenarioOption.scenario }
}

/// The scenario that an analysis begins with.
struct ScenarioOption: ParsableArguments {
  @Option(help: ArgumentHelp("The scenario whose statements, and date, count too.", valueName: "title"))
  var scenario: String?
}
