internal import CasusAnalysis
internal import CasusDiagnostics
internal import CasusEngine
internal import CasusSemantics

/// A program of rules and statements, parsed and checked: ready to be asked.
///
/// ```swift
/// let program = try Program(text: """
///   fact attacked
///   fact consents presumed true
///   rule due when attacked and consents
///   """)
/// var facts = program.facts
/// try facts.assert("attacked")
/// try program.query("due").answer(given: facts).truth     // .true
/// ```
///
/// It is immutable and can be shared between threads. It reads no file but those that the host lets it read, and knows no
/// clock.
public struct Program: Sendable {
  let storage: ProgramStorage

  /// Parses and checks a program.
  ///
  /// - Parameters:
  ///   - text: the program.
  ///   - name: how messages name it; paths in `use` and `table` are relative to it.
  ///   - limits: what it may ask for.
  ///   - readingFiles: the bytes of a file that the program names, by its path; nil where there is none. Each file is
  ///     asked for once. Without this parameter there are no other files.
  /// - Throws: `invalidProgram` with every error at once, of syntax and of meaning, of all files.
  public init(
    text: String, named name: String = "<program>", limits: ProgramLimits = ProgramLimits(),
    readingFiles: (String) -> [UInt8]? = { _ in nil }
  ) throws(CasusError) {
    try self.init(Array(text.utf8), named: name, limits) { path in
      readingFiles(path).map { .bytes($0) } ?? .failed("no such file")
    }
  }

  init(
    _ bytes: [UInt8], named name: String, _ limits: ProgramLimits, reading: (String) -> FileReading
  ) throws(CasusError) {
    // The main file is the first that is asked for.
    var main: [UInt8]? = bytes
    let compilation = compile(main: name, limits: limits.compilation) { path in
      if let bytes = main.take() { return .bytes(bytes) }
      let read = reading(path)
      if case .bytes(let bytes) = read, bytes.count > limits.maximumFileSize { return .failed("it is too large") }
      return read
    }
    guard let program = compilation.program else {
      throw CasusError(.invalidProgram, compilation.diagnostics, in: compilation.sources)
    }
    storage = ProgramStorage(program, compilation.sources, limits)
  }

  /// What in it is allowed and probably not meant, as `casus check` warns of it. Computed anew each time.
  public var warnings: [Diagnostic] {
    CasusAnalysis.warnings(for: storage.program, sources: storage.sources).map { Diagnostic($0, in: storage.sources) }
  }

  /// The titles of its scenarios, in the order of the text.
  public var scenarios: [String] { storage.program.scenarios.map { $0.title } }

  /// Prepares a question: a condition or a value, as behind `ask`.
  ///
  /// ```swift
  /// let query = try program.query("CSP.assistance(ally: DPRK, victim: Russia)")
  /// ```
  ///
  /// - Parameters:
  ///   - text: the question. The name of an instrument before a name may be left out where only one fits; `any` among the
  ///     arguments of a call asks for all its cases.
  ///   - view: whose view of the facts to take: an entity by its name, label or alias. Nil: all of them, see
  ///     ``Answer/views``.
  /// - Throws: `invalidQuery` with everything that is wrong with it.
  public func query(_ text: String, accordingTo view: String? = nil) throws(CasusError) -> Query {
    try Query(text, accordingTo: view, of: storage)
  }

  /// What its files and tables tell, to which a host adds.
  public var facts: Facts { Facts(storage) }

  /// What its files and tables and one of its scenarios tell.
  ///
  /// - Throws: `unknownName` where no scenario has the title.
  public func facts(ofScenario title: String) throws(CasusError) -> Facts {
    guard let scenario = storage.program.scenarios.first(where: { $0.title == title }) else {
      throw CasusError(.unknownName, "no scenario is called “\(title)”")
    }
    var facts = Facts(storage)
    for entry in scenario.entries {
      if case .told(let statement) = entry { facts.add(statement) }
    }
    return facts
  }
}

/// What a program and all that comes from it share. Two facts, or a query and facts, belong together where this is one.
final class ProgramStorage: Sendable {
  let program: CasusSemantics.Program
  let sources: SourceMap
  /// What files and tables tell, found by case.
  let facts: FactBase
  /// How deep questions and statements may be nested, as the program was allowed to be.
  let nesting: CompilationLimits
  /// Whether something told, in force or asked inside the program depends on time.
  let dependsOnDates: Bool

  init(_ program: CasusSemantics.Program, _ sources: SourceMap, _ limits: ProgramLimits) {
    self.program = program
    self.sources = sources
    facts = FactBase(program)
    var nesting = CompilationLimits()
    nesting.maximumDepth = limits.compilation.maximumDepth
    self.nesting = nesting
    dependsOnDates = program.dependsOnDates
  }
}
