import CasusAnalysis

/// The results of tests for people.
enum TestTextRenderer {
  /// Each expectation that fails, at its line, with what the answer turns on.
  static func failures(in results: [ScenarioResult], console: Console) -> String {
    let paint = Paint(isColored: console.colorsOutput)
    let renderer = TextAnswerRenderer(paint: paint, width: console.outputWidth)
    var text = ""
    for result in results {
      for expectation in result.expectations where !expectation.holds {
        text += paint(message(expectation, renderer), .fails) + "\n"
        if let scenario = result.scenario { text += "    in scenario “\(scenario.safe)”\n" }
        if case .answered(let report) = expectation.verdict { text += renderer.reasons(report) }
      }
    }
    return text
  }

  static func message(_ expectation: ScenarioResult.Expectation, _ renderer: TextAnswerRenderer) -> String {
    switch expectation.verdict {
    case .failed(let message, let file, let line): return "\(file.safe):\(line): no answer: \(message.safe)"
    case .answered(let report):
      guard case .expect(let expected, _) = report.kind else { return "" }
      return renderer.failure(report, expected)
    }
  }

  static func summary(of results: [ScenarioResult]) -> String {
    if results.isEmpty { return "no scenario expects anything\n" }
    let passed = results.count { $0.passes }
    let expectations = results.reduce(0) { $0 + $1.expectations.count }
    let noun = expectations == 1 ? "expectation" : "expectations"
    return "\(passed) passed, \(results.count - passed) failed (\(expectations) \(noun))\n"
  }
}
