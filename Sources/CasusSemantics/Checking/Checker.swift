import CasusDiagnostics
import CasusSyntax

/// Turns trees into a program, in passes: every name is collected before any is looked up, every head resolved before
/// any body is checked. Each pass reports what it finds and leaves behind what is right, so that all errors are found.
struct Checker {
  let limits: CompilationLimits
  var sources: SourceMap
  var program = Program()
  var diagnostics: [Diagnostic] = []

  /// Parallel to the declarations of the program.
  var declarationSites: [DeclarationSite] = []
  var entitySites: [EntitySite] = []
  var setSites: [SetSite] = []
  /// Parallel to the instruments of the program.
  var instrumentSites: [InstrumentSite] = []
  var articleSites: [ArticleSite] = []
  var prevailsSites: [PrevailsSite] = []
  var statementSites: [StatementSite] = []
  /// The members of sets of entities, for looking up.
  var setMembers: [SetID: Set<EntityID>] = [:]

  /// Of all files: those of used files are checked, and do not run.
  var scenarios: [Scenario] = []

  var remainingStatements: Int
  var suggestions = SuggestionBudget()
  /// Whether names of instruments may be written without their qualifier wherever this checker looks, as on the command
  /// line, or else in which sources: those that somebody types.
  var mayOmitQualifiers = false
  var typedSources: Set<SourceID> = []
  /// The qualifiers that were left out, written in.
  var omittedQualifiers: [Fix] = []
  /// Whether cells may bring new members of open types.
  var mayAddEntities = true
  /// How cells name members, for each type that a table was matched against.
  var cellNames: [TypeID: CellNames] = [:]
  /// The statements that tables made, by the position of the table among the statement sites.
  var tableStatements: [Int: [CheckedStatement]] = [:]
  /// The rows of data files in which an error was reported.
  var reportedRows: Set<SourceSpan> = []

  init(limits: CompilationLimits, sources: SourceMap) {
    self.limits = limits
    self.sources = sources
    remainingStatements = limits.maximumStatements
  }

  var names: SymbolTable {
    get { program.names }
    _modify { yield &program.names }
  }

  mutating func report(
    _ code: DiagnosticCode, _ message: String, at span: SourceSpan, related: [RelatedPlace] = [],
    notes: [String] = [], fixes: [Fix] = []
  ) {
    report(Diagnostic(code, message, at: span, related: related, notes: notes, fixes: fixes))
  }

  mutating func report(_ diagnostic: Diagnostic) {
    guard diagnostics.count < Checker.shownDiagnostics else { return }
    diagnostics.append(diagnostic)
    if diagnostics.count == Checker.shownDiagnostics {
      diagnostics[diagnostics.count - 1].notes.append("further errors are not shown")
    }
  }

  /// Nobody reads more, and millions of errors must not fill the memory.
  private static var shownDiagnostics: Int { 10_000 }

  /// What was reported, in the order of the sources.
  var orderedDiagnostics: [Diagnostic] {
    diagnostics.enumerated().sorted { left, right in
      let (first, second) = (left.element.span, right.element.span)
      if first.source != second.source { return first.source < second.source }
      return first.start != second.start ? first.start < second.start : left.offset < right.offset
    }.map { $0.element }
  }

  /// The result: a program exactly where no error was reported.
  func compilation(sources: SourceMap) -> Compilation {
    let hasErrors = diagnostics.contains { $0.severity == .error }
    return Compilation(
      sources: sources, program: hasErrors ? nil : program, diagnostics: orderedDiagnostics,
      typedSources: typedSources.sorted(), omittedQualifiers: omittedQualifiers)
  }
}

/// A bound on looking for similar names: a text full of misspelt names must not take long.
struct SuggestionBudget {
  private var comparisons = 2_000_000

  /// Whether so many names may still be compared.
  mutating func allows(_ count: Int) -> Bool {
    guard comparisons >= count else { return false }
    comparisons -= count
    return true
  }
}
