import CasusDiagnostics
import CasusSemantics

/// The diagnostics of several programs as one list. A file that many of them use is one source, so that what is wrong
/// with it is told once.
struct CollectedDiagnostics {
  private(set) var sources = SourceMap()
  private(set) var diagnostics: [Diagnostic] = []
  private var known: [String: SourceID] = [:]

  mutating func add(_ compilation: Compilation) {
    let ids = compilation.sources.sources.map { source in
      if let id = known[source.name] { return id }
      let id = sources.add(source)
      known[source.name] = id
      return id
    }
    func moved(_ span: SourceSpan) -> SourceSpan {
      guard ids.indices.contains(Int(span.source.index)) else { return span }
      var span = span
      span.source = ids[Int(span.source.index)]
      return span
    }
    for diagnostic in compilation.diagnostics {
      var copy = diagnostic
      copy.span = moved(copy.span)
      for index in copy.related.indices { copy.related[index].span = moved(copy.related[index].span) }
      for index in copy.fixes.indices { copy.fixes[index].span = moved(copy.fixes[index].span) }
      diagnostics.append(copy)
    }
  }
}
