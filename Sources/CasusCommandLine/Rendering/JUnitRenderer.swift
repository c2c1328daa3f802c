import CasusAnalysis

/// The results of tests as the XML that build servers read: a suite a file, a case a scenario.
enum JUnitRenderer {
  static func render(_ results: [ScenarioResult]) -> String {
    var files: [String] = []
    for result in results where files.last != result.file { files.append(result.file) }
    let failures = results.count { !$0.passes }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites tests=\"\(results.count)\" failures=\"\(failures)\">\n"
    for file in files { text += suite(file, results.filter { $0.file == file }) }
    return text + "</testsuites>\n"
  }

  private static func suite(_ file: String, _ results: [ScenarioResult]) -> String {
    let failures = results.count { !$0.passes }
    var text = "  <testsuite name=\"\(escaped(file))\" tests=\"\(results.count)\" failures=\"\(failures)\">\n"
    for result in results {
      let name = result.scenario ?? "expectations outside scenarios"
      text += "    <testcase name=\"\(escaped(name))\" classname=\"\(escaped(file))\" file=\"\(escaped(file))\""
      text += " line=\"\(result.line)\""
      text += result.passes ? "/>\n" : ">\n" + self.failures(of: result) + "    </testcase>\n"
    }
    return text + "  </testsuite>\n"
  }

  /// One element for all that fails: readers show the first alone.
  private static func failures(of result: ScenarioResult) -> String {
    let renderer = TextAnswerRenderer(paint: Paint(isColored: false), width: 100)
    let messages = result.expectations.filter { !$0.holds }.map { TestTextRenderer.message($0, renderer) }
    let body = messages.map { escaped($0) }.joined(separator: "\n")
    return "      <failure message=\"\(escaped(messages.first ?? ""))\">\(body)</failure>\n"
  }

  /// XML has no way to write control characters, so they are written as the language would escape them.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.safe {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }
}
