package import CasusSemantics

/// Everything told in sight of a question, found by case: the statements of files and tables, then the scenario's.
package struct FactBase: Sendable {
  /// Without its statements, which stand beside it here.
  package private(set) var program: Program
  package private(set) var statements: [CheckedStatement] = []
  /// How many of the statements come from files; the scenario's stand behind them.
  package private(set) var fileCount: Int
  /// How many statements are in sight: a question in a scenario sees only those above it.
  package var visibleCount: Int {
    didSet { noteParties(from: min(oldValue, visibleCount), to: max(oldValue, visibleCount)) }
  }
  /// The parties to each instrument, as the statements in sight tell.
  private var parties: [[Int]] = []
  package internal(set) var texts = TextTable()
  /// The declarations that lie on a circle.
  package let recursive: Set<DeclarationID>

  /// The cases of each declaration, numbered; nil where its parameters are not finite.
  private var indexes: [CaseIndex?]
  /// The last statement of each case that names all its arguments, and from each to the one before.
  private var latest: [CaseKey: Int32] = [:]
  private var previous: [Int32] = []
  /// The statements that say `any`, by declaration.
  private var patterns: [DeclarationID: [Int32]] = [:]
  /// Each view with the first statement that is of it, in their order.
  private var firstOfViews: [(view: EntityID, position: Int)] = []
  private var knownViews: Set<EntityID> = []

  package init(_ program: Program, scenario: [CheckedStatement] = []) {
    self.program = program
    fileCount = program.statements.count
    visibleCount = program.statements.count + scenario.count
    recursive = program.recursiveDeclarations()
    indexes = program.declarations.map { CaseIndex($0, in: program) }
    statements.reserveCapacity(visibleCount)
    for declaration in program.declarations {
      switch declaration.kind {
      case .fact(let details), .event(let details): if let presumed = details.presumed { note(presumed) }
      default: break
      }
    }
    for statement in program.statements { add(statement) }
    for statement in scenario { add(statement) }
    self.program.statements = []
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
    for statement in more { add(statement) }
    if !inScenario { fileCount += more.count }
    visibleCount += more.count
  }

  /// Finds the parties anew where statements that come into sight, or go out of it, tell of any.
  private mutating func noteParties(from start: Int, to end: Int) {
    let told = Set(statements[start..<end].map { $0.declaration })
    for (number, instrument) in program.instruments.enumerated() {
      if let fact = instrument.partyFact, told.contains(fact) {
        parties[number] = findParties(to: InstrumentID(number))
      }
    }
  }

  /// Gives every text that is told its number, so that reading never has to.
  private mutating func note(_ told: Told) {
    switch told {
    case .value(.text(let text)): _ = texts.number(of: text)
    case .oneOf(let values):
      for case .text(let text) in values { _ = texts.number(of: text) }
    default: break
    }
  }

  private mutating func add(_ statement: CheckedStatement) {
    let position = Int32(truncatingIfNeeded: statements.count)
    statements.append(statement)
    previous.append(-1)
    note(statement.told)
    for view in statement.views where knownViews.insert(view).inserted { firstOfViews.append((view, Int(position))) }
    var arguments: [Int] = []
    for argument in statement.arguments {
      guard let argument else {
        patterns[statement.declaration, default: []].append(position)
        return
      }
      guard let integer = program.scalar(of: argument, texts: texts).integer else { return }
      arguments.append(integer)
    }
    guard let index = indexes[statement.declaration.index], let ordinal = index.ordinal(of: arguments) else { return }
    let key = CaseKey(statement.declaration, ordinal: ordinal)
    if let before = latest.updateValue(position, forKey: key) { previous[Int(position)] = before }
  }

  package func index(of declaration: DeclarationID) -> CaseIndex? { indexes[declaration.index] }

  /// The statements in sight that speak of a case, latest written first.
  package func statements(of key: CaseKey) -> [Int32] {
    var found: [Int32] = []
    var position = latest[key] ?? -1
    while position >= 0 {
      if position < visibleCount { found.append(position) }
      position = previous[Int(position)]
    }
    guard let candidates = patterns[key.declaration], let index = indexes[key.declaration.index] else { return found }
    let arguments = index.arguments(of: key.ordinal)
    for position in candidates where position < visibleCount && fits(position, arguments) { found.append(position) }
    return found
  }

  /// The cases of a declaration that statements in sight name.
  package func namedCases(of declaration: DeclarationID) -> [CaseKey] {
    var found: [CaseKey] = []
    for (key, position) in latest where key.declaration == declaration {
      var earliest = position
      while previous[Int(earliest)] >= 0 { earliest = previous[Int(earliest)] }
      if earliest < visibleCount { found.append(key) }
    }
    return found.sorted { $0.ordinal < $1.ordinal }
  }

  private func fits(_ position: Int32, _ arguments: [Int]) -> Bool {
    for (argument, wanted) in zip(statements[Int(position)].arguments, arguments) {
      if let argument, program.scalar(of: argument, texts: texts).integer != wanted { return false }
    }
    return true
  }

  /// The views of statements in sight, in order of first appearance.
  package var views: [EntityID] { firstOfViews.filter { $0.position < visibleCount }.map { $0.view } }

  /// The members of a finite domain as scalars; nil where it is not finite.
  package func members(of domain: DomainReference) -> [Int]? {
    switch domain {
    case .type(.entity(let type)): return Array(0..<program[type].members.count)
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
    case .type(.entity(let type)): return scalar.integer.map { program[type].members.indices.contains($0) } ?? false
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
    return namedCases(of: fact).filter { key in
      statements(of: key).contains { statements[Int($0)].told != .truth(false) }
    }.map { $0.ordinal }
  }
}
