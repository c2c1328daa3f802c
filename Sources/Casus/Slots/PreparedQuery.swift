internal import CasusEngine
internal import CasusSemantics
internal import CasusSyntax

/// A condition that is asked of many cases, which differ in what they tell of some facts, the slots.
///
/// ```swift
/// let prepared = try query.prepared(for: ["attacked(Alba)", "troops(DPRK)"], given: facts)
/// var incident = prepared.openCase
/// try incident.set(0, to: true)
/// try prepared.truth(of: incident)
/// ```
///
/// What a case tells of a slot counts as what a scenario tells, of all time and in nobody's view. What the given facts tell
/// of it in nobody's view is set aside, and a slot that is not known is told to be unknown, which lifts what is presumed.
///
/// It is immutable and can be shared between threads.
public struct PreparedQuery: Sendable, CustomStringConvertible {
  /// What cases tell, in the order in which it was asked for.
  public let slots: [Slot]
  /// Whether cases are decided by a few operations on bits. Where the question needs more (time, recursion, views,
  /// arithmetic that can fail), every case is answered as by ``Query/answer(given:asOf:limits:)``: as right, and slower by
  /// a factor of some thousands.
  public var isFlat: Bool { question.isFlat }
  /// The question as written, blanks folded.
  public let description: String
  let question: PreparedQuestion
  /// A part of ``question``, which is so large that reading it there would copy it.
  private let maskCode: SlotMaskCode?
  let layout: CaseLayout
  let query: Query

  init(
    _ query: Query, _ cases: [FactCase], _ facts: Facts, _ moment: CasusSemantics.Moment, _ limits: Limits
  ) throws(CasusError) {
    var found: [CasusEngine.Slot] = []
    for fact in cases { found.append(try Self.slot(fact, in: facts, behind: found)) }
    guard query.program[query.question.expression].type == .condition, !query.asksForRows else {
      throw CasusError(.invalidQuery, "a prepared query is a condition, and asks for no rows with `any`")
    }
    do throws(EngineError) {
      question = try PreparedQuestion(
        query.question, of: found, given: facts.base(for: query), asOf: moment,
        limits: limits.engine(for: query.storage))
    } catch {
      throw CasusError(error, to: query)
    }
    maskCode = question.maskCode
    layout = CaseLayout(SlotLayout(question, names: cases.map { $0.description }))
    let isRead = question.isRead
    slots = cases.indices.map { index in
      Slot(name: cases[index].description, kind: Slot.Kind(found[index].type), canMatter: isRead[index])
    }
    self.query = query
    description = query.description
  }

  private static func slot(
    _ fact: FactCase, in facts: Facts, behind others: [CasusEngine.Slot]
  ) throws(CasusError) -> CasusEngine.Slot {
    let told = try facts.find(fact)
    let arguments = told.arguments.compactMap { $0 }
    let type: ValueType
    switch facts.program[told.declaration].kind {
    case .fact(let details), .event(let details): type = details.type
    default: throw CasusError(.invalidCase, "`\(fact)` is no fact and no event: no case can tell it")
    }
    guard arguments.count == told.arguments.count else {
      throw CasusError(.invalidCase, "`\(fact)` is more than one case: name each")
    }
    let slot = CasusEngine.Slot(declaration: told.declaration, arguments: arguments, type: type)
    if others.contains(slot) { throw CasusError(.invalidCase, "`\(fact)` is a slot already") }
    return slot
  }

  /// A case of which nothing is known.
  public var openCase: Case { Case(layout, question.openCase) }

  /// The number of a slot by its name; nil where there is none.
  public func slot(named name: String) -> Int? { slots.firstIndex { $0.name == name } }

  /// What the question comes to in a case. Where the query is flat and the case settles it, nothing is allocated.
  ///
  /// - Throws: `invalidCase` where the case is another query's; `fault`, `limitReached` and `cancelled` as
  ///   ``Query/answer(given:asOf:limits:)`` does.
  public func truth(of incident: Case) throws(CasusError) -> Truth {
    try check(incident)
    let word = maskCode?.settledWord(of: incident.core) ?? -1
    return word < 0 ? try answer(of: incident).truth : Truth(word)
  }

