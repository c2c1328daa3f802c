package import CasusSemantics

/// What one lane knows of a value.
package struct LaneValue: Equatable, Sendable {
  package var set: ValueSet
  package var mayFault: Bool

  package init(_ set: ValueSet, mayFault: Bool = false) {
    self.set = set
    self.mayFault = mayFault
  }

  /// The ends of the set, without what lies between.
  var range: ValueRange {
    switch set {
    case .range(let low, let high): ValueRange(low, high, mayFault: mayFault)
    case .oneOf(let values): ValueRange(values.first, values.last, mayFault: mayFault)
    }
  }

  init(_ range: ValueRange) {
    if let low = range.low, let high = range.high, low.means(high) {
      self.init(.oneOf([low]), mayFault: range.mayFault)
    } else {
      self.init(.range(range.low, range.high), mayFault: range.mayFault)
    }
  }
}

/// The bounds of up to 64 cases at once: a plane is a word, a bit of it a lane.
package struct LaneAlgebra: CaseAlgebra {
  package let circuit: Circuit
  package let facts: FactBase
  package internal(set) var lanes: [Lane]
  /// Whether lanes differ in nothing but their view.
  let isOneMoment: Bool
  /// Where lanes are the moments of one view: that view's timeline.
  var moments: Moments?

  /// The moments of one view, 64 at a time.
  struct Moments {
    var view: EntityID?
    var timeline: Timeline
    /// The number in the timeline of the first lane at hand.
    var first = 0
    /// In one completion alone: then what is not told is as that says.
    var completion: Completion?
    /// What is told of each input over all time, read once it is wanted.
    var courses: [Course?]
    var events: [EventTable?]
  }

  /// Lanes that are views, all at one moment.
  /// - Parameter lanes: at most 64.
  package init(_ circuit: Circuit, facts: FactBase, lanes: [Lane]) {
    self.circuit = circuit
    self.facts = facts
    self.lanes = Array(lanes.prefix(64))
    isOneMoment = self.lanes.allSatisfy {
      $0.moment == lanes[0].moment && $0.withoutPresumptions == lanes[0].withoutPresumptions
    }
    moments = nil
  }

  /// Lanes that are the moments of one view, in blocks of 64.
  package init(_ circuit: Circuit, facts: FactBase, view: EntityID?, timeline: Timeline) {
    self.circuit = circuit
    self.facts = facts
    lanes = timeline.moments.prefix(64).map { Lane(view: view, moment: $0) }
    isOneMoment = false
    moments = Moments(
      view: view, timeline: timeline, completion: nil,
      courses: Array(repeating: nil, count: circuit.inputs.count),
      events: Array(repeating: nil, count: circuit.inputs.count))
  }

  /// The same from the beginning, in one completion; what was read of statements is kept.
  mutating func restart(in completion: Completion) {
    guard var moments else { return }
    lanes = moments.timeline.moments.prefix(64).map { Lane(view: moments.view, moment: $0) }
    moments.first = 0
    moments.completion = completion
    for input in moments.events.indices { moments.events[input] = nil }
    self.moments = moments
  }

  package var isOneLane: Bool { false }
  package var none: UInt64 { 0 }
  package var all: UInt64 { lanes.count == 64 ? .max : (1 << UInt64(lanes.count)) - 1 }
  package func and(_ left: UInt64, _ right: UInt64) -> UInt64 { left & right }
  package func or(_ left: UInt64, _ right: UInt64) -> UInt64 { left | right }
  package func not(_ plane: UInt64) -> UInt64 { ~plane & all }

  /// The lanes for which a test holds.
  func plane(_ test: (Int) -> Bool) -> UInt64 {
    var result: UInt64 = 0
    for lane in lanes.indices where test(lane) { result |= 1 << UInt64(lane) }
    return result
  }

  // MARK: Values

  package func constant(_ scalar: Scalar) -> [LaneValue] { everywhere(LaneValue(.oneOf([scalar]))) }

  package func today() -> [LaneValue] { lanes.map { LaneValue(.oneOf([Scalar($0.moment)])) } }

  package func startOfToday() -> [LaneValue] {
    lanes.indices.map { lane in
      LaneValue(.oneOf([isEarly(lane) ? .startOfNoDay : Scalar(lanes[lane].moment.startOfDay)]))
    }
  }

  /// Whether a lane lies before all dates.
  func isEarly(_ lane: Int) -> Bool { moments.map { $0.timeline.isEarly($0.first + lane) } ?? false }

  package func faultyValue() -> [LaneValue] { everywhere(LaneValue(.anything, mayFault: true)) }

  package func circularValue() -> [LaneValue] { everywhere(LaneValue(.anything)) }

  func everywhere(_ value: LaneValue) -> [LaneValue] { Array(repeating: value, count: lanes.count) }

  package func select(_ condition: Truth<UInt64>, _ left: [LaneValue], _ right: [LaneValue]) -> [LaneValue] {
    lanes.indices.map { lane in
      let bit: UInt64 = 1 << UInt64(lane)
      let mayFault = condition.fault & bit != 0
      var value =
        condition.certain & bit != 0
        ? left[lane] : condition.possible & bit == 0 ? right[lane] : union(left[lane], right[lane])
      value.mayFault = value.mayFault || mayFault
      return value
    }
  }

  private func union(_ left: LaneValue, _ right: LaneValue) -> LaneValue {
    let mayFault = left.mayFault || right.mayFault
    if case .oneOf(let first) = left.set, case .oneOf(let second) = right.set {
      let both = first + second.filter { !first.contains($0) }
      return LaneValue(.oneOf(both.sorted { $0.number < $1.number }), mayFault: mayFault)
    }
    let (first, second) = (left.range, right.range)
    let low = first.low.flatMap { low in second.low.map { $0.number < low.number ? $0 : low } }
    let high = first.high.flatMap { high in second.high.map { high.number < $0.number ? $0 : high } }
    return LaneValue(.range(low, high), mayFault: mayFault)
  }

  package func count(_ conditions: [Truth<UInt64>]) -> [LaneValue] {
    lanes.indices.map { lane in
      let bit: UInt64 = 1 << UInt64(lane)
      let certain = conditions.count { $0.certain & bit != 0 }
      let possible = conditions.count { $0.possible & bit != 0 }
      let mayFault = conditions.contains { $0.fault & bit != 0 }
      return LaneValue(ValueRange(Scalar(certain), Scalar(possible), mayFault: mayFault))
    }
  }

  // MARK: Conditions over values

  package func compare(_ comparison: Comparison, _ left: [LaneValue], _ right: [LaneValue]) -> Truth<UInt64> {
    let fault = plane { left[$0].mayFault || right[$0].mayFault || differInMeasure(left[$0], right[$0]) }
    let certain = plane { isCertain(comparison, left[$0], right[$0]) } & ~fault
    return Truth(
      certain: certain, possible: plane { isPossible(comparison, left[$0], right[$0]) } | fault, fault: fault)
  }

  private func differInMeasure(_ left: LaneValue, _ right: LaneValue) -> Bool {
    guard let first = left.range.low ?? left.range.high, let second = right.range.low ?? right.range.high else {
      return false
    }
    return first.isMonths != second.isMonths
  }

  private func isCertain(_ comparison: Comparison, _ left: LaneValue, _ right: LaneValue) -> Bool {
    let (first, second) = (left.range, right.range)
    switch comparison {
    case .less: return isBefore(first.high, second.low)
    case .equal:
      return isNotAfter(second.high, first.low) && isNotAfter(first.high, second.low)
    }
  }

  private func isPossible(_ comparison: Comparison, _ left: LaneValue, _ right: LaneValue) -> Bool {
    let (first, second) = (left.range, right.range)
    switch comparison {
    case .less:
      guard let low = first.low, let high = second.high else { return true }
      return low.number < high.number
    case .equal: return left.set.intersection(right.set) != nil
    }
  }

  private func isBefore(_ first: Scalar?, _ second: Scalar?) -> Bool {
    guard let first, let second else { return false }
    return first.number < second.number
  }

  private func isNotAfter(_ first: Scalar?, _ second: Scalar?) -> Bool {
    guard let first, let second else { return false }
    return first.number <= second.number
  }

  private func mayBe(_ value: LaneValue, _ ordinal: Int) -> Bool { value.set.contains(Scalar(ordinal)) }

  package func choose(_ selector: [LaneValue], _ pairs: [(ordinal: Int, truth: Truth<UInt64>)]) -> Truth<UInt64> {
    let fault = plane { selector[$0].mayFault }
    var result = Truth(certain: all & ~fault, possible: fault, fault: fault)
    for (ordinal, truth) in pairs {
      let may = plane { mayBe(selector[$0], ordinal) }
      result.certain &= truth.certain | ~may
      result.possible |= truth.possible & may
      result.fault |= truth.fault & may
    }
    return result
  }

  package func chooseValue(_ selector: [LaneValue], _ pairs: [(ordinal: Int, values: [LaneValue])]) -> [LaneValue] {
    lanes.indices.map { lane in
      let open = pairs.filter { mayBe(selector[lane], $0.ordinal) }.map { $0.values[lane] }
      guard let first = open.first else { return LaneValue(.anything, mayFault: true) }
      var result = open.dropFirst().reduce(first) { union($0, $1) }
      result.mayFault = result.mayFault || selector[lane].mayFault
      return result
    }
  }
}
