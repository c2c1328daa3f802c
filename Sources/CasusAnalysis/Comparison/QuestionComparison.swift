package import CasusSemantics

/// How two conditions relate over everything that is open, and the least that must be told for them to part.
package struct QuestionComparison: Sendable {
  package enum Relation: Sendable, Equatable {
    case equivalent
    case leftImpliesRight
    case rightImpliesLeft
    case differ
  }

  /// What a question comes to once all that can be told is told.
  package enum Side: Int, Sendable, CaseIterable {
    case holds
    case fails
    /// It turns on a gap, on what is not kept exactly, or on its own contrary.
    case unknown
    case fault
  }

  /// Statements that suffice for the two to come to these, and without any one of which they do not.
  package struct Situation: Sendable {
    package var statements: [CheckedStatement]
    package var left: Side
    package var right: Side
  }

  package var relation: Relation
  /// False where what is not kept exactly may be all that tells the two apart, or where time was not looked at in full.
  package var isProved: Bool
  /// The smallest first, those in which one holds and the other fails before the others.
  package var situations: [Situation]
  /// Whether there are no others.
  package var isComplete: Bool
  /// Gaps on which either turns: no statement fills them.
  package var gaps: [GapID]
  /// What the two turn on, as its subjects are declared.
  package var declarations: Set<DeclarationID>
  package var asOf: Moment
}
