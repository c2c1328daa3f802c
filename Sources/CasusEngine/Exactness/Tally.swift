/// A sum of whole numbers, each of which counts where a condition holds: votes that are counted, or weighed.
///
/// It is kept as it stands, because nearly all that is ever asked of it is whether it reaches a number. That has a small
/// diagram, where what it is exactly takes one for each sum.
struct Tally: Equatable, Sendable {
  struct Item: Equatable, Sendable {
    var condition: Truth<DecisionDiagram.Edge>
    /// Above zero: what would count below zero counts, turned, where its condition does not hold.
    var weight: Int
  }
  private(set) var items: [Item] = []
  /// What counts in any case.
  private(set) var offset = 0
  /// No sum is further from zero.
  private var reach = 0

  /// Far from the ends of what a number holds, so that nothing computed from a tally overflows.
  private static var greatestReach: Int { 1 << 50 }

  init(offset: Int = 0) {
    self.offset = offset
    reach = offset == .min ? .max : abs(offset)
  }

  /// The same tally and one more item; nil where the sum could grow too large.
  func adding(_ condition: Truth<DecisionDiagram.Edge>, weight: Int) -> Tally? {
    guard weight != .min, var sum = reaching(further: abs(weight)) else { return nil }
    if weight > 0 { sum.items.append(Item(condition: condition, weight: weight)) }
    if weight < 0 {
      let opposite = Truth(
        certain: condition.possible.negated, possible: condition.certain.negated, fault: condition.fault)
      sum.items.append(Item(condition: opposite, weight: -weight))
      sum.offset += weight
    }
    return sum
  }

  /// The sum of this tally and a multiple of another; nil where it could grow too large.
  func adding(_ other: Tally, times factor: Int) -> Tally? {
    let (constant, overflow) = other.offset.multipliedReportingOverflow(by: factor)
    guard !overflow, constant != .min, var sum = reaching(further: abs(constant)) else { return nil }
    sum.offset += constant
    for item in other.items {
      let (weight, overflow) = item.weight.multipliedReportingOverflow(by: factor)
      guard !overflow, let next = sum.adding(item.condition, weight: weight) else { return nil }
      sum = next
    }
    return sum
  }

  private func reaching(further: Int) -> Tally? {
    var sum = self
    sum.reach = sum.reach.addingReportingOverflow(further).partialValue
    return reach <= Self.greatestReach && further <= Self.greatestReach ? sum : nil
  }

  /// Where computing a condition fails, the sum has no value.
  var faults: [DecisionDiagram.Edge] { items.map { $0.condition.fault }.filter { $0 != .false } }

  /// Whether each condition is true or false wherever it is not at fault.
  var isDefinite: Bool { items.allSatisfy { $0.condition.certain == $0.condition.possible } }
}
