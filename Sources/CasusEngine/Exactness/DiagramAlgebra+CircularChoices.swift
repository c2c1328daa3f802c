internal import CasusSemantics

/// What is one of several things, where which of them depends on itself: definite as far as all of them agree.
extension DiagramAlgebra {
  mutating func circularChoice(
    _ left: [PieceValue.Piece], _ right: [PieceValue.Piece]
  ) throws(EvaluationStop) -> [PieceValue.Piece] {
    var result = PieceCollector()
    for first in left {
      for second in right {
        let both = try and(first.holds, second.holds)
        if both == .false { continue }
        try result.add(table.circularChoice(first.leaf, second.leaf), where: both, in: &self)
      }
    }
    return result.pieces
  }

  private mutating func circularChoice(
    _ left: Truth<Plane>, _ right: Truth<Plane>
  ) throws(EvaluationStop) -> Truth<Plane> {
    try Truth(
      certain: and(left.certain, right.certain), possible: or(left.possible, right.possible),
      fault: or(left.fault, right.fault))
  }

  /// What a test of a leaf comes to: of a circular choice, what it comes to for all alternatives.
  mutating func forEachAlternative(
    of leaf: Int, _ test: (inout DiagramAlgebra, Leaf) throws(EvaluationStop) -> Truth<Plane>
  ) throws(EvaluationStop) -> Truth<Plane> {
    var result: Truth<Plane>?
    for alternative in table.alternatives(of: leaf) {
      let next = try test(&self, table.leaves[alternative])
      if let before = result { result = try circularChoice(before, next) } else { result = next }
    }
    return result ?? constant(false)
  }
}

extension UnknownTable {
  /// What might be more things than this might be anything.
  private static var maximumAlternatives: Int { 64 }

  /// The leaves of which a leaf is one: itself alone, unless it is a circular choice.
  func alternatives(of leaf: Int) -> [Int] {
    if case .circularChoice(let alternatives) = leaves[leaf] { alternatives } else { [leaf] }
  }

  /// What is one of two leaves, where which of them depends on itself.
  mutating func circularChoice(_ first: Int, _ second: Int) -> Int {
    if first == second { return first }
    for leaf in [Leaf.fault, .circular] where leaves[first] == leaf || leaves[second] == leaf {
      return self.leaf(leaf)
    }
    let alternatives = Set(alternatives(of: first) + self.alternatives(of: second))
    return leaf(
      alternatives.count > Self.maximumAlternatives ? .circular : .circularChoice(alternatives.sorted()))
  }

  /// A whole number between two, where which one depends on itself.
  mutating func wholeNumbers(from low: Int, to high: Int) -> Int {
    guard low != high, case .constant(let first) = leaves[low], case .constant(let last) = leaves[high],
      let first = first.integer, let last = last.integer, first <= last, last - first < Self.maximumAlternatives
    else { return circularChoice(low, high) }
    return leaf(.circularChoice((first...last).map { leaf(.constant(Scalar($0))) }.sorted()))
  }
}
