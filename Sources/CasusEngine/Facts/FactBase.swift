package import CasusSemantics

/// Everything told in sight of a question, found by case: the statements of files and tables, then the scenario's.
package struct FactBase: Sendable {
  /// Without its statements, which stand beside it here.
  package private(set) var program: Program
  package internal(set) var statements: ToldStatements
  /// The statements of the files by case, which all scenarios share, and those of the scenario.
  var file: StatementIndex
  var scenario: StatementIndex
  private(set) var relations: [FactRelation?] = []
  /// How many statements are in sight: a question in a scenario sees only those above it.
  package var visibleCount: Int {
    didSet {
      courses = [:]
      noteParties(from: min(oldValue, visibleCount), to: max(oldValue, visibleCount))
    }
  }
  /// The parties to each instrument, as the statements in sight tell.
  private var parties: [[Int]] = []
  package internal(set) var texts = TextTable()
  /// Courses that were read once for several questions; see ``rememberCourses(of:views:)``.
  var courses: [CourseKey: Course] = [:]
  let readings: DeclarationReadings
  /// The cases of each declaration, numbered; nil where its parameters are not finite.
  let indexes: [CaseIndex?]
  /// What is known of the cases of each declaration of which nothing is told.
  private var untold: [Reading] = []
  /// The cases that statements name of rules whose cases are not numbered.
  var named = NamedCases()
  /// The facts, and single cases of facts, that somebody will be asked for: nothing is presumed of them while no statement
  /// speaks of the case.
  package var askedDeclarations: Set<DeclarationID> = []
  package var askedCases: Set<CaseKey> = []
  /// What is assumed of gaps, of which no statement can speak.
  private(set) var assumedGaps: [Input.Source: CaseState] = [:]

  package init(_ program: Program, scenario: [CheckedStatement] = []) {
    self.program = program
    self.program.statements = []
    readings = DeclarationReadings(of: program)
    indexes = program.declarations.map { CaseIndex($0, in: program) }
    statements = ToldStatements(file: program.statements, scenario: [])
    file = StatementIndex(from: 0, in: program)
    self.scenario = StatementIndex(from: program.statements.count, in: program)
    visibleCount = program.statements.count
    parties = Array(repeating: [], count: program.instruments.count)
    for declaration in program.declarations {
      switch declaration.kind {
      case .fact(let details), .event(let details): if let presumed = details.presumed { texts.note(presumed) }
      default: break
      }
    }
    untold = program.declarations.indices.map { declaration in
      guard let presumed = presumption(of: DeclarationID(declaration)) else { return Reading(.open) }
      return Reading(state(of: presumed) ?? .open, isPresumed: true)
    }
    file.reserve(statements.count)
    index(0..<statements.count)
    file.gatherBeginnings()
    relations = relationsOfFiles()
    setScenario(scenario)
  }

  /// The facts of the files with those of another scenario; the files' are not gone through again.
  package func with(scenario: [CheckedStatement]) -> FactBase {
    var facts = self
    facts.setScenario(scenario)
    return facts
  }

  private mutating func setScenario(_ told: [CheckedStatement]) {
    statements.scenario = told
    scenario = StatementIndex(from: fileCount, in: program)
    index(fileCount..<statements.count)
    visibleCount = statements.count
    parties = program.instruments.indices.map { findParties(to: InstrumentID($0)) }
  }

  /// The same facts, for questions that were added to their program.
  package func asked(in extended: Program) -> FactBase {
    var facts = self
    facts.program = extended
    facts.program.statements = []
    return facts
  }

  /// Tells more, behind all that was told: in the scenario, or, where that has no statements, in the file.
  package mutating func tell(_ more: [CheckedStatement], inScenario: Bool) {
    let count = statements.count
    if inScenario {
      statements.scenario += more
      index(count..<statements.count)
    } else {
      statements.file += more
      index(count..<statements.count)
      scenario = StatementIndex(from: fileCount, in: program)
      relations = relationsOfFiles()
    }
    visibleCount += more.count
  }

  /// How many of the statements come from files; the scenario's stand behind them.
  package var fileCount: Int { statements.file.count }

  /// Assumes what a case of a gap is.
  mutating func assume(_ gap: Input.Source, _ told: Told) { assumedGaps[gap] = state(of: told) }

  /// Finds the parties anew where statements that come into sight, or go out of it, tell of any.
  private mutating func noteParties(from start: Int, to end: Int) {
    // Where a scenario makes way for a shorter one, all parties are found anew besides.
    let changed = (start..<end).clamped(to: 0..<statements.count)
    let told = Set(statements[changed].map { $0.declaration })
    for (number, instrument) in program.instruments.enumerated() {
      if let fact = instrument.partyFact, told.contains(fact) {
        parties[number] = findParties(to: InstrumentID(number))
      }
    }
  }

  /// The declarations that lie on a circle.
  package var recursive: Set<DeclarationID> { readings.recursive }

  /// Whether an expression, or anything it rests on, reads windows, dates of events or statuses.
  package func looksBack(from expression: ExpressionID) -> Bool { readings.looksBack(from: expression, in: program) }

  /// What is known of a fact's case where no statement in sight tells of it.
  func untold(_ key: CaseKey) -> Reading {
    isAskedFor(key) && !isSpokenOf(key) ? Reading(.open) : untold[key.declaration.index]
  }

  package func index(of declaration: DeclarationID) -> CaseIndex? { indexes[declaration.index] }

  /// The statements in sight that speak of a case, latest written first.
  package func statements(of key: CaseKey) -> [Int32] {
    var found: [Int32] = []
    scenario.add(naming: key, before: visibleCount, to: &found)
    file.add(naming: key, before: visibleCount, to: &found)
    guard hasPatterns(of: key.declaration), let index = indexes[key.declaration.index] else { return found }
    let arguments = index.arguments(of: key.ordinal)
    file.add(fitting: arguments, of: key.declaration, before: visibleCount, to: &found)
    scenario.add(fitting: arguments, of: key.declaration, before: visibleCount, to: &found)
    return found
  }

  /// Whether a statement says `any` of a declaration.
  func hasPatterns(of declaration: DeclarationID) -> Bool {
    file.hasPatterns(of: declaration) || scenario.hasPatterns(of: declaration)
  }

  /// Whether a statement says `any` of a rule whose cases are not numbered, so that nobody can tell which it reaches.
  package func hasUncountedDenials(of declaration: DeclarationID) -> Bool {
    indexes[declaration.index] == nil && hasPatterns(of: declaration)
  }

  /// The views of statements in sight, in order of first appearance.
  package var views: [EntityID] {
    var views: [EntityID] = []
    for first in file.firstOfViews + scenario.firstOfViews where first.position < visibleCount {
      if !views.contains(first.view) { views.append(first.view) }
    }
    return views
  }

  /// The members of a finite domain as scalars; nil where it is not finite.
  package func members(of domain: DomainReference) -> [Int]? {
    switch domain {
    case .type(.entity(let type)): return Array(0..<program.memberCount(of: type))
    case .type: return nil
    case .set(let set):
      switch program[set].elements {
      case .entities(let entities, of: _): return entities.map { program[$0].ordinal }
      case .integers(let range): return Array(range)
      }
    case .parties(let instrument): return parties[instrument.index]
    }
  }

  /// Whether a scalar is a member of a domain; of one that is not finite every scalar is.
  package func contains(_ scalar: Scalar, in domain: DomainReference) -> Bool {
    switch domain {
    case .type(.entity(let type)):
      guard let integer = scalar.integer else { return false }
      return integer >= 0 && integer < program.memberCount(of: type)
    case .type: return true
    case .set(let set):
      guard let integer = scalar.integer else { return false }
      switch program[set].elements {
      case .entities(let entities, of: _): return entities.contains { program[$0].ordinal == integer }
      case .integers(let range): return range.contains(integer)
      }
    case .parties(let instrument): return scalar.integer.map { parties[instrument.index].contains($0) } ?? false
    }
  }

  /// All of whom statements in sight ever assert that they are parties, told to be unknown included.
  private func findParties(to instrument: InstrumentID) -> [Int] {
    guard let fact = program[instrument].partyFact else { return [] }
    let told = (file.parties(by: fact) + scenario.parties(by: fact)).filter { position, _ in
      position < visibleCount && statements.told(of: position) != .truth(false)
    }
    return Set(told.map { $0.ordinal }).sorted()
  }

  /// Of whom statements in sight tell whether they are parties, beside what the heading of the instrument says.
  package func partiesTold(by fact: DeclarationID) -> [CaseKey] {
    let told = (file.parties(by: fact) + scenario.parties(by: fact)).filter { position, _ in
      position < visibleCount && !statements.isOfHeading(position)
    }
    return Set(told.map { $0.ordinal }).sorted().map { CaseKey(fact, ordinal: $0) }
  }
}

extension TextTable {
  /// Gives every text that is told its number, so that reading never has to.
  mutating func note(_ told: Told) {
    switch told {
    case .value(.text(let text)): _ = number(of: text)
    case .oneOf(let values):
      for case .text(let text) in values { _ = number(of: text) }
    default: break
    }
  }
}
