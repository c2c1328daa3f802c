package import CasusDiagnostics

/// What became of an attempt to read a file.
package enum FileReading: Sendable {
  case bytes([UInt8])
  /// Why it could not be read, as the host would say it: "no such file".
  case failed(String)
}

/// How much a program may ask for before it is refused.
package struct CompilationLimits: Sendable {
  /// Nesting of expressions and items (`--max-depth`); protects the stack.
  package var maximumDepth = 256
  /// Program files and data files of one program (`--max-memory`).
  package var maximumFiles = 10_000
  /// Members of one set of integers (`--max-memory`).
  package var maximumMembers = 1_000_000
  /// Statements of files, scenarios and tables together (`--max-memory`).
  package var maximumStatements = 5_000_000
  /// Pairs of norms over one act, and steps through their order, that are weighed against one another (`--max-steps`).
  package var maximumRankings = 10_000_000

  package init() {}
}

/// What compiling gives: a program exactly where no error was reported.
package struct Compilation: Sendable {
  /// Every text that was read; the main file comes first.
  package var sources: SourceMap
  package var program: Program?
  /// In the order of the sources, and of places in them.
  package var diagnostics: [Diagnostic]
  /// The sources that were typed, in their order.
  package var typedSources: [SourceID] = []
  /// Of typed text: the qualifiers that it leaves out, written in.
  package var omittedQualifiers: [Fix] = []
}

/// Reads, parses and checks a program: its main file, the files that it uses, and its data files.
///
/// - Parameters:
///   - main: the path of the main file; paths in `use` and `table` are relative to the file they stand in.
///   - limits: how much the program may ask for.
///   - read: the only access to files; it is called once for each path.
package func compile(
  main: String, limits: CompilationLimits = CompilationLimits(), read: (String) -> FileReading
) -> Compilation {
  compile(files: [main], typed: [], limits: limits, read: read)
}

/// Reads, parses and checks files as one program, and behind them what somebody typed, in which qualifiers may be left out
/// where one instrument alone declares a name.
///
/// - Parameters:
///   - files: paths of files of which questions and scenarios count too; of those that they use they do not.
///   - typed: paths in it are relative to the folder that the host works in.
package func compile(
  files: [String], typed: [SourceText], limits: CompilationLimits = CompilationLimits(),
  read: (String) -> FileReading
) -> Compilation {
  var library = SourceLibrary(limits: limits)
  let files = library.loadProgram(files, typed, read: read)
  var checker = Checker(limits: limits, sources: library.sources)
  checker.typedSources = library.typedSources
  checker.diagnostics = library.diagnostics
  checker.collect(files, lacksFiles: library.lacksFiles)
  checker.resolveDeclarations()
  checker.readTables { path in library.loadData(path, read: read) }
  checker.checkBodies()
  checker.checkStatements()
  checker.checkWholeProgram()
  return checker.compilation(sources: library.sources)
}
