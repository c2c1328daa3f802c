package import CasusDiagnostics

/// Statements that are level and cannot all hold.
extension Checker {
  mutating func reportContradictions() {
    reportContradictions(among: program.statements)
    for scenario in scenarios {
      reportContradictions(
        among: scenario.entries.compactMap { entry in
          if case .told(let statement) = entry { statement } else { nil }
        })
    }
  }

  private mutating func reportContradictions(among statements: [CheckedStatement]) {
    guard statements.count > 1 else { return }
    var levels = StatementLevels()
    for contradiction in levels.admit(statements, behind: []) {
      report(
        Diagnostic(
          contradictionOf: statements[contradiction.statement], with: contradiction.earlier.map { statements[$0] }))
    }
  }
}

extension Diagnostic {
  /// A statement that cannot hold together with those told before.
  package init(contradictionOf statement: CheckedStatement, with earlier: [CheckedStatement]) {
    func source(_ statement: CheckedStatement) -> String { statement.source.map { " (source: \($0))" } ?? "" }
    self.init(
      .contradiction, "this and what was told before cannot both hold\(source(statement))", at: statement.span,
      related: earlier.map { RelatedPlace(message: "told here\(source($0))", span: $0.span) },
      notes: ["both count alike: give one a later `from`, another view, or take it back"])
  }
}
