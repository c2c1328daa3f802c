extension DiagnosticCode {
  package static var faults: [DiagnosticCode] {
    [
      questionTooLarge, openDomain,
    ]
  }

  package static let questionTooLarge = DiagnosticCode(
    "C1001", "a question that passes a limit",
    explanation: """
      To answer, the conditions of the program are written out for every case that can matter; here they are more than \
      the limit. `--max-steps` sets another one; smaller domains make the question smaller.
      """)

  package static let openDomain = DiagnosticCode(
    "C1002", "a variable over a range with an open end",
    explanation: """
      A variable of `some`, `every`, `count` or `sum` takes each value of its domain in turn, so both ends of a range \
      must be known.
      """)
}
