package import CasusDiagnostics

/// A literal as written; what it is worth is for the checker to say.
package struct Literal: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    /// Digits and underscores.
    case integer
    /// Digits, a point, digits.
    case decimal
    case date
    /// An integer literal and a unit: the text is `48 hours`, one blank between.
    case duration
    /// The text is what the literal means: escapes read, line breaks folded.
    case text
    /// `true` or `false`.
    case truth
  }
  package var kind: Kind
  package var text: String
  package var span: SourceSpan

  package init(_ kind: Kind, _ text: String, at span: SourceSpan) {
    self.kind = kind
    self.text = text
    self.span = span
  }
}

/// A text where the grammar wants one: a label, a citation, a source, a file.
package struct TextLiteral: Equatable, Sendable {
  /// What it means: escapes read, line breaks folded to one space.
  package var value: String
  package var span: SourceSpan

  package init(_ value: String, at span: SourceSpan) {
    self.value = value
    self.span = span
  }
}

/// `[ "-" ] literal | path`, or a range of such, or `unknown`, where a statement or an expectation tells a value.
package struct ToldValue: Equatable, Sendable {
  package indirect enum Kind: Equatable, Sendable {
    /// A literal, the negative of one, or a path (a `.call` without brackets).
    case value(Expression)
    /// From one value to another, both included. An end that is left out is open; not both are.
    case range(Expression?, Expression?)
    case unknown
    /// Only where something is expected.
    case contested
  }
  package var kind: Kind
  package var span: SourceSpan

  package init(_ kind: Kind, at span: SourceSpan) {
    self.kind = kind
    self.span = span
  }
}
