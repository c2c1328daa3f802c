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

  /// The value without what tells equal ones apart: `48 hours` is `2 days`, though a deadline treats them differently.
  package var canonical: Value {
    guard case .duration(let duration) = self, !duration.isInMonths else { return self }
    return .duration(CalendarDuration(duration.amount, .clock))
  }
}
