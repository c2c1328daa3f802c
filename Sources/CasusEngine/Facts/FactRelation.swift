internal import CasusSemantics

/// The cases of a fact of which statements tell, found by either of its arguments.
///
/// It is there for facts presumed false: no other case of them can hold, so that whoever looks for cases that may hold looks
/// at no more than these. A fact of one parameter counts as one of two, the second of which has a single member.
struct FactRelation: Sendable {
  /// What is told of a case.
  enum State: UInt8, Sendable {
    case fails, open, holds
    /// It differs by view or moment.
    case byLane
  }

  /// The cases by one of their arguments: those of row `r` lie from `starts[r]` up to `starts[r + 1]`, in ascending order of
  /// the other argument.
  struct Rows: Sendable {
    /// The arguments that have a row, in ascending order; nil where each has one.
    fileprivate var arguments: [Int32]?
    fileprivate var starts: [Int32]
    /// Below ``otherCount``.
    fileprivate(set) var others: [Int32]
    /// How many members the other parameter has.
    fileprivate(set) var otherCount: Int
    fileprivate(set) var states: [State]

    func range(of argument: Int) -> Range<Int> {
      guard let row = row(of: argument) else { return 0..<0 }
      return Int(starts[row])..<Int(starts[row + 1])
    }

    private func row(of argument: Int) -> Int? {
      guard let arguments else { return argument >= 0 && argument < starts.count - 1 ? argument : nil }
      var (low, high) = (0, arguments.count)
      while low < high {
        let middle = (low + high) / 2
        if Int(arguments[middle]) < argument { low = middle + 1 } else { high = middle }
      }
      return low < arguments.count && Int(arguments[low]) == argument ? low : nil
    }
  }

  typealias Case = (first: Int32, second: Int32, state: State)

  private(set) var rows: [Rows]

  /// - Parameters:
  ///   - cases: each case once.
  ///   - counts: how many members the two parameters have.
  init(cases: [Case], counts: [Int]) {
    let byFirst = Self.sorted(Self.sorted(cases, counts[1]) { $0.second }, counts[0]) { $0.first }
    let bySecond = Self.sorted(byFirst, counts[1]) { $0.second }
    rows = [
      Rows(byFirst.map { ($0.first, $0.second, $0.state) }, counts[0], others: counts[1]),
      Rows(bySecond.map { ($0.second, $0.first, $0.state) }, counts[1], others: counts[0]),
    ]
  }

  /// The cases in order of an argument, those with the same one as they stood.
  private static func sorted(_ cases: [Case], _ count: Int, by argument: (Case) -> Int32) -> [Case] {
    guard Rows.isDense(cases.count, count) else {
      let order = cases.indices.sorted { (argument(cases[$0]), $0) < (argument(cases[$1]), $1) }
      return order.map { cases[$0] }
    }
    var next = [Int32](repeating: 0, count: count + 1)
    for item in cases { next[Int(argument(item)) + 1] += 1 }
    for number in 0..<count { next[number + 1] += next[number] }
    var order = [Int32](repeating: 0, count: cases.count)
    for (position, item) in cases.enumerated() {
      let number = Int(argument(item))
      order[Int(next[number])] = Int32(truncatingIfNeeded: position)
      next[number] += 1
    }
    return order.map { cases[Int($0)] }
  }

  /// What is told of the case of a fact of one parameter, or of the one with these arguments.
  func state(_ first: Int, _ second: Int = 0) -> State {
    let row = rows[0]
    var range = row.range(of: first)
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      if Int(row.others[middle]) == second { return row.states[middle] }
      range = Int(row.others[middle]) < second ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return .fails
  }

  var dependsOnLane: Bool { rows[0].states.contains(.byLane) }

  /// Finds out what is told of the cases that differ by lane.
  mutating func settle(_ state: (_ first: Int, _ second: Int) -> State) {
    rows[0].settle(state)
    rows[1].settle { second, first in state(first, second) }
  }
}

extension FactRelation.Rows {
  /// A row for every member is worth its room where one in 64 has a case.
  fileprivate static func isDense(_ caseCount: Int, _ count: Int) -> Bool { count / 64 <= caseCount }

  /// - Parameter cases: in order of the argument, and of the other.
  fileprivate init(
    _ cases: [(argument: Int32, other: Int32, state: FactRelation.State)], _ count: Int, others otherCount: Int
  ) {
    self.otherCount = otherCount
    others = cases.map { $0.other }
    states = cases.map { $0.state }
    if Self.isDense(cases.count, count) {
      starts = Array(repeating: 0, count: count + 1)
      for item in cases { starts[Int(item.argument) + 1] += 1 }
      for number in 0..<count { starts[number + 1] += starts[number] }
      return
    }
    var arguments: [Int32] = []
    starts = []
    for (position, item) in cases.enumerated() where arguments.last != item.argument {
      arguments.append(item.argument)
      starts.append(Int32(truncatingIfNeeded: position))
    }
    starts.append(Int32(truncatingIfNeeded: cases.count))
    self.arguments = arguments
  }

  fileprivate mutating func settle(_ state: (_ argument: Int, _ other: Int) -> FactRelation.State) {
    for row in 0..<starts.count - 1 {
      let argument = arguments.map { Int($0[row]) } ?? row
      for place in Int(starts[row])..<Int(starts[row + 1]) where states[place] == .byLane {
        states[place] = state(argument, Int(others[place]))
      }
    }
  }
}
