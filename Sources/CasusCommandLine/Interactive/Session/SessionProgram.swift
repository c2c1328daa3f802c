import CasusAnalysis
import CasusDiagnostics
import CasusEngine
import CasusSemantics
import CasusSyntax

/// The program of a session: the files that were loaded, and what was typed.
///
/// What only states or asks is checked by itself, so that a line typed over a large program costs no more than over a small
/// one; for a declaration all is checked again.
struct SessionProgram {
  var reader: ProgramReader
  private(set) var files: [String] = []
  private(set) var blocks: [TypedBlock] = []
  private(set) var program = Program()
  private(set) var sources = SourceMap()
  private(set) var dependsOnDates = false
  /// The qualifiers that typed declarations leave out, written in.
  private(set) var omittedQualifiers: [Fix] = []
  /// The scenario that was entered, with what was typed in it.
  private(set) var scenario: EnteredScenario?

  /// Files as they were when they were loaded.
  var cache: [String: FileReading] = [:]
  private var levels: StatementLevels?
  private var knownFacts: FactBase?
  /// Whether the last source is that of a question, which is kept until the next comes.
  private var hasPassingSource = false

  init(reader: ProgramReader) { self.reader = reader }

  var limits: CompilationLimits { reader.options.compilationLimits }

  /// All that is told, for looking things up quickly.
  mutating func facts() -> FactBase {
    if let knownFacts { return knownFacts }
    let facts = FactBase(program, scenario: scenario?.statements ?? [])
    knownFacts = facts
    return facts
  }

  /// Adds a source that is only needed until the next comes.
  mutating func addPassing(_ source: SourceText) -> SourceID {
    if hasPassingSource { sources.removeLast() }
    hasPassingSource = true
    return sources.add(source)
  }

  // MARK: Building

  /// Compiles everything anew; where that succeeds, the session has that program.
  mutating func rebuild(
    files newFiles: [String]? = nil, blocks newBlocks: [TypedBlock]? = nil, entering title: String?
  ) -> Compilation {
    let files = newFiles ?? files
    var blocks = newBlocks ?? blocks
    var compilation = compiled(files.filter { !SessionProgram.holdsData($0) }, &blocks)
    for path in reader.options.facts + files.filter(SessionProgram.holdsData) where compilation.program != nil {
      addFacts(of: path, to: &compilation)
    }
    let entered = entering(title, &blocks, &compilation)
    guard let program = compilation.program else { return compilation }
    (self.files, self.blocks, self.program, sources) = (files, blocks, program, compilation.sources)
    (levels, knownFacts, hasPassingSource, scenario) = (nil, nil, false, entered)
    dependsOnDates = program.dependsOnDates || entered?.isDated == true
    omittedQualifiers = compilation.omittedQualifiers
    return compilation
  }

  /// Whether a file holds facts and no program.
  static func holdsData(_ path: String) -> Bool {
    path.hasSuffix(".json") || path.hasSuffix(".ndjson") || path.hasSuffix(".csv")
  }

  private mutating func compiled(_ files: [String], _ blocks: inout [TypedBlock]) -> Compilation {
    // Taken out, so that the closure may fill it.
    var cache = cache
    defer { self.cache = cache }
    let positions = blocks.indices.filter { blocks[$0].scenario == nil }
    let compilation = compile(files: files, typed: positions.map { blocks[$0].source }, limits: limits) { path in
      if let known = cache[path] { return known }
      let reading = reader.reading(of: path)
      cache[path] = reading
      return reading
    }
    for (position, id) in zip(positions, compilation.typedSources) { blocks[position].id = id }
    return compilation
  }

  /// The scenario of a title, with what was typed in it.
  private func entering(
    _ title: String?, _ blocks: inout [TypedBlock], _ compilation: inout Compilation
  ) -> EnteredScenario? {
    guard let title, let program = compilation.program else { return nil }
    var entered = EnteredScenario(title, in: program)
    for position in blocks.indices where blocks[position].scenario == title {
      let source = blocks[position].source
      blocks[position].id = compilation.sources.add(source)
      let parsed = parse(source, id: blocks[position].id)
      let addition = checkAddition(
        parsed.tree.items, to: program, sources: compilation.sources, told: program.statements.count, limits: limits)
      compilation.diagnostics += addition.diagnostics + entered.add(addition.statements)
    }
    if compilation.diagnostics.contains(where: { $0.severity == .error }) { compilation.program = nil }
    return entered
  }

  private mutating func addFacts(of path: String, to compilation: inout Compilation) {
    guard let program = compilation.program else { return }
    let reading = cache[path] ?? reader.reading(of: path)
    cache[path] = reading
    switch reading {
    case .failed(let reason):
      let place = SourceSpan(
        source: compilation.sources.add(SourceText(name: path, bytes: [])), start: 0, end: 0)
      compilation.diagnostics.append(Diagnostic(.unreadableFile, "`\(path)` cannot be read: \(reason)", at: place))
      compilation.program = nil
    case .bytes(let bytes):
      let added = CasusSemantics.addFacts(
        bytes, named: path, to: program, sources: compilation.sources, limits: limits)
      compilation.sources = added.sources
      compilation.diagnostics += added.diagnostics
      compilation.program = added.diagnostics.isEmpty ? added.program : nil
    }
  }

  // MARK: Adding statements

  /// Adds a block that states, and declares nothing; gives what is wrong with it, and then it is not added.
  mutating func add(_ block: TypedBlock, _ items: [Item], from source: SourceID) -> [Diagnostic] {
    let addition = checkAddition(
      items, to: program, sources: sources, told: program.statements.count, limits: limits)
    guard addition.diagnostics.isEmpty else { return addition.diagnostics }
    let wrong = block.scenario == nil ? admit(addition.statements) : scenario?.add(addition.statements) ?? []
    guard wrong.isEmpty else { return wrong }
    hasPassingSource = false
    var block = block
    block.id = source
    block.statementCount = addition.statements.count
    blocks.append(block)
    if block.scenario == nil { program.statements += addition.statements }
    // Statements of the program come before those of a scenario.
    let standLast = block.scenario != nil || scenario?.statements.isEmpty != false
    if standLast { knownFacts?.tell(addition.statements, inScenario: block.scenario != nil) } else { knownFacts = nil }
    dependsOnDates = dependsOnDates || addition.statements.contains { $0.time.isDated }
    return []
  }

  private mutating func admit(_ statements: [CheckedStatement]) -> [Diagnostic] {
    var levels = levels.take() ?? StatementLevels(of: program.statements)
    let contradictions = levels.admit(statements, behind: program.statements)
    self.levels = levels
    func statement(_ index: Int) -> CheckedStatement {
      let told = program.statements.count
      return index < told ? program.statements[index] : statements[index - told]
    }
    return contradictions.map { contradiction in
      Diagnostic(
        contradictionOf: statement(contradiction.statement), with: contradiction.earlier.map { statement($0) })
    }
  }

  /// Takes back the last block without compiling anew; false where that is not possible.
  mutating func removeLastStatements() -> Bool {
    guard let block = blocks.last, let count = block.statementCount else { return false }
    if block.scenario != nil {
      guard scenario?.removeLast(count, of: block.id) == true else { return false }
    } else {
      guard program.statements.suffix(count).allSatisfy({ $0.span.source == block.id }) else { return false }
      program.statements.removeLast(count)
    }
    blocks.removeLast()
    (levels, knownFacts) = (nil, nil)
    return true
  }
}
