import CasusDiagnostics
import CasusSemantics
import CasusSyntax

/// Statements that the command line takes as given.
struct GivenStatements {
  var statements: [CheckedStatement] = []
  /// As they were written.
  var texts: [String] = []
}

extension ProgramReader {
  /// Reads statements as they stand in a scenario, behind those that it tells; their errors are told on standard error.
  func given(
    _ texts: [String], in loaded: LoadedProgram, behind told: [CheckedStatement]
  ) throws(CommandFailure) -> GivenStatements {
    var given = GivenStatements()
    var sources = loaded.sources
    let limits = options.compilationLimits
    for text in texts {
      let source = SourceText(name: "<given>", bytes: Array(text.utf8))
      let parsed = parse(source, id: sources.add(source), limits: ParserLimits(maximumDepth: limits.maximumDepth))
      let isStatement = parsed.tree.items.allSatisfy { item in
        if case .told = item.kind { true } else { item.isDamaged }
      }
      guard !parsed.diagnostics.contains(where: { $0.severity == .error }), isStatement, !parsed.tree.items.isEmpty
      else {
        report(parsed.diagnostics.filter { $0.severity == .error }, in: sources)
        throw CommandFailure(
          status: .usage, message: "--given: write a statement, such as 'assert at_war(Alba)' or 'deny at_war(Alba)'")
      }
      let addition = checkAddition(
        parsed.tree.items, to: loaded.program, sources: sources, told: loaded.program.statements.count, limits: limits)
      let errors = addition.diagnostics.filter { $0.severity == .error }
      guard errors.isEmpty else {
        report(errors, in: sources)
        throw CommandFailure(status: errors.failureStatus, message: "")
      }
      given.statements += addition.statements
      given.texts.append(text)
    }
    var levels = StatementLevels(of: told)
    if let contradiction = levels.admit(given.statements, behind: told).first {
      let text =
        given.texts.indices.contains(contradiction.statement - told.count)
        ? given.texts[contradiction.statement - told.count] : texts.joined(separator: "; ")
      throw CommandFailure(
        status: .wrongInput, message: "--given: `\(text.safe)` contradicts another statement of the same rank")
    }
    return given
  }
}
