/// What a question comes to, as functions of what is open.
package enum ExactFunction: Sendable {
  /// Of a condition: where it is certain, where it is possible, where computing it fails.
  ///
  /// `certain`, the opposite of `possible`, and `fault` exclude one another; what none of the three holds is circular.
  case truth(Truth<DecisionDiagram.Edge>)
  /// Of a value: exactly one piece holds in each completion.
  case value([ValuePiece])

  /// Every plane of it.
  package var planes: [DecisionDiagram.Edge] {
    switch self {
    case .truth(let truth): [truth.certain, truth.possible, truth.fault]
    case .value(let pieces): pieces.map { $0.holds }
    }
  }
}

/// One thing that a value can be, and where it is that.
package struct ValuePiece: Sendable {
  package var holds: DecisionDiagram.Edge
  /// The number of the leaf that the value is there.
  var leaf: Int
}
