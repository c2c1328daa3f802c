internal import CasusAnalysis
internal import CasusDiagnostics
internal import CasusEngine
internal import CasusSemantics

/// A question to a program, checked once and asked as often as one likes.
///
/// ```swift
/// let query = try program.query("CSP.assistance(ally: DPRK, victim: Russia)")
/// let answer = try query.answer(given: facts, asOf: .day(2025, 1, 10))
/// ```
///
/// It is immutable and can be shared between threads.
public struct Query: Sendable, CustomStringConvertible {
  let storage: ProgramStorage
  /// The program, with the expressions of the question added to it.
  let program: CasusSemantics.Program
  let question: Question
  let sources: SourceMap
  /// Whether something in it depends on time, beside what the program says.
  private let readsTime: Bool

  init(_ text: String, accordingTo view: String?, of storage: ProgramStorage) throws(CasusError) {
    let checked = checkQuery(text, in: storage.program, sources: storage.sources, limits: storage.nesting)
    guard var question = checked.question else {
      throw CasusError(.invalidQuery, checked.diagnostics, in: checked.sources)
    }
    question.view = try Query.entity(view, of: storage)
    self.init(question, program: checked.program, sources: checked.sources, of: storage)
  }

  /// - Parameters:
  ///   - program: with the expressions of the question.
  ///   - sources: with its text.
  init(_ question: Question, program: CasusSemantics.Program, sources: SourceMap, of storage: ProgramStorage) {
    self.storage = storage
    self.program = program
    self.question = question
    self.sources = sources
    readsTime = program.readsTime(behind: storage.program.expressions.count)
  }

  /// The entity whose view a question takes.
  static func entity(_ name: String?, of storage: ProgramStorage) throws(CasusError) -> EntityID? {
    guard let name else { return nil }
    guard let entity = CasusSemantics.entity(named: name, in: storage.program) else {
      throw CasusError(.invalidQuery, "no entity, or more than one, is called `\(name)`")
    }
    return entity
  }

  /// The question as written, blanks folded.
  public var description: String { question.text }

  /// Answers the question.
  ///
  /// - Parameters:
  ///   - facts: what is known; nil: what the program itself tells.
  ///   - date: the moment asked about. It may be left out where nothing that is told or asked depends on time.
  ///   - limits: what the answer may cost.
  /// - Throws: `missingDate`; `foreignFacts`; `fault` where some completion of what is unknown makes a computation fail;
  ///   `limitReached`; `cancelled`.
  public func answer(
    given facts: Facts? = nil, asOf date: Moment? = nil, limits: Limits = Limits()
  ) throws(CasusError) -> Answer {
    let facts = try own(facts)
    let moment = try self.moment(date, facts)
    let base = facts.base(for: self)
    let (answer, norm) = try answer(over: base, asOf: moment, limits)
    return try Answer(answer, norm, to: self, base, showsDates: date != nil)
  }

  private func answer(
    over base: FactBase, asOf moment: CasusSemantics.Moment, _ limits: Limits
  ) throws(CasusError) -> (CasusEngine.Answer, NormReport?) {
    let runner = QuestionRunner(base, limits: limits.engine(for: storage))
    do throws(EngineError) {
      return (try runner.answer(question, asOf: moment), try runner.normReport(on: question, asOf: moment))
    } catch {
      throw CasusError(error, to: self)
    }
  }

  /// The facts asked about: those of the program where none are given.
  func own(_ facts: Facts?) throws(CasusError) -> Facts {
    guard let facts else { return Facts(storage) }
    if facts.storage === storage { return facts }
    throw CasusError(.foreignFacts, "these facts belong to another program than the query")
  }

  /// The moment asked about; where nothing depends on time, any will do.
  func moment(_ date: Moment?, _ facts: Facts) throws(CasusError) -> CasusSemantics.Moment {
    if let date { return date.moment }
    guard !storage.dependsOnDates, !facts.hasDates, !readsTime else {
      throw CasusError(.missingDate, "what is told or asked depends on time: say of which date with `asOf`")
    }
    return .earliest
  }
}

extension CasusError {
  init(_ error: EngineError, to query: Query) {
    switch error {
    case .limit(let limit): self.init(.limitReached, limit.messageToHosts)
    case .cancelled: self.init(.cancelled, "the question was cancelled")
    case .openDomain(let place):
      let message = "a variable runs over a range whose ends are not known"
      self.init(.fault, message, at: Diagnostic.Place(place, in: query.sources))
    }
  }
}

extension EngineLimit {
  /// The message, with the limit that a host would raise.
  fileprivate var messageToHosts: String {
    switch self {
    case .steps(let limit): "the question needs more than \(limit) steps: see `Limits.maximumSteps`"
    case .moments(let limit): "the question turns on more than \(limit) moments of time: see `Limits.maximumMoments`"
    case .diagram(let limit):
      "exact reasoning needs more than \(limit) decisions: see `Limits.maximumDiagramNodes`"
    case .cases: message
    }
  }
}
