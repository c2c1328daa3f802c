package import CasusSemantics

/// The answer to a question at every moment of a time.
package struct TimelineAnswer: Sendable {
  /// An answer for as long as it stays the same.
  package struct Interval: Sendable, Equatable {
    /// Nil: it is so since the beginning of time.
    package var from: Moment?
    /// The first moment at which it is so no longer; nil: it stays so.
    package var until: Moment?
    package var outcome: Answer.Outcome
    package var isProved: Bool
    package var isCircular: Bool
  }

  /// What becomes of a norm's case, without a view or in the view that the question names.
  package struct Event: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
      /// It begins to be owed.
      case owed
      case fulfilled
      case breached
      /// It ends to be owed, neither performed nor overdue.
      case lapsed
    }
    package var at: Moment
    package var kind: Kind
    /// Whether it happens at this very moment in every completion, or has happened by then; else it may from here on.
    package var isCertain: Bool
  }

  package struct Row: Sendable, Equatable {
    /// What each `any` of the question stands for; empty where it has none.
    package var values: [Value]
    /// In order, without a break; neighbours differ.
    package var intervals: [Interval]
    /// Empty where the question calls no norm.
    package var events: [Event]
  }

  /// One; for a call with `any`, one for each case that holds, or may, at some moment.
  package var rows: [Row]
  package var type: ValueType
  /// Texts by number, for printing values.
  package var texts: TextTable
}
