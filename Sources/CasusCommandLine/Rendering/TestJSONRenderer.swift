import CasusAnalysis
import CasusDiagnostics

/// The results of tests as one JSON array, an object a scenario.
enum TestJSONRenderer {
  static func render(_ results: [ScenarioResult]) -> String {
    if results.isEmpty { return "[]\n" }
    return "[\n" + results.map { "  " + json($0).text }.joined(separator: ",\n") + "\n]\n"
  }

  private static func json(_ result: ScenarioResult) -> JSONOutput {
    .object([
      ("schema", .number("1")), ("kind", .string("test")), ("file", .string(result.file)),
      ("line", .number("\(result.line)")), ("scenario", result.scenario.map { .string($0) } ?? .null),
      ("passes", .truth(result.passes)), ("expectations", .array(result.expectations.map { json($0) })),
    ])
  }

  private static func json(_ expectation: ScenarioResult.Expectation) -> JSONOutput {
    switch expectation.verdict {
    case .answered(let report): report.json
    case .failed(let message, let file, let line):
      .object([
        ("schema", .number("1")), ("kind", .string("expect")), ("file", .string(file)), ("line", .number("\(line)")),
        ("error", .string(message)), ("holds", .truth(false)),
      ])
    }
  }
}
