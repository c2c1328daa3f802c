/// What the statements of each case say from their beginnings on, those of a case side by side in the order in which they are
/// written.
///
/// A timeline reads one case after the other, whose statements may lie anywhere among a hundred thousand: from one to the
/// next by what each names before it, most of the time would go into waiting for memory.
struct BeginningTable: Sendable {
  /// By statement: its case, counted in the order of their first statements.
  private var cases: [Int32] = []
  /// Those of case `c` stand from `starts[c]` up to `starts[c + 1]`.
  private var starts: [Int32] = [0]
  private var beginnings: [TruthCourse.Change]

  /// - Parameters:
  ///   - told: what each statement says.
  ///   - previous: for each the position of the statement before that names the same case; -1: none.
  ///   - start: the position of the first.
  init(_ told: [TruthCourse.Change], previous: [Int32], from start: Int) {
    beginnings = told
    cases.reserveCapacity(told.count)
    var counts: [Int32] = []
    for position in previous {
      let index = Int(position) - start
      let number = position < 0 ? Int32(truncatingIfNeeded: counts.count) : cases[index]
      if position < 0 { counts.append(0) }
      counts[Int(number)] += 1
      cases.append(number)
    }
    for count in counts { starts.append((starts.last ?? 0) + count) }
    var next = starts
    for (number, beginning) in zip(cases, told) {
      beginnings[Int(next[Int(number)])] = beginning
      next[Int(number)] += 1
    }
  }

  /// Those of the case that a statement names, by its number.
  func beginnings(ofCaseNamedBy number: Int) -> ArraySlice<TruthCourse.Change> {
    let index = Int(cases[number])
    return beginnings[Int(starts[index])..<Int(starts[index + 1])]
  }
}
