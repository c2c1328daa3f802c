/// A program as the generator writes it, in parts whose order is free.
struct GeneratedProgram {
  struct Scenario {
    var title: String
    var asOf: String?
    /// Statements and questions.
    var entries: [String]
  }
  /// Types, entities and sets: their order is that of their members.
  var types: [String] = []
  /// Declarations and statements of the file.
  var items: [String] = []
  var scenarios: [Scenario] = []

  var text: String {
    let scenarios = scenarios.map { scenario in
      (["scenario \"\(scenario.title)\" {"] + (scenario.asOf.map { ["as of \($0)"] } ?? []) + scenario.entries + ["}"])
        .joined(separator: "\n")
    }
    return (types + items + scenarios).joined(separator: "\n") + "\n"
  }
}
