package import CasusDiagnostics
package import CasusSyntax

/// What checking statements and questions gives that come to a program.
package struct CheckedAddition: Sendable {
  package var statements: [CheckedStatement] = []
  package var questions: [Question] = []
  /// The program with the expressions of the questions; nil where nothing is asked.
  package var program: Program?
  package var diagnostics: [Diagnostic] = []
  /// The qualifiers that were left out, written in.
  package var omittedQualifiers: [Fix] = []
}

/// Checks statements and questions that come to a program, as far as each can be looked at alone: whether they contradict
/// what was told before is for ``StatementLevels`` to say. Qualifiers may be left out as in ``checkQuery(_:in:sources:named:limits:)``.
///
/// - Parameters:
///   - items: those that declare something are passed over.
///   - program: the program they come to.
///   - sources: the sources of the program, and behind them that of the items.
///   - told: how many statements the program has.
package func checkAddition(
  _ items: [Item], to program: Program, sources: SourceMap, told: Int, limits: CompilationLimits = CompilationLimits()
) -> CheckedAddition {
  var checker = Checker(checked: program, sources: sources, limits: limits)
  checker.remainingStatements -= told
  let context = Context(scope: .program, instrument: nil, article: nil, isMain: true, file: "")
  var addition = CheckedAddition()
  for item in items where !item.isDamaged {
    switch item.kind {
    case .told(let syntax):
      let site = StatementSite(syntax: .told(syntax), context: context, span: item.span)
      if let statement = checker.check(syntax, site), checker.admitsStatement(at: item.span) {
        addition.statements.append(statement)
      }
    case .ask(let syntax):
      let site = StatementSite(syntax: .ask(syntax), context: context, span: item.span)
      if let question = checker.check(syntax, site) { addition.questions.append(question) }
    case .expect(let syntax):
      let site = StatementSite(syntax: .expect(syntax), context: context, span: item.span)
      if let question = checker.check(syntax, site) { addition.questions.append(question) }
    default: break
    }
  }
  if !addition.questions.isEmpty { addition.program = checker.program }
  addition.diagnostics = checker.diagnostics
  addition.omittedQualifiers = checker.omittedQualifiers
  return addition
}

/// Checks a condition or a value that is asked of a program, as ``checkQuery(_:in:sources:named:limits:)`` does.
///
/// - Parameter sources: those of the program, and behind them that of the expression.
package func checkQuestion(
  _ expression: Expression, of program: Program, sources: SourceMap, limits: CompilationLimits = CompilationLimits()
) -> CheckedAddition {
  var checker = Checker(checked: program, sources: sources, limits: limits)
  var addition = CheckedAddition()
  if let question = checker.question(of: expression) {
    addition.questions = [question]
    addition.program = checker.program
  }
  addition.diagnostics = checker.diagnostics
  return addition
}

extension Item {
  /// Whether it tells or asks something, and declares nothing.
  package var isToldOrAsked: Bool {
    switch kind {
    case .told, .ask, .expect: true
    default: false
    }
  }
}
