package import CasusEngine
package import CasusSemantics

/// How likely a condition is, from how likely some open facts are, each independent of the others.
///
/// Of what has no chance nothing is assumed, not even that it is independent: so there is a range, from how likely the
/// condition holds whatever becomes of it to how likely it is not ruled out.
package struct Chance: Sendable {
  package struct Range: Equatable, Sendable {
    package var least: BigFraction
    package var greatest: BigFraction
  }

  /// What one condition that has a chance does to the answer.
  package struct Contribution: Sendable {
    package var given: BigFraction
    /// How likely the answer is where the condition holds, and where it does not.
    package var ifTrue: Range
    package var ifFalse: Range
  }

  package var range: Range
  /// One for each condition that was given, in their order.
  package var contributions: [Contribution]
  /// What it turns on and has no chance.
  package var open: [OpenFact]
  package var gaps: [GapID]
  /// False where what is not kept exactly has a part in it: then the range is wider than it need be.
  package var isExact: Bool
  package var asOf: Moment
}

/// Why chances do not go together.
package enum ChanceFailure: Error, Equatable, Sendable {
  /// The condition of that number is settled already.
  case settled(Int)
  /// It speaks of several open facts, or of what nothing can be said of.
  case notOneFact(Int)
  /// It overlaps with one given before.
  case overlapping(Int)
  /// Together with those given before it is more than certain.
  case tooMuch(Int)
  /// The question itself may fail.
  case fault
}
