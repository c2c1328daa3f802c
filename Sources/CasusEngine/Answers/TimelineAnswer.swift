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
    package var intervals: TimelineIntervals
    /// Empty where the question calls no norm.
    package var events: [Event]
  }

  /// One; for a call with `any`, one for each case that holds, or may, at some moment.
  package var rows: [Row]
  package var type: ValueType
  /// Texts by number, for printing values.
  package var texts: TextTable
}

extension TimelineAnswer {
  /// The answer of one interval by itself, for those who write answers.
  package func answer(_ interval: Interval) -> Answer { answer(interval.outcome, from: interval.from) }

  /// A row as the one case of an answer, for those who write what its `any`s stand for.
  package func answer(namingCaseOf row: Row) -> Answer {
    answer(.rows([Answer.Row(values: row.values, outcome: .unknown, isProved: true)]), from: nil)
  }

  private func answer(_ outcome: Answer.Outcome, from: Moment?) -> Answer {
    Answer(
      outcome: outcome, values: nil, type: type, finding: Finding(.truth(nil)), views: [], asOf: from ?? .earliest,
      openFacts: [], gaps: [], texts: texts)
  }
}