  /// The same, and whether it is proved.
  ///
  /// - Throws: as ``truth(of:)``.
  public func answer(of incident: Case) throws(CasusError) -> CaseAnswer {
    try check(incident)
    if let settled = question.settledAnswer(of: incident.core) { return CaseAnswer(settled) }
    do throws(SlotError) {
      return CaseAnswer(try question.engineAnswer(of: incident.core))
    } catch {
      throw CasusError(error, to: query)
    }
  }

  @inline(__always)
  func check(_ incident: Case) throws(CasusError) {
    if incident.layout === layout { return }
    throw CasusError(foreignCase: ())
  }
}

extension Truth {
  /// By its two bits, without a branch that nobody could foresee.
  @inline(__always)
  fileprivate init(_ word: Int64) {
    self =
      switch word & 3 {
      case 0: .false
      case 3: .true
      default: .unknown
      }
  }
}

/// What a case comes to.
///
/// ```swift
/// let answer = try prepared.answer(of: incident)
/// if answer.truth == .unknown, !answer.isProved { /* more time might settle it */ }
/// ```
public struct CaseAnswer: Hashable, Sendable {
  /// True, false, unknown, or contested between views.
  public let truth: Truth
  /// False where one of ``Limits`` was reached, so that what is unknown may be settled after all.
  public let isProved: Bool

  init(_ answer: SlotAnswer) {
    truth =
      switch answer.outcome {
      case .true: .true
      case .false: .false
      case .unknown: .unknown
      case .contested: .contested
      }
    isProved = answer.isProved
  }
}

extension Query {
  /// Prepares the question for cases that differ in what they tell of some facts. Names and types are checked now.
  ///
  /// ```swift
  /// let prepared = try query.prepared(for: ["attacked(Alba)"], given: facts, asOf: .day(2025, 1, 10))
  /// ```
  ///
  /// - Parameters:
  ///   - slots: cases of facts or events, as one would state them.
  ///   - facts: what is known beside them; nil: what the program itself tells.
  ///   - date: the moment asked about. It may be left out where nothing that is told or asked depends on time.
  ///   - limits: what preparing, and each answer, may cost.
  /// - Throws: `invalidStatement` for names that are not known; `invalidCase` for what cannot be a slot; `invalidQuery`
  ///   where the question is no condition; else as ``answer(given:asOf:limits:)``.
  public func prepared(
    for slots: [FactCase], given facts: Facts? = nil, asOf date: Moment? = nil, limits: Limits = Limits()
  ) throws(CasusError) -> PreparedQuery {
    let facts = try own(facts)
    return try PreparedQuery(self, slots, facts, moment(date, facts), limits)
  }

  /// Whether the question stands for a row for each case of `any`.
  fileprivate var asksForRows: Bool {
    if case .quantified(.some, let binding, _) = program[question.expression].kind { binding.isFromAny } else { false }
  }
}

extension Slot.Kind {
  init(_ type: ValueType) {
    self =
      switch type {
      case .condition: .condition
      case .integer: .integer
      case .decimal: .decimal
      case .date: .date
      case .text: .text
      case .entity: .entity
      case .duration: .duration
      }
  }
}

extension CasusError {
  init(_ error: SlotError, to query: Query) {
    switch error {
    case .engine(let error): self.init(error, to: query)
    case .fault(let fault): self.init(.fault, fault.message, at: Diagnostic.Place(fault.span, in: query.sources))
    }
  }
}

extension CasusError {
  /// A case is used with a query that it was not made for.
  init(foreignCase: Void) { self.init(.invalidCase, "this case belongs to another prepared query") }
}

extension CasusError.Code {
  /// A slot, a case, a row or a column does not fit the prepared query.
  public static let invalidCase = Self(rawValue: "invalidCase")
}
