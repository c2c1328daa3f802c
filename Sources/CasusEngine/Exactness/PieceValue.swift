/// A value as a function of what is unknown: pieces, of which exactly one applies in each completion.
struct PieceValue: Equatable, Sendable {
  struct Piece: Equatable, Sendable {
    /// Where it applies.
    var holds: DecisionDiagram.Edge
    /// The number of its leaf.
    var leaf: Int
  }
  var pieces: [Piece]
  /// For a count of conditions that are circular: what it is at most; nil where that is the same.
  var upper: [Piece]?

  init(_ pieces: [Piece], upper: [Piece]? = nil) {
    self.pieces = pieces
    self.upper = upper
  }

  var greatest: [Piece] { upper ?? pieces }
}
