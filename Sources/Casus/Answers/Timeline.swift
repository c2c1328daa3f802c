internal import CasusAnalysis
internal import CasusEngine
internal import CasusSemantics

/// What a question comes to at every moment of a time.
///
/// ```swift
/// let timeline = try query.timeline(given: facts)
/// let due = timeline.periods.filter { $0.truth == .true }
/// print(due.map { ($0.from, $0.until) })
/// ```
public struct Timeline: Hashable, Sendable {
  /// An answer, for as long as it stays the same.
  public struct Period: Hashable, Sendable {
    /// The first moment; nil: since the beginning of time.
    public let from: Moment?
    /// The first moment at which it is so no longer; nil: for good.
    public let until: Moment?
    /// What it comes to.
    public let outcome: Answer.Outcome
    /// See ``Answer/isProved``.
    public let isProved: Bool
    /// See ``Answer/isCircular``.
    public let isCircular: Bool

    /// Whether the condition holds; nil for a value.
    public var truth: Truth? { if case .truth(let truth) = outcome { truth } else { nil } }
  }

  /// What becomes of a norm's case at a moment.
  public struct Event: Hashable, Sendable {
    /// What can become of it.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      /// It begins to be owed.
      case owed
      /// What was due is done; of a `may`: the right is used.
      case fulfilled
      /// The deadline passes, or what is forbidden is done.
      case breached
      /// It ends to be owed, neither performed nor overdue.
      case lapsed
    }

    /// When.
    public let moment: Moment
    /// What.
    public let kind: Kind
    /// Whether it is certain; else it may be so from this moment on.
    public let isCertain: Bool
  }

  /// One case of the question.
  public struct Row: Hashable, Sendable {
    /// What each `any` of the question stands for; empty where it has none.
    public let bindings: [Answer.Binding]
    /// In order and without a gap; neighbours differ.
    public let periods: Periods
    /// What becomes of the norm that the question calls, in order; empty where it calls none.
    public let events: [Event]
  }

  /// The question, as written.
  public let query: String
  /// One; of a question with `any` one for each case that holds, or may, at some moment.
  public let rows: [Row]

  /// The periods of a question without `any`; none where the question has it, see ``rows``.
  public var periods: Periods { isSingle ? rows[0].periods : Periods([]) }
  /// What becomes of the norm that a question without `any` calls.
  public var events: [Event] { isSingle ? rows[0].events : [] }

  private var isSingle: Bool { rows.count == 1 && rows[0].bindings.isEmpty }
}
