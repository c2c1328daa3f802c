import CasusDiagnostics

/// The clauses that a construct may have, in the order in which they stand, and how far reading has come among them.
struct ClauseSequence {
  /// The words each clause begins with.
  let clauses: [String]
  let isOrdered: Bool
  /// Whether the last of them may stand more than once.
  let lastRepeats: Bool
  /// The last clause met so far, in order.
  fileprivate var reached = -1
  /// Whether a wrong order was reported: what else is out of it has the same cause.
  fileprivate var hasReportedOrder = false
  /// The clauses met so far, a bit for each.
  fileprivate var met: UInt = 0

  private init(_ clauses: [String], isOrdered: Bool = true, lastRepeats: Bool = false) {
    self.clauses = clauses
    self.isOrdered = isOrdered
    self.lastRepeats = lastRepeats
  }

  static let fact = ClauseSequence(["presumed", "decided by", "asks"], isOrdered: false)
  static let conditions = ClauseSequence(["when", "unless"], lastRepeats: true)
  static let instrument = ClauseSequence(
    ["parties", "signed", "in force", "replaces", "articles and declarations"], lastRepeats: true)
  static let article = ClauseSequence(["in force", "declarations"], lastRepeats: true)
  static let statement = ClauseSequence(["is", "on", "from … until", "according to", "source"])
  static let question = ClauseSequence(["as of", "according to"])
  static let scenario = ClauseSequence(["as of", "statements"], lastRepeats: true)
  static let row = ClauseSequence(["is", "on", "from", "until", "according to", "when"])

  /// `a`, `b`, `c`
  fileprivate var spelledOut: String { clauses.map { "`\($0)`" }.joined(separator: ", ") }
}

extension Parser {
  /// Notes that the clause at `index` begins here, and reports one that comes twice or too late. It is read all the same.
  mutating func enterClause(_ index: Int, of sequence: inout ClauseSequence) {
    let clause = sequence.clauses[index]
    let mayRepeat = sequence.lastRepeats && index == sequence.clauses.count - 1
    if sequence.met & (1 << UInt(index)) != 0, !mayRepeat {
      report(.clauseTwice, "`\(clause)` stands here a second time", notes: ["it can be said once"])
    } else if sequence.isOrdered, index < sequence.reached, !sequence.hasReportedOrder {
      sequence.hasReportedOrder = true
      report(
        .clauseOrder, "`\(clause)` comes before `\(sequence.clauses[sequence.reached])`",
        notes: ["the order is \(sequence.spelledOut)"])
    }
    sequence.met |= 1 << UInt(index)
    sequence.reached = max(sequence.reached, index)
  }

  /// Notes that what comes last, behind all clauses, begins here.
  mutating func passClauses(of sequence: inout ClauseSequence) {
    sequence.reached = sequence.clauses.count - 1
  }
}
