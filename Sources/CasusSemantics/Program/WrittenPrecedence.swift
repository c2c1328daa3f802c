package import CasusDiagnostics

/// What one `prevails over` says of one loser, with its place: explanations cite it. The order that follows from all of
/// them is kept with each norm.
package struct WrittenPrecedence: Sendable {
  package enum Side: Hashable, Sendable {
    case norm(DeclarationID)
    case instrument(InstrumentID)
  }

  package var winner: Side
  package var loser: Side
  /// Where it stands; nil outside of instruments and of articles.
  package var instrument: InstrumentID?
  package var article: ArticleID?
  package var span: SourceSpan
}
