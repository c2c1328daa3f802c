import CasusDiagnostics
import CasusSyntax

/// Tables: every row of a data file becomes statements, before bodies are checked, so that new names are known there.
extension Checker {
  mutating func readTables(_ load: (String) -> LoadedData) {
    for index in statementSites.indices {
      guard case .table(let syntax) = statementSites[index].syntax else { continue }
      tableStatements[index] = read(syntax, statementSites[index].context, load)
    }
  }

  private mutating func read(
    _ syntax: TableDeclaration, _ context: Context, _ load: (String) -> LoadedData
  ) -> [CheckedStatement] {
    switch load(FilePath.resolve(syntax.path.value, from: context.file)) {
    case .failed(let reason):
      report(.unreadableFile, "`\(syntax.path.value)` cannot be read: \(reason)", at: syntax.path.span)
      return []
    case .bytes(let bytes, let source):
      var table = DataTable(bytes, format: DataTable.Format(of: syntax.path.value, bytes))
      let hasHeading = table.problems.isEmpty
      var statements: [CheckedStatement] = []
      if hasHeading, let plans = plan(syntax, table.columns, context) {
        readRows(of: &table, source, plans, &statements)
      }
      reportProblems(of: table, source)
      return statements
    }
  }

  /// The plans of all lines; nil where one was reported, for then no row is read.
  private mutating func plan(
    _ syntax: TableDeclaration, _ names: [String], _ context: Context
  ) -> [RowPlan]? {
    // A file of no rows has no columns either, which is no fault.
    guard !names.isEmpty else { return [] }
    let columns = Columns(names)
    var plans: [RowPlan] = []
    for row in syntax.rows {
      if let plan = plan(row, columns, context) { plans.append(plan) }
    }
    return plans.count == syntax.rows.count ? plans : nil
  }

  private mutating func readRows(
    of table: inout DataTable, _ source: SourceID, _ plans: [RowPlan], _ statements: inout [CheckedStatement]
  ) {
    var faults = 0
    while let row = table.next() {
      do throws(CellFault) {
        for plan in plans {
          guard let statement = try statement(plan, row, source) else { continue }
          guard admitsStatement(at: statement.span) else { return }
          statements.append(statement)
        }
      } catch {
        faults += 1
        guard faults <= DataLimits().maximumProblems else {
          let span = SourceSpan(source: source, start: row.start, end: row.end)
          return report(.malformedData, "more than \(faults - 1) problems: the rest of the file is not read", at: span)
        }
        report(error, row, source)
      }
    }
  }

  /// A bad row is one error, however many tables read it.
  private mutating func report(_ fault: CellFault, _ row: DataRow, _ source: SourceID) {
    guard reportedRows.insert(SourceSpan(source: source, start: row.start, end: row.start)).inserted else { return }
    report(
      fault.code, fault.message, at: SourceSpan(source: source, start: fault.start, end: fault.end),
      notes: fault.suggestion.map { ["did you mean `\($0)`?"] } ?? [])
  }

  private mutating func reportProblems(of table: DataTable, _ source: SourceID) {
    for problem in table.problems {
      let span = SourceSpan(source: source, start: problem.start, end: problem.end)
      guard reportedRows.insert(span).inserted else { continue }
      report(.malformedData, problem.message, at: span)
    }
  }

  /// What one row says by one line of the table; nil where the line does not pick it.
  private mutating func statement(
    _ plan: RowPlan, _ row: DataRow, _ source: SourceID
  ) throws(CellFault) -> CheckedStatement? {
    if let when = plan.when, try evaluate(when, row) != true { return nil }
    var arguments: [Value?] = []
    arguments.reserveCapacity(plan.arguments.count)
    for (argument, parameter) in zip(plan.arguments, plan.parameters) {
      arguments.append(try self.argument(argument, parameter, row))
    }
    var told: Told = .truth(plan.polarity == .assert)
    if let column = plan.value { told = try self.told(row.cells[column], plan.type, in: plan.domain) }
    let time = try self.time(plan, row)
    var views: [EntityID] = []
    if let column = plan.accordingTo, !row.cells[column].isEmpty { views = [try view(of: row.cells[column])] }
    return CheckedStatement(
      declaration: plan.declaration, arguments: arguments, told: told, time: time, views: views, source: nil,
      span: span(of: plan, row, source))
  }

  /// The cell that tells most: the value's, else the first that names the case.
  private func span(of plan: RowPlan, _ row: DataRow, _ source: SourceID) -> SourceSpan {
    var column = plan.value
    for argument in plan.arguments {
      if column == nil, case .column(let position) = argument { column = position }
    }
    guard let column else { return SourceSpan(source: source, start: row.start, end: row.end) }
    return SourceSpan(source: source, start: row.cells[column].start, end: row.cells[column].end)
  }

  private mutating func argument(
    _ argument: RowPlan.Argument, _ parameter: CheckedParameter, _ row: DataRow
  ) throws(CellFault) -> Value? {
    switch argument {
    case .any: return nil
    case .constant(let value): return value
    case .column(let column):
      let cell = row.cells[column]
      guard !cell.isEmpty else {
        throw CellFault(.emptyCell, "the cell is empty, and `\(parameter.name)` has to be named", at: cell)
      }
      guard let type = valueType(of: parameter.domain) else { return nil }
      return try value(of: cell, type, in: parameter.domain)
    }
  }

  private mutating func time(_ plan: RowPlan, _ row: DataRow) throws(CellFault) -> CheckedStatement.Time {
    if let column = plan.on {
      let cell = row.cells[column]
      if cell.isEmpty { return .occurrence(first: nil, last: nil) }
      if case (.date(let first), .date(let last))? = try range(cell, .date, in: nil) {
        return .occurrence(first: first, last: last)
      }
      let moment = try self.moment(of: cell)
      return .occurrence(first: moment, last: moment)
    }
    if plan.isOccurrence { return .occurrence(first: nil, last: nil) }
    let from = try bound(plan.from, row)
    let until = try bound(plan.until, row)
    if let from, let until, until <= from, let column = plan.until {
      throw CellFault(.emptyPeriod, "the period ends before it begins", at: row.cells[column])
    }
    return .period(from: from, until: until)
  }

  private mutating func bound(_ column: Int?, _ row: DataRow) throws(CellFault) -> Moment? {
    guard let column, !row.cells[column].isEmpty else { return nil }
    return try moment(of: row.cells[column])
  }

  mutating func moment(of cell: DataCell) throws(CellFault) -> Moment? {
    guard case .date(let moment) = try value(of: cell, .date, in: nil) else { return nil }
    return moment
  }
}

extension DataTable.Format {
  /// By the ending of the name, else by how the file begins: with a brace where it is JSON, or with `other`.
  init(of path: String, _ bytes: [UInt8], orBeginningWith other: UInt8 = UInt8(ascii: "{")) {
    let lowered = path.lowercased()
    if lowered.hasSuffix(".ndjson") || lowered.hasSuffix(".jsonl") || lowered.hasSuffix(".json") {
      self = .newlineJSON
    } else if lowered.hasSuffix(".csv") {
      self = .commaSeparated
    } else {
      let first = bytes.first { $0 > UInt8(ascii: " ") }
      self = first == UInt8(ascii: "{") || first == other ? .newlineJSON : .commaSeparated
    }
  }
}
