import CasusAnalysis
import CasusDiagnostics
import CasusSemantics
import CasusSyntax

/// Reads a statement that somebody made in reply to a question.
enum StatementReading {
  struct Problem: Error {
    var message: String
  }

  /// - Parameters:
  ///   - builder: the program that the question belongs to.
  ///   - told: the statements beside which it comes to stand, earlier replies among them.
  static func read(
    _ text: String, in builder: ReportBuilder, behind told: [CheckedStatement]
  ) -> Result<[CheckedStatement], Problem> {
    var sources = builder.sources
    let source = SourceText(name: "<reply>", bytes: Array(text.utf8))
    let parsed = parse(source, id: sources.add(source))
    if let error = parsed.diagnostics.first(where: { $0.severity == .error }) {
      return .failure(Problem(message: error.message + "; help tells what can be replied"))
    }
    let isStatement = parsed.tree.items.allSatisfy { item in
      if case .told = item.kind { true } else { false }
    }
    guard isStatement, parsed.tree.items.count == 1 else {
      return .failure(Problem(message: "this is no reply; help tells what can be replied"))
    }
    let addition = checkAddition(
      parsed.tree.items, to: builder.program, sources: sources, told: builder.program.statements.count)
    if let error = addition.diagnostics.first(where: { $0.severity == .error }) {
      return .failure(Problem(message: error.message))
    }
    var levels = StatementLevels(of: told)
    guard levels.admit(addition.statements, behind: told).isEmpty else {
      return .failure(Problem(message: "this contradicts what is told already"))
    }
    return .success(addition.statements)
  }
}
