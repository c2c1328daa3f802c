/// A value as a function of what is unknown.
enum PieceValue: Equatable, Sendable {
  struct Piece: Equatable, Sendable {
    /// Where it applies.
    var holds: DecisionDiagram.Edge
    /// The number of its leaf.
    var leaf: Int
  }
  /// Exactly one applies in each completion.
  case pieces([Piece])
  /// A sum of which it is not known yet what will be asked.
  case tally(Tally)
}
