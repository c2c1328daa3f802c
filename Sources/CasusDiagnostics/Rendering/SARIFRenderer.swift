private let sarifSchema = "https://json.schemastore.org/sarif-2.1.0.json"

/// A SARIF 2.1.0 log of one run, its rules being the codes that occur.
func renderSARIF(_ diagnostics: [Diagnostic], in sources: SourceMap) -> String {
  var codes: [DiagnosticCode] = []
  let sorted = diagnostics.map { $0.code }.sorted { $0.identifier < $1.identifier }
  for code in sorted where codes.last != code {
    codes.append(code)
  }
  var counter = ColumnCounter(.utf16)
  let results = diagnostics.map { sarifResult($0, in: sources, &counter) }
  let driver = jsonObject([("name", jsonString("casus")), ("rules", jsonArray(codes.map(sarifRule)))])
  let run = jsonObject([
    ("tool", jsonObject([("driver", driver)])), ("columnKind", jsonString("utf16CodeUnits")),
    ("results", jsonArray(results)),
  ])
  return jsonObject([
    ("$schema", jsonString(sarifSchema)), ("version", jsonString("2.1.0")), ("runs", jsonArray([run])),
  ]) + "\n"
}

private func sarifRule(_ code: DiagnosticCode) -> String {
  var members = [("id", jsonString(code.identifier)), ("shortDescription", sarifText(code.title))]
  if !code.explanation.isEmpty { members.append(("fullDescription", sarifText(code.explanation))) }
  members.append(("defaultConfiguration", jsonObject([("level", jsonString(code.severity.word))])))
  return jsonObject(members.map { (name: $0.0, value: $0.1) })
}

private func sarifResult(_ diagnostic: Diagnostic, in sources: SourceMap, _ counter: inout ColumnCounter) -> String {
  let location = sarifLocation(diagnostic.span, in: sources, &counter)
  var message = diagnostic.message
  for note in diagnostic.notes { message += "\n" + note }
  var members = [
    (name: "ruleId", value: jsonString(diagnostic.code.identifier)),
    (name: "level", value: jsonString(diagnostic.severity.word)),
    (name: "message", value: sarifText(message)),
    (name: "locations", value: jsonArray(location.isEmpty ? [] : [jsonObject(location)])),
  ]
  var other = counter
  if !diagnostic.related.isEmpty {
    let related = diagnostic.related.map { place in
      jsonObject(sarifLocation(place.span, in: sources, &other) + [("message", sarifText(place.message))])
    }
    members.append(("relatedLocations", jsonArray(related)))
  }
  let fixes = diagnostic.fixes.compactMap { sarifFix($0, in: sources, &other) }
  if !fixes.isEmpty { members.append(("fixes", jsonArray(fixes))) }
  return jsonObject(members)
}

/// The members of a SARIF `location`; none for a place in no source.
private func sarifLocation(
  _ span: SourceSpan, in sources: SourceMap, _ counter: inout ColumnCounter
) -> [(name: String, value: String)] {
  guard let region = sarifRegion(span, in: sources, &counter) else { return [] }
  let place = jsonObject([("artifactLocation", sarifArtifact(span, in: sources)), ("region", region)])
  return [("physicalLocation", place)]
}

private func sarifFix(_ fix: Fix, in sources: SourceMap, _ counter: inout ColumnCounter) -> String? {
  guard let region = sarifRegion(fix.span, in: sources, &counter) else { return nil }
  let replacement = jsonObject([("deletedRegion", region), ("insertedContent", sarifText(fix.replacement))])
  let change = jsonObject([
    ("artifactLocation", sarifArtifact(fix.span, in: sources)), ("replacements", jsonArray([replacement])),
  ])
  return jsonObject([("description", sarifText(fix.title)), ("artifactChanges", jsonArray([change]))])
}

/// A SARIF `region`: lines and UTF-16 code units from 1, the end behind the last one.
private func sarifRegion(_ span: SourceSpan, in sources: SourceMap, _ counter: inout ColumnCounter) -> String? {
  guard let range = counter.range(of: span, in: sources) else { return nil }
  return jsonObject([
    ("startLine", "\(range.start.line)"), ("startColumn", "\(range.start.column)"),
    ("endLine", "\(range.end.line)"), ("endColumn", "\(range.end.column)"),
  ])
}

private func sarifArtifact(_ span: SourceSpan, in sources: SourceMap) -> String {
  jsonObject([("uri", jsonString(uriReference(sources.name(of: span))))])
}

private func sarifText(_ text: String) -> String {
  jsonObject([("text", jsonString(text))])
}
