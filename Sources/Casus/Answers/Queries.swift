internal import CasusEngine
internal import CasusSemantics

/// Several questions to a program, checked together, so that what they share is looked at once where all are asked.
///
/// ```swift
/// let queries = try program.queries(["help(Brabant, Alba)", "help(Alba, Brabant)"])
/// for timeline in try queries.timelines(given: facts) { print(timeline.query, timeline.periods.count) }
/// ```
///
/// It is immutable and can be shared between threads.
public struct Queries: Sendable, RandomAccessCollection {
  private let queries: [Query]

  init(_ texts: [String], accordingTo view: String?, of storage: ProgramStorage) throws(CasusError) {
    let named = texts.enumerated().map { (name: "<query \($0 + 1)>", text: $1) }
    let checked = checkQueries(named, in: storage.program, sources: storage.sources, limits: storage.nesting)
    guard checked.questions.count == texts.count else {
      throw CasusError(.invalidQuery, checked.diagnostics, in: checked.sources)
    }
    let entity = try Query.entity(view, of: storage)
    queries = checked.questions.map { question in
      var question = question
      question.view = entity
      return Query(question, program: checked.program, sources: checked.sources, of: storage)
    }
  }

  /// Zero.
  public var startIndex: Int { 0 }
  /// How many there are.
  public var endIndex: Int { queries.count }
  /// A question, in the order in which they were given.
  public subscript(position: Int) -> Query { queries[position] }

  /// Answers the questions for all moments of a time.
  ///
  /// - Parameters:
  ///   - facts: what is known; nil: what the program itself tells.
  ///   - start: the first moment that is answered for; nil for all the time before.
  ///   - end: the first moment that is answered for no longer; nil for all time to come.
  ///   - limits: what each answer may cost.
  /// - Returns: a timeline for each question, in their order.
  /// - Throws: `impossibleValue` where the end is not later than the start; else as ``Query/answer(given:asOf:limits:)``.
  public func timelines(
    given facts: Facts? = nil, from start: Moment? = nil, until end: Moment? = nil, limits: Limits = Limits()
  ) throws(CasusError) -> [Timeline] {
    guard let first = queries.first else { return [] }
    if let start, let end, end <= start {
      throw CasusError(.impossibleValue, "a time ends later than it begins: \(start) is not before \(end)")
    }
    let base = try first.own(facts).base(for: first)
    let runner = TimelineRunner(base, limits: limits.engine(for: first.storage))
    let builder = TimelineBuilder(base.program, first)
    var timelines: [Timeline] = []
    var failure: CasusError?
    runner.forEachAnswer(to: queries.map { $0.question }, from: start?.moment, to: end?.moment) { question, answer in
      if failure != nil { return }
      do throws(CasusError) {
        switch answer {
        case .success(let answer): timelines.append(try builder.timeline(answer, of: question))
        case .failure(let error): throw CasusError(error, to: first)
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return timelines
  }
}

extension Program {
  /// Prepares several questions at once.
  ///
  /// ```swift
  /// let queries = try program.queries(["due(Alba)", "due(Brabant)"])
  /// let timelines = try queries.timelines(from: .day(1905, 1, 1))
  /// ```
  ///
  /// - Parameters:
  ///   - texts: the questions, each as for ``query(_:accordingTo:)``.
  ///   - view: whose view of the facts all of them take.
  /// - Throws: `invalidQuery` with what is wrong with the first that is wrong.
  public func queries(_ texts: [String], accordingTo view: String? = nil) throws(CasusError) -> Queries {
    try Queries(texts, accordingTo: view, of: storage)
  }
}

extension Query {
  /// Answers the question for all moments of a time.
  ///
  /// ```swift
  /// let timeline = try query.timeline(from: .day(2024, 1, 1))
  /// for period in timeline.periods { print(period.from, period.until, period.truth) }
  /// ```
  ///
  /// - Parameters:
  ///   - facts: what is known; nil: what the program itself tells.
  ///   - start: the first moment that is answered for; nil for all the time before.
  ///   - end: the first moment that is answered for no longer; nil for all time to come.
  ///   - limits: what the answer may cost.
  /// - Throws: `impossibleValue` where the end is not later than the start; else as ``answer(given:asOf:limits:)``.
  public func timeline(
    given facts: Facts? = nil, from start: Moment? = nil, until end: Moment? = nil, limits: Limits = Limits()
  ) throws(CasusError) -> Timeline {
    let found = try Queries(self).timelines(given: facts, from: start, until: end, limits: limits)
    // One question has one timeline.
    return found[0]
  }
}

extension Queries {
  fileprivate init(_ query: Query) { queries = [query] }
}
