/// What stands in one place of a table, before a column's type says how to read it.
package struct DataCell: Equatable, Sendable {
  package enum Content: Equatable, Sendable {
    /// Nothing, `null`, an empty text or, in JSON, a key that the row lacks.
    case empty
    case text(String)
    /// A number as written; ``Rational/init(numberText:)`` reads it.
    case number(String)
    case truth(Bool)
    /// An array or an object of JSON, which no type of the language holds.
    case nested
  }
  package var content: Content
  /// The bytes of the file that it was read from, quotes included.
  package var start: Int
  package var end: Int

  package init(_ content: Content, start: Int, end: Int) {
    self.content = content
    self.start = start
    self.end = end
  }
}

/// One row: as many cells as the table has columns.
package struct DataRow: Equatable, Sendable {
  package var cells: [DataCell]
  /// The line, counted from 1, on which it starts.
  package var line: Int
  package var start: Int
  package var end: Int
}

/// The name of a column, and where the file gives it first.
package struct DataHeading: Equatable, Sendable {
  package var name: String
  package var start: Int
  package var end: Int
  package var line: Int
}

/// How much of a data file is read before the reader gives up.
package struct DataLimits: Equatable, Sendable {
  /// So many problems are reported; the next ends the reading.
  package var maximumProblems = 1_000
  /// Nesting of JSON values; at most ``JSONTokenizer/greatestDepth``.
  package var maximumDepth = 64
  /// Keys that a JSON table may have together. Every row has a cell for each, so their number bounds the work for a row.
  package var maximumColumns = 1_000

  package init() {}
}

/// A data file read row by row, whichever its format; a row that is wrong is a problem, and the others are read.
package struct DataTable: Sendable {
  package enum Format: Sendable {
    case commaSeparated
    case newlineJSON
  }

  // Exactly one of the two is there. They are no cases of an enumeration because taking a reader out of its case to
  // advance it would copy what it keeps from row to row.
  private var delimited: DelimitedReader?
  private var newlineJSON: NewlineJSONReader?

  package init(_ bytes: [UInt8], format: Format, limits: DataLimits = DataLimits()) {
    switch format {
    case .commaSeparated: delimited = DelimitedReader(bytes, limits: limits)
    case .newlineJSON: newlineJSON = NewlineJSONReader(bytes, limits: limits)
    }
  }

  /// All columns of the file, known before the first row is read.
  package var headings: [DataHeading] { delimited?.headings ?? newlineJSON?.headings ?? [] }

  package var columns: [String] { delimited?.columns ?? newlineJSON?.columns ?? [] }

  /// What was wrong in the part read so far.
  package var problems: [DataProblem] { delimited?.problems ?? newlineJSON?.problems ?? [] }

  /// The next row that is well formed, or nil after the last.
  package mutating func next() -> DataRow? { delimited?.next() ?? newlineJSON?.next() }
}
