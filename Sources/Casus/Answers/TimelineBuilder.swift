internal import CasusAnalysis
internal import CasusEngine
internal import CasusSemantics

/// Makes timelines of what the engine found.
struct TimelineBuilder {
  private let program: CasusSemantics.Program
  private let query: Query
  private let reports: ReportBuilder

  /// - Parameters:
  ///   - program: with the entities that data brought.
  ///   - query: one of the questions that were checked together.
  init(_ program: CasusSemantics.Program, _ query: Query) {
    self.program = program
    self.query = query
    reports = ReportBuilder(program: program, sources: query.sources, showsDates: true)
  }

  /// - Throws: `fault`, where computing fails in some period.
  func timeline(_ answer: TimelineAnswer, of question: Question) throws(CasusError) -> Timeline {
    var rows: [Timeline.Row] = []
    for row in answer.rows {
      let periods = try periods(row.intervals, of: answer)
      let events = row.events.map { event in
        Timeline.Event(moment: Moment(event.at), kind: Timeline.Event.Kind(event.kind), isCertain: event.isCertain)
      }
      rows.append(Timeline.Row(bindings: bindings(of: row, answer, question), periods: periods, events: events))
    }
    return Timeline(query: question.text, rows: rows)
  }

  private func periods(
    _ intervals: TimelineIntervals, of answer: TimelineAnswer
  ) throws(CasusError) -> Timeline.Periods {
    if intervals.isPlain { return Timeline.Periods(plain: intervals) }
    var periods: [Timeline.Period] = []
    for interval in intervals { periods.append(try period(interval, of: answer)) }
    return Timeline.Periods(periods)
  }

  private func period(
    _ interval: TimelineAnswer.Interval, of answer: TimelineAnswer
  ) throws(CasusError) -> Timeline.Period {
    let outcome: Answer.Outcome
    switch interval.outcome {
    case .truth(let truth): outcome = .truth(truth ? .true : .false)
    case .contested: outcome = .truth(.contested)
    case .unknown: outcome = .truth(.unknown)
    case .value(let set):
      let extent = ValueExtent(set, type: answer.type, in: program, texts: answer.texts)
      outcome = .value(ValueBounds(extent, in: program))
    case .rows: outcome = .rows([])
    case .fault(let fault):
      throw CasusError(.fault, fault.message, at: Diagnostic.Place(fault.span, in: query.sources))
    }
    return Timeline.Period(
      from: interval.from.map { Moment($0) }, until: interval.until.map { Moment($0) }, outcome: outcome,
      isProved: interval.isProved, isCircular: interval.isCircular)
  }

  /// What each `any` of the question stands for in a row.
  private func bindings(
    of row: TimelineAnswer.Row, _ answer: TimelineAnswer, _ question: Question
  ) -> [Answer.Binding] {
    guard !row.values.isEmpty else { return [] }
    let named = reports.report(of: answer.answer(namingCaseOf: row), nil, to: question, in: nil).outcome
    guard case .rows(let rows) = named, let names = rows.first?.bindings.map({ $0.name }) else { return [] }
    return zip(names, row.values).map { Answer.Binding(name: $0, value: Value($1, in: program)) }
  }
}

extension Timeline.Event.Kind {
  fileprivate init(_ kind: TimelineAnswer.Event.Kind) {
    switch kind {
    case .owed: self = .owed
    case .fulfilled: self = .fulfilled
    case .breached: self = .breached
    case .lapsed: self = .lapsed
    }
  }
}
