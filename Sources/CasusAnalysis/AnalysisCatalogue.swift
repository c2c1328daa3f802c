import CasusDiagnostics

/// One kind of warning: its code, which tells people what it means, and what finds it.
struct Analysis: Sendable {
  let code: DiagnosticCode
  /// Every place that the warning speaks of, in any order.
  let findings: @Sendable (AnalysedProgram) -> [Diagnostic]
}

/// Every analysis that `casus check` runs on a program without errors.
enum AnalysisCatalogue {
  static var all: [Analysis] {
    [
      .recursionThroughNegation, .circularForce, .unusedName, .unusedParameter, .unusedVariable,
      .scenarioWithoutQuestion, .everlastingTrigger, .endingByPerformance, .deadlineWithoutBeginning,
      .misleadingIndentation, .settledCondition, .conflictingNorms, .needlessFact,
    ]
  }
}
