import CasusDiagnostics
import CasusSyntax
import Testing

/// Parses a text and checks all that holds for any text whatever; returns what was parsed.
@discardableResult
func assertParse(
  _ bytes: [UInt8], name: String = "<test>", limits: ParserLimits = .init(),
  at location: SourceLocation = #_sourceLocation
) -> ParsedSource {
  let source = SourceText(name: name, bytes: bytes)
  let parsed = parse(source, id: SourceID(7), limits: limits)
  checkTokens(of: parsed, bytes, location)
  checkPlaces(of: parsed, bytes.count, location)
  return parsed
}

@discardableResult
func assertParse(_ text: String, at location: SourceLocation = #_sourceLocation) -> ParsedSource {
  assertParse(Array(text.utf8), name: text, at: location)
}

private func checkTokens(of parsed: ParsedSource, _ bytes: [UInt8], _ location: SourceLocation) {
  let total = parsed.tree.tokens.reduce(0) { $0 + Int($1.length) }
  #expect(total == bytes.count, "the tokens print back the text", sourceLocation: location)
  #expect(parsed.tree.tokens.allSatisfy { $0.length > 0 }, "no token is empty", sourceLocation: location)
}

private func checkPlaces(of parsed: ParsedSource, _ count: Int, _ location: SourceLocation) {
  func lies(_ span: SourceSpan, within outer: SourceSpan) -> Bool {
    span.source == outer.source && span.start >= outer.start && span.start <= span.end && span.end <= outer.end
  }
  let whole = SourceSpan(source: SourceID(7), start: 0, end: count)
  for diagnostic in parsed.diagnostics {
    let places = [diagnostic.span] + diagnostic.related.map(\.span) + diagnostic.fixes.map(\.span)
    let isInStyle = diagnostic.message.first?.isUppercase != true && !diagnostic.message.hasSuffix(".")
    let liesInside = places.allSatisfy { lies($0, within: whole) }
    #expect(isInStyle && liesInside, "\(diagnostic)", sourceLocation: location)
  }
  let starts = parsed.diagnostics.map(\.span.start)
  #expect(starts == starts.sorted(), "diagnostics are in order", sourceLocation: location)
  var previousEnd: Int32 = 0
  for item in parsed.tree.items {
    #expect(lies(item.span, within: whole), sourceLocation: location)
    #expect(parsed.hasErrors || item.span.start >= previousEnd, "items are in order", sourceLocation: location)
    previousEnd = item.span.end
    // With errors, items may hold what was found elsewhere; without, each holds its own alone.
    let outer = parsed.hasErrors ? whole : item.span
    #expect(
      spans(in: item).allSatisfy { lies($0, within: outer) }, "places lie in their item", sourceLocation: location)
  }
}

/// Every place inside a value, found by reflection.
private func spans(in value: Any) -> [SourceSpan] {
  if let span = value as? SourceSpan { return [span] }
  return Mirror(reflecting: value).children.flatMap { spans(in: $0.value) }
}
