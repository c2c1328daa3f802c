extension DiagnosticCode {
  /// What is told for those who look for it, though nothing is wrong.
  package static var notes: [DiagnosticCode] { [openGap] }

  package static let openGap = DiagnosticCode(
    "C1101", "a gap", severity: .note,
    explanation: """
      Here the program leaves open what the text leaves open. That is how it should be; the gaps are told so that one \
      sees them together: answers that turn on one of them stay unknown until somebody says how it is to be read.
      """,
    wrong: "fact war rule help when war and gap \"who judges the need\" ask help",
    right: "fact war fact needed rule help when war and needed ask help")
}
