internal import CasusDiagnostics
internal import CasusEngine
internal import CasusSemantics

/// What is known: the statements of a program, and those that a host adds.
///
/// ```swift
/// var facts = program.facts
/// try facts.assert("at_war(Russia)", from: .day(2024, 8, 6), accordingTo: ["Russia"], source: "TASS")
/// try facts.deny("under_attack(Russia, by: any)", accordingTo: ["Ukraine"])
/// ```
///
/// A value: a copy is changed without changing the original, and costs nothing until then. What a host tells counts as
/// what a scenario tells: where both speak of a case, before what the program's files say.
public struct Facts: Sendable {
  let storage: ProgramStorage
  /// The program with the entities that data brought; nil where data brought none.
  private var extended: CasusSemantics.Program?
  private var sources: SourceMap
  private(set) var base: FactBase
  /// What the host told, and where in it each case is spoken of.
  private var told: [CheckedStatement] = []
  private var positions: [ToldCase: [Int]] = [:]
  private var levels = StatementLevels()
  /// Whether something that the host told carries a date.
  private(set) var hasDates = false

  init(_ storage: ProgramStorage) {
    self.storage = storage
    sources = storage.sources
    base = storage.facts
  }

  /// The facts in sight of a question: with its expressions, and with the entities that data brought.
  func base(for query: Query) -> FactBase {
    guard var program = extended else { return base.asked(in: query.program) }
    program.expressions = query.program.expressions
    program.gaps = query.program.gaps
    return base.asked(in: program)
  }

  var program: CasusSemantics.Program { extended ?? storage.program }

  // MARK: One by one

  /// States that something holds, or what it is.
  ///
  /// - Parameters:
  ///   - fact: the case of a fact, an event or a rule. Of an event that happened at a known time, see
  ///     ``assert(_:on:accordingTo:source:)-(_,Moment,_,_)``.
  ///   - told: of a fact that has a value, what it is.
  ///   - start: from when on; nil: from ever.
  ///   - end: until when, exclusive; nil: for good.
  ///   - views: whose statement it is, by name, label or alias; empty: nobody's.
  ///   - source: where it stands; explanations quote it.
  /// - Throws: `invalidStatement`; `contradiction` with the earlier statement. The facts are then as they were.
  public mutating func assert(
    _ fact: FactCase, is told: Told? = nil, from start: Moment? = nil, until end: Moment? = nil,
    accordingTo views: [String] = [], source: String? = nil
  ) throws(CasusError) {
    try tell(fact, told?.telling ?? .truth(true), views, source) { telling in
      telling.from = start?.moment
      telling.until = end?.moment
    }
  }

  /// States that an event happened at a moment.
  ///
  /// - Throws: as ``assert(_:is:from:until:accordingTo:source:)``.
  public mutating func assert(
    _ event: FactCase, on moment: Moment, accordingTo views: [String] = [], source: String? = nil
  ) throws(CasusError) {
    try assert(event, on: moment...moment, accordingTo: views, source: source)
  }

  /// States that an event happened once, at some moment between two, both included.
  ///
  /// - Throws: as ``assert(_:is:from:until:accordingTo:source:)``.
  public mutating func assert(
    _ event: FactCase, on moments: ClosedRange<Moment>, accordingTo views: [String] = [], source: String? = nil
  ) throws(CasusError) {
    try tell(event, .truth(true), views, source) { telling in
      telling.on = (moments.lowerBound.moment, moments.upperBound.moment)
    }
  }

  /// States that something does not hold, or did not happen.
  ///
  /// - Parameters:
  ///   - fact: the case; `any` in place of an argument denies every case: `under_attack(Russia, by: any)`.
  ///   - start: from when on; nil: from ever.
  ///   - end: until when, exclusive; nil: for good.
  ///   - views: whose statement it is; empty: nobody's.
  ///   - source: where it stands.
  /// - Throws: as ``assert(_:is:from:until:accordingTo:source:)``.
  public mutating func deny(
    _ fact: FactCase, from start: Moment? = nil, until end: Moment? = nil, accordingTo views: [String] = [],
    source: String? = nil
  ) throws(CasusError) {
    try tell(fact, .truth(false), views, source) { telling in
      telling.from = start?.moment
      telling.until = end?.moment
    }
  }

