internal import CasusSemantics

/// The values that a case may still have.
package enum ValueSet: Equatable, Sendable {
  /// From one to the other, both included; an end that is nil is open.
  case range(Scalar?, Scalar?)
  /// One of these, in ascending order and without repetition.
  case oneOf([Scalar])

  package static var anything: ValueSet { .range(nil, nil) }

  /// What lies in both; nil where nothing does.
  package func intersection(_ other: ValueSet) -> ValueSet? {
    switch (self, other) {
    case (.range(let low, let high), .range(let otherLow, let otherHigh)):
      let newLow = [low, otherLow].compactMap { $0 }.max { $0.number < $1.number }
      let newHigh = [high, otherHigh].compactMap { $0 }.min { $0.number < $1.number }
      if let newLow, let newHigh, newHigh.number < newLow.number { return nil }
      return .range(newLow, newHigh)
    case (.oneOf(let values), let set), (let set, .oneOf(let values)):
      let kept = values.filter { set.contains($0) }
      return kept.isEmpty ? nil : .oneOf(kept)
    }
  }

  package func contains(_ scalar: Scalar) -> Bool {
    switch self {
    case .oneOf(let values): return values.contains { $0.means(scalar) }
    case .range(let low, let high):
      if let low, scalar.number < low.number { return false }
      if let high, high.number < scalar.number { return false }
      return true
    }
  }
}

extension ValueSet {
  /// The least set of its kind that holds both.
  package func hull(with other: ValueSet) -> ValueSet {
    if case .oneOf(let first) = self, case .oneOf(let second) = other {
      return .oneOf(Set(first).union(second).sorted { $0.number < $1.number })
    }
    let (low, high) = ends
    let (otherLow, otherHigh) = other.ends
    return .range(
      low.flatMap { low in otherLow.map { $0.number < low.number ? $0 : low } },
      high.flatMap { high in otherHigh.map { high.number < $0.number ? $0 : high } })
  }

  package var ends: (low: Scalar?, high: Scalar?) {
    switch self {
    case .range(let low, let high): (low, high)
    case .oneOf(let values): (values.first, values.last)
    }
  }
}

/// What is known of a case at one moment, in one view.
package enum CaseState: Equatable, Sendable {
  case truth(Bool)
  /// Any truth, or any value of the type.
  case open
  case values(ValueSet)
}

/// A state with where it comes from.
package struct Reading: Equatable, Sendable {
  package var state: CaseState
  /// The statement that tells it: one that is told as a range has one value for as long as this is the same. -1: none.
  package var origin: Int32
  /// Whether it is taken to hold because nobody says otherwise.
  package var isPresumed: Bool

  package init(_ state: CaseState, origin: Int32 = -1, isPresumed: Bool = false) {
    self.state = state
    self.origin = origin
    self.isPresumed = isPresumed
  }
}
