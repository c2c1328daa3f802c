package import CasusDiagnostics
package import CasusSemantics

extension Program {
  /// Where the words stand that a place of the program encodes: `CSP 4`. Nil outside instruments.
  ///
  /// A place inside a declaration belongs to the last one that begins before it in its file.
  package func citation(of place: SourceSpan) -> String? {
    guard let (instrument, article) = passage(of: place) else { return nil }
    return self[instrument].name + (article.map { " " + self[$0].number } ?? "")
  }

  /// The instrument and the article that a place of the program encodes; nil outside instruments.
  func passage(of place: SourceSpan) -> (instrument: InstrumentID, article: ArticleID?)? {
    var nearest: (start: Int32, instrument: InstrumentID?, article: ArticleID?)?
    func consider(_ span: SourceSpan, _ instrument: InstrumentID?, _ article: ArticleID?) {
      guard span.source == place.source, span.start <= place.start, span.start >= nearest?.start ?? 0 else { return }
      nearest = (span.start, instrument, article)
    }
    for declaration in declarations {
      consider(declaration.span, declaration.instrument, declaration.article)
      guard case .rule(let details) = declaration.kind else { continue }
      for alternative in details.alternatives {
        consider(alternative.span, declaration.instrument, alternative.article)
      }
    }
    for (index, article) in articles.enumerated() {
      if let force = article.force { consider(force.span, article.instrument, ArticleID(index)) }
    }
    for (index, instrument) in instruments.enumerated() {
      if let force = instrument.force { consider(force.span, InstrumentID(index), nil) }
    }
    guard let nearest, let instrument = nearest.instrument else { return nil }
    return (instrument, nearest.article)
  }
}
