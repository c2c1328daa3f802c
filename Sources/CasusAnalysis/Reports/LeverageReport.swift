internal import CasusEngine
package import CasusSemantics

/// Who can force a condition and who can block it, with all names resolved.
package struct LeverageReport: Sendable, Equatable {
  package struct Decider: Sendable, Equatable {
    package var name: String
    /// What is open and its to decide, as one would state it.
    package var facts: [String]
    package var force: Leverage.Reach
    package var block: Leverage.Reach
    package var isBystander: Bool
    /// What it would have to decide, as statements: alone, or as a member of a group that needs it.
    package var toForce: [String]
    package var toBlock: [String]
    package var power: Power?
  }

  package struct Power: Sendable, Equatable {
    package var shapleyShubik: Share
    /// Of all groups of the others, those that it makes winning.
    package var rawBanzhaf: Share
    package var banzhaf: Share
  }

  package struct Share: Sendable, Equatable {
    /// Exact: `421/2145`.
    package var fraction: String
    /// Rounded to five places.
    package var decimal: String
    /// In hundred thousandths, for drawing.
    package var measure: Int
  }

  package struct Groups: Sendable, Equatable {
    /// The names of the members; the smallest groups first.
    package var listed: [[String]]
    /// How many there are, where that is known.
    package var count: String?
    package var isComplete: Bool
  }

  /// As written.
  package var query: String
  package var file: String
  package var scenario: String?
  package var accordingTo: String?
  package var asOf: String?
  /// Statements of the command line that were taken as given, as it has them.
  package var given: [String]
  /// True or false where there is nothing left to decide.
  package var answer: TruthWord
  package var isProved: Bool
  package var deciders: [Decider]
  package var force: Groups
  package var block: Groups
  /// What it turns on, nobody decides, and was held open.
  package var nature: [String]
  package var gaps: [GapReport]
}

extension ReportBuilder {
  package func report(
    of leverage: Leverage, for question: Question, in scenario: Scenario?, given: [String]
  ) -> LeverageReport {
    let names = leverage.deciders.map { program[$0.entity].name }
    return LeverageReport(
      query: question.text, file: place(of: question.span).file, scenario: scenario?.title,
      accordingTo: question.view.map { program[$0].name }, asOf: showsDates ? leverage.asOf.description : nil,
      given: given, answer: leverage.settledAs.map { $0 ? .true : .false } ?? .unknown, isProved: leverage.isProved,
      deciders: leverage.deciders.map { decider($0) }, force: groups(leverage.force, names),
      block: groups(leverage.block, names),
      nature: leverage.nature.map { program.sourceForm(of: $0.declaration, $0.arguments) },
      gaps: leverage.gaps.map { gap($0) })
  }

  private func decider(_ decider: Leverage.Decider) -> LeverageReport.Decider {
    LeverageReport.Decider(
      name: program[decider.entity].name,
      facts: decider.facts.map { program.sourceForm(of: $0.declaration, $0.arguments) }, force: decider.force,
      block: decider.block, isBystander: decider.isBystander,
      toForce: decider.toForce.map { program.sourceForm(of: $0) },
      toBlock: decider.toBlock.map { program.sourceForm(of: $0) },
      power: decider.power.map { power in
        LeverageReport.Power(
          shapleyShubik: share(power.shapleyShubik), rawBanzhaf: share(power.banzhaf),
          banzhaf: share(power.normalisedBanzhaf))
      })
  }

  private func share(_ fraction: BigFraction) -> LeverageReport.Share {
    let decimal = fraction.decimal(places: 5)
    return LeverageReport.Share(
      fraction: fraction.description, decimal: decimal, measure: Int(decimal.filter { $0 != "." }) ?? 0)
  }

  private func groups(_ groups: Leverage.Groups, _ names: [String]) -> LeverageReport.Groups {
    LeverageReport.Groups(
      listed: groups.listed.map { group in group.map { names[$0] } }, count: groups.count?.description,
      isComplete: groups.isComplete)
  }
}
