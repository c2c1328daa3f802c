package import CasusDiagnostics
import CasusSyntax

/// What reading a file of facts gives.
package struct CheckedFacts: Sendable {
  /// The program with the statements of the file behind its own; where an error was reported, the program as it was.
  package var program: Program
  /// The sources of the program, and the file behind them.
  package var sources: SourceMap
  package var diagnostics: [Diagnostic]
}

/// Adds the statements of a file of facts: JSON (an object or a list of them), newline-delimited JSON, or CSV with a
/// column `fact` that holds calls. They count as statements of the program's file.
package func addFacts(
  _ bytes: [UInt8], named name: String, to program: Program, sources: SourceMap,
  limits: CompilationLimits = CompilationLimits()
) -> CheckedFacts {
  var sources = sources
  let id = sources.add(SourceText(name: name, bytes: bytes))
  var checker = Checker(checked: program, sources: sources, limits: limits)
  let format = DataTable.Format(of: name, bytes, orBeginningWith: UInt8(ascii: "["))
  checker.readFacts(bytes, id, isDelimited: format == .commaSeparated)
  if checker.diagnostics.isEmpty { checker.reportContradictions() }
  return CheckedFacts(
    program: checker.diagnostics.isEmpty ? checker.program : program, sources: sources,
    diagnostics: checker.diagnostics)
}

extension Checker {
  mutating func readFacts(_ bytes: [UInt8], _ source: SourceID, isDelimited: Bool) {
    remainingStatements -= program.statements.count
    if isDelimited { return readDelimited(bytes, source) }
    let whole = JSONReader.read(bytes)
    if let root = whole.root, whole.problems.isEmpty {
      if case .array(let elements) = root.value {
        for element in elements { read(element, source) }
      } else {
        read(root, source)
      }
      return
    }
    let lines = Array(JSONLines(bytes))
    // A text that does not begin with a complete line is one object over many lines, or a list.
    guard let first = lines.first, JSONReader.read(bytes, in: first.range, line: first.number).root != nil else {
      return report(whole.problems, source)
    }
    for line in lines {
      let result = JSONReader.read(bytes, in: line.range, line: line.number)
      report(result.problems, source)
      if let root = result.root, result.problems.isEmpty { read(root, source) }
    }
  }

  private mutating func report(_ problems: [DataProblem], _ source: SourceID) {
    for problem in problems {
      report(.malformedData, problem.message, at: SourceSpan(source: source, start: problem.start, end: problem.end))
    }
  }

  private mutating func readDelimited(_ bytes: [UInt8], _ source: SourceID) {
    var table = DataTable(bytes, format: .commaSeparated)
    for heading in table.headings where !FactRecord.columns.contains(heading.name) {
      report(
        .wrongFacts, "facts have no column `\(heading.name)`",
        at: SourceSpan(source: source, start: heading.start, end: heading.end),
        notes: ["their columns are \(FactRecord.columns.joined(separator: ", "))"])
    }
    guard diagnostics.isEmpty, table.problems.isEmpty else { return report(table.problems, source) }
    let columns = table.columns
    while let row = table.next() {
      do throws(CellFault) {
        try add(FactRecord(row, columns), source)
      } catch {
        report(error, source)
      }
    }
    report(table.problems, source)
  }

  private mutating func read(_ node: JSONNode, _ source: SourceID) {
    do throws(CellFault) {
      try add(FactRecord(node), source)
    } catch {
      report(error, source)
    }
  }

  private mutating func report(_ fault: CellFault, _ source: SourceID) {
    report(
      fault.code, fault.message, at: SourceSpan(source: source, start: fault.start, end: fault.end),
      notes: fault.suggestion.map { ["did you mean `\($0)`?"] } ?? [])
  }

  private mutating func add(_ record: FactRecord, _ source: SourceID) throws(CellFault) {
    let statement = try statement(record, source)
    if admitsStatement(at: statement.span) { program.statements.append(statement) }
  }
}
