import CasusDiagnostics
import CasusSemantics

extension Analysis {
  /// A scenario that tells, and neither asks nor expects.
  static let scenarioWithoutQuestion = Analysis(code: .scenarioWithoutQuestion) { analysed in
    var found: [Diagnostic] = []
    for scenario in analysed.program.scenarios {
      let asks = scenario.entries.contains { entry in if case .question = entry { true } else { false } }
      if asks { continue }
      found.append(Diagnostic(.scenarioWithoutQuestion, "this scenario asks and expects nothing", at: scenario.span))
    }
    return found
  }
}
