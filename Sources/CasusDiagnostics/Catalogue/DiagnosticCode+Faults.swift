extension DiagnosticCode {
  package static var faults: [DiagnosticCode] {
    [
      questionTooLarge, notYetSupported, openDomain,
    ]
  }

  package static let questionTooLarge = DiagnosticCode(
    "C1001", "a question that passes a limit",
    explanation: """
      To answer, the conditions of the program are written out for every case that can matter; here they are more than \
      the limit. `--max-steps` sets another one; smaller domains make the question smaller.
      """)

  package static let notYetSupported = DiagnosticCode(
    "C1002", "something that this version reads but cannot answer",
    explanation: "The program is right, but this version cannot yet compute what stands at the place that is marked.")

  package static let openDomain = DiagnosticCode(
    "C1003", "a variable over a range with an open end",
    explanation: """
      A variable of `some`, `every`, `count` or `sum` takes each value of its domain in turn, so both ends of a range \
      must be known.
      """)
}
