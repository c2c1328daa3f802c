extension DiagnosticCode {
  package static var data: [DiagnosticCode] {
    [
      unknownColumn, malformedData, unknownCell, wrongCell, emptyCell, wrongFacts,
    ]
  }

  package static let unknownColumn = DiagnosticCode(
    "C0701", "a column that the data file does not have",
    explanation: """
      Names in a table are names of columns, as the heading of the file writes them; headings that are no names stand \
      in backticks.
      """)

  package static let malformedData = DiagnosticCode(
    "C0702", "a row or heading that cannot be read",
    explanation: """
      Data files are comma-separated values after RFC 4180, the first row naming the columns, or newline-delimited \
      JSON, an object a line.
      """)

  package static let unknownCell = DiagnosticCode(
    "C0703", "a cell that names nothing known",
    explanation: """
      A cell is matched to the members of a type by name, label and alias. Only an open type gets new members from \
      data files.
      """)

  package static let wrongCell = DiagnosticCode(
    "C0704", "a cell of another type than wanted",
    explanation: """
      What stands in the cell is not written as the column needs it: a whole number, a number, a date, a duration, \
      `true` or `false`.
      """)

  package static let emptyCell = DiagnosticCode(
    "C0705", "an empty cell where a case must be named",
    explanation: "An empty cell is an unknown value; which case a row speaks of cannot be unknown.")

  package static let wrongFacts = DiagnosticCode(
    "C0706", "facts that cannot be read",
    explanation: """
      A file of facts holds objects with the keys `fact`, `args`, `value`, `on`, `from`, `until`, `accordingTo` and \
      `source`.
      """)
}
