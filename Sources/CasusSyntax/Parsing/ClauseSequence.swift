import CasusDiagnostics

/// The clauses that a construct may have, in the order in which they stand, and how far reading has come among them.
struct ClauseSequence {
  /// The words each clause begins with.
  let clauses: [String]
  let isOrdered: Bool
  /// The clauses that may stand more than once.
  let repeatable: Set<Int>
  /// The last clause met so far, in order.
  fileprivate var reached = -1
  fileprivate var met: Set<Int> = []

  init(_ clauses: [String], isOrdered: Bool = true, repeatable: Set<Int> = []) {
    self.clauses = clauses
    self.isOrdered = isOrdered
    self.repeatable = repeatable
  }

  /// `a`, `b`, `c`
  fileprivate var spelledOut: String { clauses.map { "`\($0)`" }.joined(separator: ", ") }
}

extension Parser {
  /// Notes that the clause at `index` begins here, and reports one that comes twice or too late. It is read all the same.
  mutating func enterClause(_ index: Int, of sequence: inout ClauseSequence) {
    let clause = sequence.clauses[index]
    if sequence.met.contains(index), !sequence.repeatable.contains(index) {
      report(.clauseTwice, "`\(clause)` stands here a second time", notes: ["it can be said once"])
    } else if sequence.isOrdered, index < sequence.reached {
      report(
        .clauseOrder, "`\(clause)` comes before `\(sequence.clauses[sequence.reached])`",
        notes: ["the order is \(sequence.spelledOut)"])
    }
    sequence.met.insert(index)
    sequence.reached = max(sequence.reached, index)
  }

  /// Notes that what comes last, behind all clauses, begins here.
  mutating func passClauses(of sequence: inout ClauseSequence) {
    sequence.reached = sequence.clauses.count - 1
  }
}
