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
    diagnostics: checker.orderedDiagnostics)
}

/// A file of facts while it is read.
private struct FactReading {
  let source: SourceID
  /// Rows and objects in which something was wrong.
  var faults = 0
  /// Whether a bound was passed, so that the rest is not read.
  var isStopped = false
}

extension Checker {
  mutating func readFacts(_ bytes: [UInt8], _ source: SourceID, isDelimited: Bool) {
    remainingStatements -= program.statements.count
    var reading = FactReading(source: source)
    if isDelimited {
      readDelimited(bytes, &reading)
    } else if var list = JSONReader(listIn: bytes) {
      readList(&list, &reading)
    } else {
      readObjects(bytes, &reading)
    }
  }

  private mutating func readList(_ list: inout JSONReader, _ reading: inout FactReading) {
    do throws(DataProblem) {
      while !reading.isStopped, let element = try list.nextElement() { read(element, &reading) }
    } catch {
      report(error, &reading)
    }
  }

  /// One object over many lines, or an object a line.
  private mutating func readObjects(_ bytes: [UInt8], _ reading: inout FactReading) {
    let whole = JSONReader.read(bytes)
    if whole.root != nil, whole.problems.isEmpty { return read(whole, &reading) }
    var lines = JSONLines(bytes)
    var next = lines.next()
    guard let first = next, JSONReader.read(bytes, in: first.range, line: first.number).root != nil else {
      return read(whole, &reading)
    }
    while let line = next, !reading.isStopped {
      read(JSONReader.read(bytes, in: line.range, line: line.number), &reading)
      next = lines.next()
    }
  }

  private mutating func readDelimited(_ bytes: [UInt8], _ reading: inout FactReading) {
    var table = DataTable(bytes, format: .commaSeparated)
    for heading in table.headings where !FactRecord.columns.contains(heading.name) {
      report(
        .wrongFacts, "facts have no column `\(heading.name)`",
        at: SourceSpan(source: reading.source, start: heading.start, end: heading.end),
        notes: ["their columns are \(FactRecord.columns.joined(separator: ", "))"])
    }
    let columns = table.columns
    let isSound = diagnostics.isEmpty && table.problems.isEmpty
    while isSound, !reading.isStopped, let row = table.next() {
      do throws(CellFault) {
        try add(FactRecord(row, columns), &reading)
      } catch {
        report(error, &reading)
      }
    }
    for problem in table.problems { report(problem, &reading) }
  }

  private mutating func read(_ object: JSONReader.Result, _ reading: inout FactReading) {
    for problem in object.problems { report(problem, &reading) }
    guard let root = object.root, object.problems.isEmpty else { return }
    do throws(CellFault) {
      try add(FactRecord(root), &reading)
    } catch {
      report(error, &reading)
    }
  }

  private mutating func add(_ record: FactRecord, _ reading: inout FactReading) throws(CellFault) {
    let statement = try statement(record, reading.source)
    if admitsStatement(at: statement.span) {
      program.statements.append(statement)
    } else {
      reading.isStopped = true
    }
  }

  private mutating func report(_ problem: DataProblem, _ reading: inout FactReading) {
    report(
      CellFault(.malformedData, problem.message, at: DataCell(.empty, start: problem.start, end: problem.end)), &reading
    )
  }

  /// Reports a row or an object that is wrong; past many, nothing more is read.
  private mutating func report(_ fault: CellFault, _ reading: inout FactReading) {
    let span = SourceSpan(source: reading.source, start: fault.start, end: fault.end)
    guard reading.faults < DataLimits().maximumProblems else {
      if !reading.isStopped {
        report(.malformedData, DataProblem.Kind.tooManyProblems(limit: reading.faults).message, at: span)
      }
      reading.isStopped = true
      return
    }
    reading.faults += 1
    report(fault.code, fault.message, at: span, notes: fault.suggestion.map { ["did you mean `\($0)`?"] } ?? [])
  }
}
