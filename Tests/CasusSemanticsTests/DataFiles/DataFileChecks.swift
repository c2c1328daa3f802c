import Testing

@testable import CasusSemantics

/// All that a reader found in a file.
struct DataContents: Equatable {
  var columns: [String]
  var rows: [DataRow]
  var problems: [DataProblem]

  var contents: [[DataCell.Content]] { rows.map { $0.cells.map { $0.content } } }
  var kinds: [DataProblem.Kind] { problems.map { $0.kind } }
  var problemLines: [Int] { problems.map { $0.line } }
}

/// Reads a file to its end and checks what has to hold of any file.
func read(
  _ bytes: [UInt8], _ format: DataTable.Format, limits: DataLimits = DataLimits(),
  sourceLocation: SourceLocation = #_sourceLocation
) -> DataContents {
  var table = DataTable(bytes, format: format, limits: limits)
  var rows: [DataRow] = []
  while let row = table.next() { rows.append(row) }
  #expect(table.next() == nil, "the end is the end", sourceLocation: sourceLocation)
  #expect(table.columns == table.headings.map { $0.name }, sourceLocation: sourceLocation)
  #expect(table.problems.count <= limits.maximumProblems + 1, sourceLocation: sourceLocation)
  var last = (line: 0, end: 0)
  for row in rows {
    #expect(row.line > last.line && row.start >= last.end, "rows come in order", sourceLocation: sourceLocation)
    #expect(row.cells.count == table.columns.count, sourceLocation: sourceLocation)
    for cell in row.cells {
      let isInside = row.start <= cell.start && cell.start <= cell.end && cell.end <= row.end
      #expect(isInside, "cells lie in their row", sourceLocation: sourceLocation)
    }
    last = (row.line, row.end)
  }
  for problem in table.problems {
    #expect(0...bytes.count ~= problem.start && problem.start...bytes.count ~= problem.end)
    #expect(problem.line >= 1 && !problem.message.isEmpty)
  }
  return DataContents(columns: table.columns, rows: rows, problems: table.problems)
}

func readCSV(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> DataContents {
  read(Array(text.utf8), .commaSeparated, sourceLocation: sourceLocation)
}

func readLines(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> DataContents {
  read(Array(text.utf8), .newlineJSON, sourceLocation: sourceLocation)
}
