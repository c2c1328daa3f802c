import CasusDiagnostics
import CasusSemantics

/// A program that was read and found right.
struct LoadedProgram {
  /// As the user named it; `<stdin>` for standard input.
  var name: String
  var program: Program
  var sources: SourceMap
}

/// Reads programs from files and standard input, and tells what is wrong with them.
struct ProgramReader {
  let options: SharedOptions
  let console: Console

  /// What compiling a file gives, or why it cannot be read at all.
  func compilation(of path: String) throws(CommandFailure) -> Compilation {
    Progress.note("reading \(path.safe)")
    let bytes = try ProgramFiles.read(path, maximumSize: options.maximumFileSize)
    return compilation(named: ProgramFiles.name(of: path), bytes)
  }

  private func compilation(named name: String, _ bytes: [UInt8]) -> Compilation {
    // The main file is the first that is asked for.
    var main: [UInt8]? = bytes
    return compile(main: name, limits: options.compilationLimits) { path in
      if let bytes = main.take() { return .bytes(bytes) }
      return reading(of: path)
    }
  }

  /// What is in a file, or why it cannot be read, as the compiler asks for it.
  func reading(of path: String) -> FileReading {
    Progress.note("reading \(path.safe)")
    do throws(FileSystem.ReadingFailure) {
      return .bytes(try FileSystem.read(path, maximumSize: options.maximumFileSize))
    } catch {
      return .failed(error.reason)
    }
  }

  /// The program in a file; its errors are told on standard error.
  func program(at path: String) throws(CommandFailure) -> LoadedProgram {
    try loaded(try compilation(of: path), named: path)
  }

  private func loaded(_ compilation: Compilation, named name: String) throws(CommandFailure) -> LoadedProgram {
    guard let program = compilation.program else {
      let errors = compilation.diagnostics.filter { $0.severity == .error }
      report(errors, in: compilation.sources)
      throw CommandFailure(status: errors.failureStatus, message: "")
    }
    var loaded = LoadedProgram(name: name, program: program, sources: compilation.sources)
    for path in options.facts { try addFacts(of: path, to: &loaded) }
    return loaded
  }

  /// Adds the facts of a file to a program; its errors are told on standard error.
  private func addFacts(of path: String, to loaded: inout LoadedProgram) throws(CommandFailure) {
    let bytes = try ProgramFiles.read(path, maximumSize: options.maximumFileSize)
    let added = CasusSemantics.addFacts(
      bytes, named: ProgramFiles.name(of: path), to: loaded.program, sources: loaded.sources,
      limits: options.compilationLimits)
    guard added.diagnostics.isEmpty else {
      report(added.diagnostics, in: added.sources)
      throw CommandFailure(status: added.diagnostics.failureStatus, message: "")
    }
    loaded.program = added.program
    loaded.sources = added.sources
  }

  /// Writes diagnostics where messages go.
  func report(_ diagnostics: [Diagnostic], in sources: SourceMap) {
    let format = options.diagnostics.renderer(color: console.colorsMessages, width: console.messageWidth)
    console.message(render(diagnostics, in: sources, as: format))
  }
}

extension [Diagnostic] {
  /// What errors make of a run: a bound that was reached, or a file that is missing, only where nothing else is wrong.
  var failureStatus: ExitStatus {
    if contains(where: { !$0.code.isUnreadableFile && !$0.code.isLimit }) { return .wrongInput }
    return contains { $0.code.isUnreadableFile } ? .unreadable : .limit
  }
}

extension DiagnosticCode {
  fileprivate var isUnreadableFile: Bool { self == .unreadableFile }

  /// Whether it says that a bound was reached that an option moves.
  var isLimit: Bool { !isUnreadableFile && (DiagnosticCode.limits.contains(self) || self == .nestingTooDeep) }
}
