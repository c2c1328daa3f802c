import CasusAnalysis
import CasusDiagnostics

/// The results of tests as one JSON array, an object a scenario; what they decided is one object more.
enum TestJSONRenderer {
  static func render(_ results: [ScenarioResult], _ coverage: CoverageReport? = nil) -> String {
    let objects = results.map { json($0) } + (coverage.map { [json($0)] } ?? [])
    if objects.isEmpty { return "[]\n" }
    return "[\n" + objects.map { "  " + $0.text }.joined(separator: ",\n") + "\n]\n"
  }

  private static func json(_ coverage: CoverageReport) -> JSONOutput {
    .object([
      ("schema", .number("1")), ("kind", .string("coverage")), ("total", .number("\(coverage.items.count)")),
      ("covered", .number("\(coverage.coveredCount)")),
      (
        "items",
        .array(
          coverage.items.map { item in
            .object([
              ("kind", .string(item.kind)), ("text", .string(item.text)), ("file", .string(item.file)),
              ("line", .number("\(item.line)")), ("column", .number("\(item.column)")), ("holds", .truth(item.holds)),
              ("fails", .truth(item.fails)),
            ])
          })
      ),
    ])
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
