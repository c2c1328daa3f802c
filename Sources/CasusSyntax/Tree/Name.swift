package import CasusDiagnostics

/// A name as it was declared or used, without its backticks.
package struct Name: Equatable, Sendable {
  /// Empty where the name is missing, which was reported.
  package var text: String
  package var span: SourceSpan

  package init(_ text: String, at span: SourceSpan) {
    self.text = text
    self.span = span
  }

  package var isMissing: Bool { text.isEmpty }
}

/// `Name { "." Name }`: a name, qualified by the instrument or exception that holds it.
package struct Path: Equatable, Sendable {
  /// Never empty.
  package var names: [Name]

  package init(_ names: [Name]) { self.names = names }

  package var span: SourceSpan {
    guard let first = names.first, let last = names.last else {
      return SourceSpan(source: SourceID(0), start: 0, end: 0)
    }
    return first.span.through(last.span)
  }

  package var isMissing: Bool { names.contains { $0.isMissing } }

  /// As written: `CSP.assistance`.
  package var text: String { names.map { $0.text }.joined(separator: ".") }
}
