package import CasusSemantics

/// A part of the line of values, within which a question tells no value from another.
package enum ValuePart: Hashable, Sendable {
  /// One of the few values there are.
  case member(Scalar)
  /// All values between two bounds; a bound that is nil is open.
  case interval(low: Bound?, high: Bound?)

  package struct Bound: Hashable, Sendable {
    package var at: Rational
    package var isIncluded: Bool
  }

  /// Whether it has one value alone.
  package var isSingle: Bool {
    switch self {
    case .member: true
    case .interval(let low, let high): low != nil && low == high
    }
  }
}

extension Unknown {
  /// The parts between its cuts, in ascending order: one more than there are cuts.
  var parts: [ValuePart] {
    if let members { return members.map { .member($0) } }
    var parts: [ValuePart] = []
    var low = range.low.map { ValuePart.Bound(at: $0.number, isIncluded: true) }
    for cut in cuts {
      let high = ValuePart.Bound(at: cut.at, isIncluded: cut.isBehind)
      parts.append(.interval(low: low, high: isDiscrete ? high.onWholeNumbers : high))
      low = ValuePart.Bound(at: cut.at, isIncluded: !cut.isBehind)
    }
    parts.append(.interval(low: low, high: range.high.map { ValuePart.Bound(at: $0.number, isIncluded: true) }))
    return parts
  }
}

extension ValuePart.Bound {
  /// The same upper bound where only whole numbers are possible; the cuts of such values lie at whole numbers.
  fileprivate var onWholeNumbers: ValuePart.Bound {
    guard !isIncluded, let before = try? at.subtracting(Rational(1)) else { return self }
    return ValuePart.Bound(at: before, isIncluded: true)
  }
}
