package import CasusDiagnostics

/// A statement as a host makes it: its case as one would write it, everything else as values.
package struct FactTelling: Sendable {
  package enum Value: Sendable, Equatable {
    case number(Rational)
    /// A text, or the name, label or alias of an entity, as the fact has it.
    case text(String)
    case date(Moment)
    case duration(CalendarDuration)
  }

  package enum Told: Sendable, Equatable {
    case truth(Bool)
    case unknown
    case value(Value)
    /// An end that is nil is open.
    case range(Value?, Value?)
    case oneOf([Value])
  }

  /// A call, such as `under_attack(Russia, by: Ukraine)`, or the name of what has no parameters.
  package var call: String
  /// The case that the call names, where it was looked up before.
  package var known: ToldCase?
  package var told: Told
  /// When an event happened: at one moment between the two, both included.
  package var on: (first: Moment, last: Moment)?
  package var from: Moment?
  package var until: Moment?
  /// Entities by name, label or alias.
  package var accordingTo: [String] = []
  package var source: String?

  package init(_ call: String, _ told: Told) {
    self.call = call
    self.told = told
  }
}

/// A case of a fact, event or rule: its declaration, and a value for each parameter (nil: `any`).
package struct ToldCase: Hashable, Sendable {
  package var declaration: DeclarationID
  package var arguments: [CasusSemantics.Value?]

  package init(_ declaration: DeclarationID, _ arguments: [CasusSemantics.Value?]) {
    self.declaration = declaration
    self.arguments = arguments
  }
}

/// What is wrong with a statement of a host, and the sources that it speaks of.
package struct TellingFault: Error, Sendable {
  package var diagnostic: Diagnostic
  package var sources: SourceMap
}

/// Checks one statement of a host against a program. Names that are not known are errors: a host that misspells one
/// must not bring a new entity into being.
///
/// - Returns: the statement, which stands in no source, and the sources with its call behind them, for messages.
package func check(
  _ telling: FactTelling, in program: Program, sources: SourceMap, limits: CompilationLimits = CompilationLimits()
) throws(TellingFault) -> (statement: CheckedStatement, sources: SourceMap) {
  var call = CallOfHost(telling.call, in: program, sources, limits)
  do throws(CellFault) {
    return (try call.checker.statement(telling, call.cell, call.source), call.checker.sources)
  } catch {
    throw call.fault(error)
  }
}

/// The case of a fact, event or rule that a call names, such as `at_war(Russia)`.
package func findCase(
  _ call: String, in program: Program, sources: SourceMap, limits: CompilationLimits = CompilationLimits()
) throws(TellingFault) -> ToldCase {
  var call = CallOfHost(call, in: program, sources, limits)
  do throws(CellFault) {
    return try call.checker.toldCase(call.cell)
  } catch {
    throw call.fault(error)
  }
}

/// A call that a host wrote, with a checker of which it is the latest source.
private struct CallOfHost {
  var checker: Checker
  let cell: DataCell
  let source: SourceID

  init(_ call: String, in program: Program, _ sources: SourceMap, _ limits: CompilationLimits) {
    var sources = sources
    source = sources.add(SourceText(name: "<facts>", text: call))
    checker = Checker(checked: program, sources: sources, limits: limits)
    checker.mayAddEntities = false
    cell = DataCell(.text(call), start: 0, end: call.utf8.count)
  }

  func fault(_ fault: CellFault) -> TellingFault {
    let diagnostic = Diagnostic(
      fault.code, fault.message, at: SourceSpan(source: source, start: fault.start, end: fault.end),
      notes: fault.suggestion.map { ["did you mean `\($0)`?"] } ?? [])
    return TellingFault(diagnostic: diagnostic, sources: checker.sources)
  }
}
