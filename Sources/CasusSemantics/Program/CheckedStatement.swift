package import CasusDiagnostics

/// What is told: about one case, or about all cases that fit where an argument is nil (`any`).
package struct CheckedStatement: Sendable {
  package enum Time: Hashable, Sendable {
    /// For a period, half open; nil is no bound.
    case period(from: Moment?, until: Moment?)
    /// An event's occurrence at one moment between the two, both included. Both are nil where no moment was told.
    case occurrence(first: Moment?, last: Moment?)
  }
  package var declaration: DeclarationID
  /// One for each parameter; nil is `any`.
  package var arguments: [Value?]
  package var told: Told
  package var time: Time
  /// Whose view it is; empty: nobody's.
  package var views: [EntityID]
  package var source: String?
  package var span: SourceSpan
  /// Whether the heading of an instrument says it of its parties: then it is text, and nobody's claim.
  package var isOfHeading = false

  package init(
    declaration: DeclarationID, arguments: [Value?], told: Told, time: Time, views: [EntityID], source: String? = nil,
    span: SourceSpan, isOfHeading: Bool = false
  ) {
    self.declaration = declaration
    self.arguments = arguments
    self.told = told
    self.time = time
    self.views = views
    self.source = source
    self.span = span
    self.isOfHeading = isOfHeading
  }
}

/// What is expected of an answer.
package enum Expectation: Sendable, Equatable {
  case truth(Bool)
  case unknown
  case contested
  case value(Value)
  /// These very bounds; an end that is nil is open.
  case range(Value?, Value?)
}

/// An `ask` or an `expect`.
package struct Question: Sendable {
  package var expression: ExpressionID
  /// How many slots its frame has: all are variables bound inside.
  package var frameSize: Int
  /// As written, blanks folded.
  package var text: String
  package var expected: Expectation?
  package var asOf: Moment?
  package var view: EntityID?
  package var span: SourceSpan
}

package struct Scenario: Sendable {
  package enum Entry: Sendable {
    case told(CheckedStatement)
    case question(Question)
  }
  package var title: String
  package var asOf: Moment?
  /// In the order written: a question sees the statements above it.
  package var entries: [Entry]
  package var span: SourceSpan
}
