/// The stable name of one kind of diagnostic, with all that `casus describe` tells about it.
///
/// Codes are never reused or renumbered: C01 lexical, C02 syntax, C03 names, C04 types, C05 declarations, C06 statements,
/// C07 data files, C08 limits and unreadable files, C09 warnings, C10 faults of a question, C11 notes. Each group is one
/// file in `Catalogue`, and a test runs every example.
package struct DiagnosticCode: Sendable, Equatable {
  /// For good: `C0301`.
  package let identifier: String
  package let severity: Severity
  /// The headline of its description: "a name that nothing declares".
  package let title: String
  /// What it means and what to do, in plain words.
  package let explanation: String
  /// A small program that shows it; empty where none can (a limit, an unreadable file).
  package let wrong: String
  /// The same program, mended.
  package let right: String

  package init(
    _ identifier: String, _ title: String, severity: Severity = .error, explanation: String, wrong: String = "",
    right: String = ""
  ) {
    self.identifier = identifier
    self.severity = severity
    self.title = title
    self.explanation = explanation
    self.wrong = wrong
    self.right = right
  }

  package static func == (left: DiagnosticCode, right: DiagnosticCode) -> Bool { left.identifier == right.identifier }
}
