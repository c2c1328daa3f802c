extension DiagnosticCode {
  package static var limits: [DiagnosticCode] {
    [
      unreadableFile, tooManyFiles, tooManyStatements, tooManyRankings, tooManyMembers,
    ]
  }

  package static let unreadableFile = DiagnosticCode(
    "C0802", "a file that cannot be read",
    explanation: """
      The file that is named here cannot be read; the message says why. Paths are relative to the file they stand in.
      """)

  package static let tooManyFiles = DiagnosticCode(
    "C0803", "too many files",
    explanation: "A program may use so many program files and data files; `--max-memory` sets another limit.")

  package static let tooManyStatements = DiagnosticCode(
    "C0804", "too many statements",
    explanation: """
      Files, scenarios and tables together may hold so many statements; `--max-memory` sets another limit.
      """)

  package static let tooManyRankings = DiagnosticCode(
    "C0805", "too many norms over one act",
    explanation: """
      Each norm that forbids an act is weighed against each that demands or allows it; `--max-steps` sets another \
      limit.
      """)

  package static let tooManyMembers = DiagnosticCode(
    "C0806", "a set with too many members",
    explanation: """
      A set is gone through member by member, so it may hold a million integers at most. Where only comparisons are \
      needed, use `Int` and compare.
      """,
    wrong: "set Number = 1..9_000_000_000",
    right: "set Number = 1..9_000")
}
