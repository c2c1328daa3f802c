package import CasusEngine
package import CasusSemantics

/// What a question is to be settled as.
package enum SettlingAim: Sendable {
  case holds
  case fails
}

/// The minimal sets of statements that settle a question: told together they do, whatever becomes of all else that is
/// open, and without any one of them they do not.
///
/// Nor does a weaker statement do in the place of one of them: a range is as wide as it may be.
package struct SettlingSets: Sendable {
  /// What the sets are made of, each once.
  package var statements: [CheckedStatement]
  /// The sets, as places among the statements; the smallest first. One that is empty: it is settled so already.
  package var sets: [[Int]]
  /// Whether these are all there are.
  package var isComplete: Bool
  /// How many there are, where that is known.
  package var count: BigNatural?
  /// Whether the question turns on what is not kept exactly, so that other sets may settle it too.
  package var isExact: Bool
  /// Gaps on which it turns: no statement fills them, so that these sets do without.
  package var gaps: [GapID]
  /// Open things on which it turns and that no statement tells: when exactly something happened, beside others.
  package var untold: [OpenFact]
}

/// How far the search for sets may go.
package struct SettlingLimits: Sendable {
  /// Sets that are listed.
  package var maximumSets = 100
  /// Nodes of the diagrams in which families of sets are kept.
  package var maximumNodes = 400_000
  /// Functions that are taken apart.
  package var maximumSteps = 100_000

  package init() {}
}
