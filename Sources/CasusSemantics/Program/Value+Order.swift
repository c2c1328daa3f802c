extension Value {
  /// Whether this value is not greater than another of its type; nil where the two have no order.
  package func precedes(_ other: Value) -> Bool? {
    switch (self, other) {
    case (.number(let left), .number(let right)): left <= right
    case (.date(let left), .date(let right)): left <= right
    case (.duration(let left), .duration(let right)): left.compared(to: right).map { $0 != .longer }
    default: nil
    }
  }

  /// Whether two values are equal as programs see it: `48 hours` is `2 days`.
  package func isSame(as other: Value) -> Bool {
    if case .duration(let left) = self, case .duration(let right) = other { return left.compared(to: right) == .equal }
    return self == other
  }
}
