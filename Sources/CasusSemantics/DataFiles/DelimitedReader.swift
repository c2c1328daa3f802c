/// Reads comma-separated values after RFC 4180, row by row; the first row names the columns.
///
/// Beyond the RFC: a byte order mark is skipped, lines may end with LF or CR alone, and lines that are blank are no
/// rows. A row with something wrong is one problem, whatever else is wrong with it.
package struct DelimitedReader: Sendable {
  package private(set) var headings: [DataHeading] = []
  package private(set) var columns: [String] = []
  package private(set) var problems: [DataProblem] = []
  private let limits: DataLimits
  private var scanner: DelimitedScanner
  private var isFinished = false

  package init(_ bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ","), limits: DataLimits = DataLimits()) {
    self.limits = limits
    scanner = DelimitedScanner(bytes, delimiter: delimiter)
    readHeading()
  }

  package mutating func next() -> DataRow? {
    while !isFinished, let record = scanner.nextRecord() {
      if let problem = record.problem ?? cellCountProblem(of: record.row) {
        report(problem)
      } else {
        return record.row
      }
    }
    return nil
  }

  /// Where the next record begins, or blank lines before it; nil where nothing more is read.
  package var offset: Int? { isFinished ? nil : scanner.offset }
  /// The line, counted from 1, of ``offset``.
  package var line: Int { scanner.line }

  /// Goes on behind records of one line each that were read by other means.
  package mutating func skipLines(_ count: Int, endingAt offset: Int) { scanner.skipLines(count, endingAt: offset) }

  /// Without columns nothing can be read, so a heading that is malformed ends it all; one that repeats itself does not.
  private mutating func readHeading() {
    guard let record = scanner.nextRecord() else {
      isFinished = true
      return report(DataProblem(.missingHeading, start: 0, end: 0, line: 1))
    }
    if let problem = record.problem {
      isFinished = true
      return report(problem)
    }
    var names: Set<String> = []
    for cell in record.row.cells {
      let name = if case .text(let text) = cell.content { text } else { "" }
      let line = record.row.line
      headings.append(DataHeading(name: name, start: cell.start, end: cell.end, line: line))
      if name.isEmpty {
        report(DataProblem(.emptyHeading, start: cell.start, end: cell.end, line: line))
      } else if !names.insert(name).inserted {
        report(DataProblem(.duplicateHeading(name), start: cell.start, end: cell.end, line: line))
      }
    }
    columns = headings.map { $0.name }
  }

  /// Points to the first cell too many, or to the end of a row that has too few.
  private func cellCountProblem(of row: DataRow) -> DataProblem? {
    guard row.cells.count != columns.count else { return nil }
    let start = row.cells.count > columns.count ? row.cells[columns.count].start : row.end
    let kind = DataProblem.Kind.cellCount(found: row.cells.count, expected: columns.count)
    return DataProblem(kind, start: start, end: row.end, line: row.line)
  }

  private mutating func report(_ problem: DataProblem) {
    if problems.count >= limits.maximumProblems {
      isFinished = true
      let kind = DataProblem.Kind.tooManyProblems(limit: limits.maximumProblems)
      if problems.last?.kind != kind {
        problems.append(DataProblem(kind, start: problem.start, end: problem.end, line: problem.line))
      }
    } else {
      problems.append(problem)
    }
  }
}
