import CasusAnalysis
import CasusEngine
import CasusSemantics

/// Timelines with all names resolved: what a renderer writes down, and computes nothing of.
struct TimelineReport: Sendable {
  struct Interval: Sendable, Equatable {
    /// Nil: since the beginning of time.
    var from: Moment?
    /// Up to and without; nil: for good.
    var until: Moment?
    var outcome: AnswerReport.Outcome
    var isProved = true
    var isCircular = false
  }

  struct Event: Sendable, Equatable {
    /// The words are members of the data formats.
    enum Kind: String, CaseIterable, Sendable {
      case owed, fulfilled, breached, lapsed
    }
    var at: Moment
    var kind: Kind
    /// Else it may be so from then on.
    var isCertain: Bool
  }

  struct Row: Sendable, Equatable {
    /// As written.
    var query: String
    /// What each `any` of the query stands for.
    var bindings: [AnswerReport.Binding] = []
    var intervals: [Interval]
    var events: [Event] = []

    /// The query and the case of it that is meant.
    var label: String {
      bindings.isEmpty ? query : query + " · " + bindings.map { $0.name + ": " + $0.value.text }.joined(separator: ", ")
    }
  }

  var file: String
  var scenario: String?
  var accordingTo: String?
  /// What the command line limits the timelines to.
  var from: Moment?
  var to: Moment?
  var rows: [Row] = []
}

extension TimelineReport {
  /// Adds the rows of a question.
  mutating func add(_ answer: TimelineAnswer, to question: Question, _ builder: ReportBuilder) {
    func outcome(_ answer: Answer) -> AnswerReport.Outcome {
      builder.report(of: answer, nil, to: question, in: nil).outcome
    }
    func outcome(of interval: TimelineAnswer.Interval) -> AnswerReport.Outcome {
      // There may be very many, so that a condition's is not reported as a whole answer is.
      switch interval.outcome {
      case .truth(let truth): .truth(truth ? .true : .false)
      case .unknown: .truth(.unknown)
      case .contested: .truth(.contested)
      case .value, .rows, .fault: outcome(answer.answer(interval))
      }
    }
    for row in answer.rows {
      var bindings: [AnswerReport.Binding] = []
      if !row.values.isEmpty, case .rows(let named) = outcome(answer.answer(namingCaseOf: row)) {
        bindings = named.first?.bindings ?? []
      }
      let intervals = row.intervals.map { interval in
        Interval(
          from: interval.from, until: interval.until, outcome: outcome(of: interval),
          isProved: interval.isProved, isCircular: interval.isCircular)
      }
      let events = row.events.map { Event(at: $0.at, kind: Event.Kind($0.kind), isCertain: $0.isCertain) }
      rows.append(Row(query: question.text, bindings: bindings, intervals: intervals, events: events))
    }
  }
}

extension TimelineReport.Event.Kind {
  fileprivate init(_ kind: TimelineAnswer.Event.Kind) {
    switch kind {
    case .owed: self = .owed
    case .fulfilled: self = .fulfilled
    case .breached: self = .breached
    case .lapsed: self = .lapsed
    }
  }
}

extension TimelineReport.Interval {
  /// The answer in words: `unknown, unproved`.
  var words: String {
    var words = outcome.text
    if case .fault(let fault) = outcome { words += ": " + fault.message }
    return words + (isProved ? "" : ", unproved") + (isCircular ? ", circular" : "")
  }

  /// For how long it is so: `from 2024-06-19 until 2024-12-04`.
  var period: String {
    switch (from, until) {
    case (nil, nil): "always"
    case (let from?, nil): "from \(from)"
    case (nil, let until?): "until \(until)"
    case (let from?, let until?): "from \(from) until \(until)"
    }
  }
}

extension TimelineReport.Event {
  /// In words: `may be breached`.
  var words: String { isCertain ? kind.rawValue : "may be " + kind.rawValue }
}
