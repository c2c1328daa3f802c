package import CasusDiagnostics
import CasusSyntax

/// What checking a query gives: a question exactly where no error was reported.
package struct CheckedQuery: Sendable {
  /// The program with the expressions of the question added to it; where there is no question, the program as it was.
  package var program: Program
  package var question: Question?
  /// The sources of the program, and the text of the query behind them.
  package var sources: SourceMap
  package var diagnostics: [Diagnostic]
}

/// Parses and checks one condition or value, such as `CSP.assistance(ally: any, victim: Russia)`.
///
/// Names are those of the program, seen from outside its instruments; a qualifier may be left out where one instrument
/// alone declares the name. A condition called with `any` is asked for its rows.
///
/// - Parameters:
///   - text: the query.
///   - program: the program it is asked of.
///   - sources: the sources of the program, for the places of diagnostics.
///   - name: how messages name the query.
package func checkQuery(
  _ text: String, in program: Program, sources: SourceMap, named name: String = "<query>",
  limits: CompilationLimits = CompilationLimits()
) -> CheckedQuery {
  let checked = checkQueries([(name, text)], in: program, sources: sources, limits: limits)
  return CheckedQuery(
    program: checked.program, question: checked.questions.first, sources: checked.sources,
    diagnostics: checked.diagnostics)
}

/// What checking queries gives: a question for each exactly where no error was reported, else none.
package struct CheckedQueries: Sendable {
  /// The program with the expressions of the questions added to it; where there are none, the program as it was.
  package var program: Program
  package var questions: [Question] = []
  /// The sources of the program, and the texts of the queries behind them, up to the first that is wrong.
  package var sources: SourceMap
  package var diagnostics: [Diagnostic] = []
}

/// Parses and checks several conditions or values, up to the first that is wrong, as ``checkQuery(_:in:sources:named:limits:)``
/// does one.
///
/// - Parameter queries: how messages name each, and its text.
package func checkQueries(
  _ queries: [(name: String, text: String)], in program: Program, sources: SourceMap,
  limits: CompilationLimits = CompilationLimits()
) -> CheckedQueries {
  var checker = Checker(checked: program, sources: sources, limits: limits)
  var questions: [Question] = []
  for query in queries {
    let source = SourceText(name: query.name, text: query.text)
    let id = checker.sources.add(source)
    let parsed = parseQuery(source, id: id, limits: ParserLimits(maximumDepth: limits.maximumDepth))
    checker.diagnostics += parsed.diagnostics
    guard !parsed.hasErrors, let question = checker.question(of: parsed.expression) else {
      return CheckedQueries(program: program, sources: checker.sources, diagnostics: checker.diagnostics)
    }
    questions.append(question)
  }
  return CheckedQueries(
    program: checker.program, questions: questions, sources: checker.sources, diagnostics: checker.diagnostics)
}

/// The entity of this name, label or alias, for options such as `--according-to`; nil where none or several are called so.
package func entity(named name: String, in program: Program) -> EntityID? {
  if case .entity(let entity)? = program.names.own(name, in: .program)?.symbol { return entity }
  var found: EntityID?
  for index in program.types.indices {
    switch CellNames(TypeID(index), in: program)[name] {
    case .none: continue
    case .entity(let entity) where found == nil: found = entity
    case .entity, .ambiguous: return nil
    }
  }
  return found
}

extension Checker {
  /// A checker for what is added to a program that is right already.
  init(checked program: Program, sources: SourceMap, limits: CompilationLimits) {
    self.init(limits: limits, sources: sources)
    self.program = program
    mayOmitQualifiers = true
    let context = Context(scope: .program, instrument: nil, article: nil, isMain: true, file: "")
    for declaration in program.declarations {
      // Its text was checked long ago; what is needed of the site is that the head is sound.
      declarationSites.append(DeclarationSite(syntax: .rule([]), context: context, span: declaration.span))
    }
    for (index, set) in program.sets.enumerated() {
      if case .entities(let members, _) = set.elements { setMembers[SetID(index)] = Set(members) }
    }
  }

  mutating func question(of expression: Expression) -> Question? {
    var frame = Frame(scope: .program)
    guard let typed = check(expression, .anything, &frame) else { return nil }
    return Question(
      expression: typed.id, frameSize: frame.size, text: foldedText(of: expression.span), expected: nil, asOf: nil,
      view: nil, span: expression.span)
  }
}
