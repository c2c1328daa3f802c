package import CasusSemantics

extension Expectation {
  /// Whether an answer is what was expected.
  package func holds(for answer: Answer, in program: Program) -> Bool {
    switch (self, answer.outcome) {
    case (.truth(let wanted), .truth(let found)): return wanted == found
    case (.contested, .contested), (.unknown, .unknown): return true
    case (.unknown, .value(let set)): return !set.isSingle
    case (.value(let wanted), .value(let set)):
      guard let ends = set.values(of: answer, in: program), set.isSingle else { return false }
      return ends.low?.means(wanted) ?? false
    case (.range(let low, let high), .value(let set)):
      guard let ends = set.values(of: answer, in: program) else { return false }
      return Value.meansSame(ends.low, low) && Value.meansSame(ends.high, high)
    default: return false
    }
  }
}

extension ValueSet {
  /// Whether one value alone remains.
  package var isSingle: Bool {
    switch self {
    case .oneOf(let values): values.count == 1
    case .range(let low?, let high?): low.means(high)
    case .range: false
    }
  }

  fileprivate func values(of answer: Answer, in program: Program) -> (low: Value?, high: Value?)? {
    (
      ends.low.flatMap { program.value(of: $0, type: answer.type, texts: answer.texts) },
      ends.high.flatMap { program.value(of: $0, type: answer.type, texts: answer.texts) }
    )
  }
}

extension Value {
  /// Of two ends of ranges; those that are nil are open.
  fileprivate static func meansSame(_ first: Value?, _ second: Value?) -> Bool {
    guard let first, let second else { return first == nil && second == nil }
    return first.means(second)
  }

  /// Equal as the language compares: two days are forty-eight hours.
  fileprivate func means(_ other: Value) -> Bool {
    if case .duration(let first) = self, case .duration(let second) = other {
      return first.compared(to: second) == .equal
    }
    return self == other
  }
}
