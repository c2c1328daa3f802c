internal import CasusEngine
package import CasusSemantics

/// How likely a condition is, with all names resolved.
package struct ChanceReport: Sendable, Equatable {
  package struct Share: Sendable, Equatable {
    /// Exact: `3/8`.
    package var fraction: String
    /// Rounded to six places.
    package var decimal: String
  }

  package struct Range: Sendable, Equatable {
    package var least: Share
    package var greatest: Share

    package var isSingle: Bool { least.fraction == greatest.fraction }
  }

  package struct Contribution: Sendable, Equatable {
    /// The condition, as it was given.
    package var condition: String
    package var given: Share
    package var ifTrue: Range
    package var ifFalse: Range
  }

  /// As written.
  package var query: String
  package var scenario: String?
  package var accordingTo: String?
  package var asOf: String?
  package var range: Range
  package var contributions: [Contribution]
  /// What it turns on and has no chance.
  package var open: [String]
  package var gaps: [GapReport]
  package var isExact: Bool
}

extension ReportBuilder {
  package func report(
    of chance: Chance, for question: Question, given conditions: [String], in scenario: Scenario?
  ) -> ChanceReport {
    ChanceReport(
      query: question.text, scenario: scenario?.title, accordingTo: question.view.map { program[$0].name },
      asOf: showsDates ? chance.asOf.description : nil, range: range(chance.range),
      contributions: zip(conditions, chance.contributions).map { condition, contribution in
        ChanceReport.Contribution(
          condition: condition, given: share(contribution.given), ifTrue: range(contribution.ifTrue),
          ifFalse: range(contribution.ifFalse))
      },
      open: chance.open.map { program.sourceForm(of: $0.declaration, $0.arguments) }, gaps: chance.gaps.map { gap($0) },
      isExact: chance.isExact)
  }

  private func range(_ range: Chance.Range) -> ChanceReport.Range {
    ChanceReport.Range(least: share(range.least), greatest: share(range.greatest))
  }

  private func share(_ fraction: BigFraction) -> ChanceReport.Share {
    ChanceReport.Share(fraction: fraction.description, decimal: fraction.decimal(places: 6))
  }
}