  /// Takes back everything that was told of a case beside the program's files, in every view and for every time. What
  /// the files say of it counts again.
  ///
  /// - Returns: how many statements were taken back.
  /// - Throws: `invalidStatement` where the case is none.
  @discardableResult
  public mutating func withdraw(_ fact: FactCase) throws(CasusError) -> Int {
    guard let taken = positions[try find(fact)] else { return 0 }
    let kept = told.indices.filter { !taken.contains($0) }.map { told[$0] }
    self = self.telling(kept)
    return taken.count
  }

  func find(_ fact: FactCase) throws(CasusError) -> ToldCase {
    if let found = fact.found { return found }
    do throws(TellingFault) {
      return try findCase(fact.description, in: program, sources: sources, limits: storage.nesting)
    } catch {
      throw CasusError(.invalidStatement, [error.diagnostic], in: error.sources)
    }
  }

  private mutating func tell(
    _ fact: FactCase, _ told: FactTelling.Told, _ views: [String], _ source: String?,
    _ complete: (inout FactTelling) -> Void
  ) throws(CasusError) {
    var telling = FactTelling(fact.description, told)
    telling.known = fact.found
    telling.accordingTo = views
    telling.source = source
    complete(&telling)
    let checked: (statement: CheckedStatement, sources: SourceMap)
    do throws(TellingFault) {
      checked = try check(telling, in: program, sources: sources, limits: storage.nesting)
    } catch {
      throw CasusError(.invalidStatement, [error.diagnostic], in: error.sources)
    }
    try rejectContradiction(checked.statement, checked.sources)
    var statement = checked.statement
    statement.span = Facts.nowhere
    append(statement)
  }

  /// Where a statement stands that no text has.
  private static var nowhere: SourceSpan { SourceSpan(source: SourceID(-1), start: 0, end: 0) }

  private mutating func rejectContradiction(
    _ statement: CheckedStatement, _ sources: SourceMap
  ) throws(CasusError) {
    guard let found = levels.admit([statement], behind: told).first else { return }
    let diagnostic = CasusDiagnostics.Diagnostic(contradictionOf: statement, with: found.earlier.map { told[$0] })
    throw CasusError(.contradiction, [diagnostic], in: sources)
  }

  /// Adds a statement of the program's own.
  mutating func add(_ statement: CheckedStatement) {
    _ = levels.admit([statement], behind: told)
    append(statement)
  }

  private mutating func append(_ statement: CheckedStatement) {
    positions[ToldCase(statement.declaration, statement.arguments), default: []].append(told.count)
    told.append(statement)
    base.tell([statement], inScenario: true)
    hasDates = hasDates || statement.time.isDated
  }

  private func telling(_ statements: [CheckedStatement]) -> Facts {
    var facts = Facts(storage)
    facts.extended = extended
    facts.sources = sources
    if let extended { facts.base = FactBase(extended) }
    for statement in statements { facts.add(statement) }
    return facts
  }

  // MARK: From data

  /// Adds the statements of a file of facts: JSON (an object, or a list of them), one object a line, or CSV.
  ///
  /// ```swift
  /// try facts.add(contentsOf: #"{"fact": "at_war", "args": ["Russia"], "source": "TASS"}"#)
  /// ```
  ///
  /// Names that are new become members of their type where the program does not list its members for good.
  ///
  /// - Parameters:
  ///   - text: the file's contents.
  ///   - name: how messages name it; a name that ends in `.csv` makes it CSV.
  /// - Throws: `invalidStatement` with every row that is wrong; `contradiction`. The facts are then as they were.
  public mutating func add(contentsOf text: String, named name: String = "<facts>") throws(CasusError) {
    var silent = program
    silent.statements = []
    let added = addFacts(
      Array(text.utf8), named: name, to: silent, sources: sources, limits: storage.nesting)
    guard added.diagnostics.isEmpty else { throw CasusError(.invalidStatement, added.diagnostics, in: added.sources) }
    var facts = self
    facts.sources = added.sources
    if added.program.entities.count != program.entities.count {
      var extended = added.program
      extended.statements = program.statements
      facts.extended = extended
      facts = facts.telling(told)
    }
    for statement in added.program.statements {
      try facts.rejectContradiction(statement, added.sources)
      facts.append(statement)
    }
    self = facts
  }
}
