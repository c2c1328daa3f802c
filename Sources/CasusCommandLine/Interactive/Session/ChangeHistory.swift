import CasusSemantics

/// What can be taken back, and brought back.
struct ChangeHistory {
  /// The session before a change, as far as the change went.
  struct Change {
    /// In a person's words: `assert at_war(Russia)`.
    var what: String
    var files: [String]
    var blockCount: Int
    var context: AnswerContext
    /// The blocks that were taken back, to be brought back.
    var blocks: [TypedBlock] = []
  }

  private(set) var done: [Change] = []
  private(set) var undone: [Change] = []

  /// How many changes can be taken back.
  private static let most = 1_000

  /// Notes what the session was before a change. What had been taken back is gone then.
  mutating func note(_ change: Change) {
    undone = []
    // All at once, so that a long script does not move the list for each entry.
    if done.count >= 2 * ChangeHistory.most { done.removeFirst(ChangeHistory.most) }
    done.append(change)
  }

  mutating func takeLastDone() -> Change? { done.popLast() }
  mutating func takeLastUndone() -> Change? { undone.popLast() }
  mutating func pushDone(_ change: Change) { done.append(change) }
  mutating func pushUndone(_ change: Change) { undone.append(change) }
}
