internal import CasusAnalysis
internal import CasusEngine

/// Asks for one open fact at a time until an answer is settled: never for one that cannot matter, and each once.
///
/// ```swift
/// var interview = try query.interview(asOf: .day(2025, 1, 10))
/// while let open = interview.next {
///   try interview.reply(ask(open.question ?? open.fact.description) ? .yes : .no)
/// }
/// show(interview.answer)
/// ```
///
/// The fact asked for is the one that most often decides, as things stand after each reply. Where a function can find the
/// replies out, ``turns(accordingTo:source:asking:)`` and ``Query/resolve(given:asOf:limits:accordingTo:source:asking:)``
/// do the asking.
public struct Interview: Sendable {
  /// What somebody says when asked.
  public enum Reply: Hashable, Sendable {
    /// It holds, or happened.
    case yes
    /// It does not hold, or did not happen.
    case no
    /// Nobody knows: it is not asked for again.
    case unknown
    /// Of a fact that has a value, what that is.
    case told(Told)
  }

  private let query: Query
  private let limits: Limits
  private var core: CasusAnalysis.Interview
  private var known: [Facts]
  private var answers: [Answer]

  init(_ query: Query, _ facts: Facts, asOf moment: Moment?, limits: Limits) throws(CasusError) {
    self.query = query
    self.limits = limits
    let date = try query.moment(moment, facts)
    do throws(EngineError) {
      core = try CasusAnalysis.Interview(
        query.question, facts: facts.base(for: query), asOf: date, limits: limits.engine(for: query.storage))
    } catch {
      throw CasusError(error, to: query)
    }
    known = [facts]
    self.moment = moment
    answers = [try query.answer(given: facts, asOf: moment, limits: limits)]
  }

  private let moment: Moment?

  /// What to ask for; nil once the answer is settled, or nothing is left that somebody could tell.
  public var next: OpenFact? {
    let builder = ReportBuilder(program: query.program, sources: query.sources, showsDates: false)
    return core.next.map { OpenFact(builder.openFact($0)) }
  }

  /// The answer as it stands.
  public var answer: Answer { answers[answers.count - 1] }

  /// What is known, the replies included.
  public var facts: Facts { known[known.count - 1] }

  /// How many facts were asked for.
  public var count: Int { core.count }

  /// Takes the reply to ``next``, and finds what to ask for then.
  ///
  /// - Parameters:
  ///   - reply: what is said.
  ///   - views: who says so; empty: nobody in particular.
  ///   - source: where it stands.
  /// - Throws: `invalidStatement` and `contradiction`, and what an answer throws. The interview is then as it was.
  public mutating func reply(
    _ reply: Reply, accordingTo views: [String] = [], source: String? = nil
  ) throws(CasusError) {
    guard let open = next else { return }
    var facts = facts
    try facts.add(reply, to: open.fact, accordingTo: views, source: source)
    let answer = try query.answer(given: facts, asOf: moment, limits: limits)
    do throws(EngineError) {
      try core.reply(knowing: facts.base(for: query))
    } catch {
      throw CasusError(error, to: query)
    }
    known.append(facts)
    answers.append(answer)
  }

  /// Takes the last reply back; false where there was none.
  @discardableResult
  public mutating func goBack() -> Bool {
    guard core.goBack() else { return false }
    known.removeLast()
    answers.removeLast()
    return true
  }
}

extension Query {
  /// Begins to ask for the facts on which the answer turns.
  ///
  /// - Parameters:
  ///   - facts: what is known at first; nil: what the program itself tells.
  ///   - date: the moment asked about, as for ``answer(given:asOf:limits:)``.
  ///   - limits: what each answer may cost.
  /// - Throws: what an answer throws. A call with `any` is settled once each of its cases is.
  public func interview(
    given facts: Facts? = nil, asOf date: Moment? = nil, limits: Limits = Limits()
  ) throws(CasusError) -> Interview {
    try Interview(self, own(facts), asOf: date, limits: limits)
  }
}
