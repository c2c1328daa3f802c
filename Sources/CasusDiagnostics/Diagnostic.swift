/// How much a diagnostic weighs.
package enum Severity: Sendable, Equatable {
  /// The program cannot be run.
  case error
  /// It runs, and probably does not mean what its author thinks.
  case warning
  /// Nothing is wrong; it is told because somebody looks for it.
  case note
}

/// A change of the source that would repair what a diagnostic reports.
package struct Fix: Sendable, Equatable {
  /// What the change does, as a person would say it: "write `at_war`".
  package var title: String
  package var span: SourceSpan
  package var replacement: String

  package init(title: String, span: SourceSpan, replacement: String) {
    self.title = title
    self.span = span
    self.replacement = replacement
  }
}

/// A second place that a diagnostic speaks of, such as the earlier of two declarations.
package struct RelatedPlace: Sendable, Equatable {
  package var message: String
  package var span: SourceSpan

  package init(message: String, span: SourceSpan) {
    self.message = message
    self.span = span
  }
}

/// Something a phase found wrong, as data: which phase finds it says what, a renderer decides how it looks.
package struct Diagnostic: Sendable, Equatable {
  package var code: DiagnosticCode
  package var severity: Severity
  /// One line in lower case without a full stop; the user's own words stand in backticks.
  package var message: String
  package var span: SourceSpan
  package var related: [RelatedPlace]
  /// Further sentences: why, or what to do instead.
  package var notes: [String]
  package var fixes: [Fix]

  package init(
    _ code: DiagnosticCode, _ message: String, at span: SourceSpan, severity: Severity? = nil,
    related: [RelatedPlace] = [], notes: [String] = [], fixes: [Fix] = []
  ) {
    self.code = code
    self.severity = severity ?? code.severity
    self.message = message
    self.span = span
    self.related = related
    self.notes = notes
    self.fixes = fixes
  }
}
