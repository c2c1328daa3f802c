package import CasusEngine
package import CasusSemantics

/// Who holds the room for manoeuvre: which deciders can make a condition true, or keep it from being true, alone and
/// together, whatever all others decide and whatever nobody decides may be.
package struct Leverage: Sendable {
  /// Somebody who decides something that the question looks at and that is open.
  package struct Decider: Sendable {
    package var entity: EntityID
    /// What is open and its to decide.
    package var facts: [OpenFact]
    package var force: Reach
    package var block: Reach

    package var canForce: Bool { force == .alone }
    package var canBlock: Bool { block == .alone }
    /// Whether no group needs it, neither to force the condition nor to block it.
    package var isBystander: Bool { force == .never && block == .never }

    /// What it would have to decide to force the condition: alone, or as a member of a group that needs it.
    package var toForce: [CheckedStatement] = []
    package var toBlock: [CheckedStatement] = []
    /// Nil where they were not asked for, or not to be had within the budget.
    package var power: Power?
  }

  /// What somebody can do to bring the condition about, or its opposite.
  package enum Reach: String, Equatable, Sendable {
    case alone
    /// As a member of some minimal group.
    case together
    case never
    /// There are too many groups to tell.
    case unknown
  }

  /// Power indices of one decider, in the game of who can force the condition.
  package struct Power: Equatable, Sendable {
    package var shapleyShubik: BigFraction
    package var banzhaf: BigFraction
    package var normalisedBanzhaf: BigFraction
  }

  /// The minimal groups: each can do it, and could not if anybody left.
  package struct Groups: Equatable, Sendable {
    /// Positions of deciders, ascending; the smallest groups first.
    package var listed: [[Int]]
    /// How many there are; nil where that is not known.
    package var count: BigNatural?

    package var isComplete: Bool { count == BigNatural(UInt64(listed.count)) }
  }

  /// In the order in which the question meets what they decide.
  package var deciders: [Decider]
  package var force: Groups
  package var block: Groups
  /// Whether the answer is whole: false where a budget ran out, or where it turns on what is not kept exactly.
  package var isProved: Bool
  /// What the condition turns on and nobody decides, and was held open.
  package var nature: [OpenFact]
  /// Gaps of the texts on which it turns: nature, too.
  package var gaps: [GapID]
  package var asOf: Moment

  /// Whether it is settled already, so that there is nothing to decide.
  package var settledAs: Bool? {
    if force.listed == [[]] { return true }
    return block.listed == [[]] ? false : nil
  }
}

/// How far the search for leverage may go.
package struct LeverageLimits: Sendable {
  /// Groups that are listed on each side.
  package var maximumGroups = 1_000
  /// Decisions of the game times players: the work that power indices take.
  package var maximumIndexWork = 20_000_000

  package init() {}
}

extension Program {
  /// The same program without what is presumed of facts and events that somebody decides.
  ///
  /// A presumption says what is taken to hold while nobody says otherwise. Whoever decides the fact can say otherwise at
  /// any time, so for the question who can decide what, it is open as long as nothing is told of it.
  package var withDecisionsOpen: Program {
    var program = self
    for (number, declaration) in declarations.enumerated() {
      switch declaration.kind {
      case .fact(var details) where details.decider != nil:
        details.presumed = nil
        program.declarations[number].kind = .fact(details)
      case .event(var details) where details.decider != nil:
        details.presumed = nil
        program.declarations[number].kind = .event(details)
      default: break
      }
    }
    return program
  }
}
