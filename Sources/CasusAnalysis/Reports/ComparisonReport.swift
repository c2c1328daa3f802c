internal import CasusEngine
package import CasusSemantics

/// How two questions relate, with all names resolved.
package struct ComparisonReport: Sendable, Equatable {
  package struct Situation: Sendable, Equatable {
    /// As they are pasted into a scenario.
    package var statements: [String]
    package var left: AnswerWord
    package var right: AnswerWord
  }

  package struct Files: Sendable, Equatable {
    package var left: String
    package var right: String

    package init(left: String, right: String) {
      self.left = left
      self.right = right
    }
  }

  /// What a question is answered in a situation.
  package enum AnswerWord: String, Sendable, Equatable {
    case `true`, `false`, unknown, fault
  }

  /// The questions, as written.
  package var left: String
  package var right: String
  /// Where one question is asked of two programs: their names.
  package var files: Files?
  package var scenario: String?
  /// The statements of that scenario, which every situation adds to.
  package var told: [String]
  package var accordingTo: String?
  package var asOf: String?
  package var relation: QuestionComparison.Relation
  package var isProved: Bool
  package var situations: [Situation]
  package var isComplete: Bool
  package var gaps: [GapReport]
  /// Whether what is only presumed was taken as certain.
  package var keepsPresumptions: Bool
}

extension ReportBuilder {
  /// - Parameters:
  ///   - files: the names of two programs, where one question is asked of both.
  ///   - maximumSituations: how many are told.
  package func report(
    of comparison: QuestionComparison, _ left: Question, _ right: Question, of files: ComparisonReport.Files?,
    in scenario: Scenario?, keepsPresumptions: Bool, maximumSituations: Int
  ) -> ComparisonReport {
    let told = scenario?.entries.compactMap { entry in
      if case .told(let statement) = entry { program.sourceForm(of: statement) } else { nil }
    }
    let situations = comparison.situations.prefix(maximumSituations).map { situation in
      ComparisonReport.Situation(
        statements: situation.statements.map { program.sourceForm(of: $0) }, left: word(situation.left),
        right: word(situation.right))
    }
    return ComparisonReport(
      left: left.text, right: right.text, files: files, scenario: scenario?.title, told: told ?? [],
      accordingTo: left.view.map { program.sourceForm(of: .entity($0)) },
      asOf: showsDates ? comparison.asOf.description : nil, relation: comparison.relation,
      isProved: comparison.isProved, situations: situations,
      isComplete: comparison.isComplete && situations.count == comparison.situations.count,
      gaps: comparison.gaps.map { gap($0) }, keepsPresumptions: keepsPresumptions)
  }

  private func word(_ side: QuestionComparison.Side) -> ComparisonReport.AnswerWord {
    switch side {
    case .holds: .true
    case .fails: .false
    case .unknown: .unknown
    case .fault: .fault
    }
  }
}
