import CasusDiagnostics
import CasusEngine
import CasusSemantics

/// A query of the command line, with the program that it is asked of.
struct AskedQuery {
  /// The program with what the query adds to it.
  var program: LoadedProgram
  var question: Question
}

extension ProgramReader {
  /// A query as a question; its errors are told on standard error.
  func question(_ query: String, of loaded: LoadedProgram) throws(CommandFailure) -> AskedQuery {
    let checked = checkQuery(query, in: loaded.program, sources: loaded.sources, limits: options.compilationLimits)
    guard let question = checked.question else {
      report(checked.diagnostics.filter { $0.severity == .error }, in: checked.sources)
      throw CommandFailure(status: checked.diagnostics.failureStatus, message: "")
    }
    let program = LoadedProgram(name: loaded.name, program: checked.program, sources: checked.sources)
    return AskedQuery(program: program, question: question)
  }
}

extension LoadedProgram {
  /// The scenario that the option `--scenario` names.
  func scenario(titled title: String) throws(CommandFailure) -> Scenario {
    guard let found = program.scenarios.first(where: { $0.title == title }) else {
      throw CommandFailure(
        status: .usage, message: "--scenario: \(name.safe) has no scenario called \(title.safe)")
    }
    return found
  }
}

extension Scenario {
  var statements: [CheckedStatement] {
    entries.compactMap { if case .told(let statement) = $0 { statement } else { nil } }
  }
}
