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

  /// The cases by one of their arguments: those with argument `a` lie from `starts[a]` up to `starts[a + 1]`, in ascending
  /// order of the other.
  struct Rows: Sendable {
    fileprivate(set) var starts: [Int32]
    fileprivate(set) var others: [Int32]
    fileprivate(set) var states: [State]

    func range(of argument: Int) -> Range<Int> {
      guard argument >= 0, argument < starts.count - 1 else { return 0..<0 }
      return Int(starts[argument])..<Int(starts[argument + 1])
    }
  }

  private(set) var rows: [Rows]

  /// - Parameters:
  ///   - cases: each case once.
  ///   - counts: how many members the two parameters have.
  init(cases: [(first: Int32, second: Int32, state: State)], counts: [Int]) {
    let bySecond = Self.sorted(cases.map { (Int($0.second), $0) }, count: counts[1])
    let byFirst = Self.sorted(bySecond.cases.map { (Int($0.first), $0) }, count: counts[0])
    let again = Self.sorted(byFirst.cases.map { (Int($0.second), $0) }, count: counts[1])
    rows = [
      Rows(starts: byFirst.starts, others: byFirst.cases.map { $0.second }, states: byFirst.cases.map { $0.state }),
      Rows(starts: again.starts, others: again.cases.map { $0.first }, states: again.cases.map { $0.state }),
    ]
  }

  /// The cases in order of a number, those with the same number as they stood; and where each number begins.
  private static func sorted<Case>(_ cases: [(number: Int, item: Case)], count: Int) -> (starts: [Int32], cases: [Case])
  {
    var starts = [Int32](repeating: 0, count: count + 1)
    for (number, _) in cases { starts[number + 1] += 1 }
    for number in 0..<count { starts[number + 1] += starts[number] }
    var next = starts
    var order = [Int32](repeating: 0, count: cases.count)
    for (position, item) in cases.enumerated() {
      order[Int(next[item.number])] = Int32(truncatingIfNeeded: position)
      next[item.number] += 1
    }
    return (starts, order.map { cases[Int($0)].item })
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
    for position in rows.indices {
      for argument in 0..<rows[position].starts.count - 1 {
        for place in rows[position].range(of: argument) where rows[position].states[place] == .byLane {
          let other = Int(rows[position].others[place])
          rows[position].states[place] = position == 0 ? state(argument, other) : state(other, argument)
        }
      }
    }
  }
}
