/// One array with an LSP `Diagnostic` object a line, extended by `file`, `notes` and `fixes`.
func renderJSON(_ diagnostics: [Diagnostic], in sources: SourceMap) -> String {
  var counter = ColumnCounter(.utf16)
  var result = "["
  for (index, diagnostic) in diagnostics.enumerated() {
    result += (index == 0 ? "\n  " : ",\n  ") + json(diagnostic, in: sources, &counter)
  }
  return result + (diagnostics.isEmpty ? "]\n" : "\n]\n")
}

private func json(_ diagnostic: Diagnostic, in sources: SourceMap, _ counter: inout ColumnCounter) -> String {
  let range = jsonRange(diagnostic.span, in: sources, &counter)
  var other = counter
  let related = diagnostic.related.map { place in
    jsonObject([
      ("location", jsonLocation(place.span, in: sources, &other)), ("message", jsonString(place.message)),
    ])
  }
  let fixes = diagnostic.fixes.map { fix in
    jsonObject([
      ("title", jsonString(fix.title)), ("file", jsonString(sources.name(of: fix.span))),
      ("range", jsonRange(fix.span, in: sources, &other)), ("newText", jsonString(fix.replacement)),
    ])
  }
  return jsonObject([
    ("file", jsonString(sources.name(of: diagnostic.span))), ("range", range),
    ("severity", number(of: diagnostic.severity)), ("code", jsonString(diagnostic.code.identifier)),
    ("source", jsonString("casus")), ("message", jsonString(diagnostic.message)),
    ("relatedInformation", jsonArray(related)), ("notes", jsonArray(diagnostic.notes.map(jsonString))),
    ("fixes", jsonArray(fixes)),
  ])
}

/// As the Language Server Protocol numbers them; what is only told is its `Information`.
private func number(of severity: Severity) -> String {
  switch severity {
  case .error: "1"
  case .warning: "2"
  case .note: "3"
  }
}

private func jsonLocation(_ span: SourceSpan, in sources: SourceMap, _ counter: inout ColumnCounter) -> String {
  jsonObject([
    ("uri", jsonString(uriReference(sources.name(of: span)))), ("range", jsonRange(span, in: sources, &counter)),
  ])
}

/// An LSP `Range`: lines and UTF-16 code units from 0.
private func jsonRange(_ span: SourceSpan, in sources: SourceMap, _ counter: inout ColumnCounter) -> String {
  let first = LinePlace(line: 1, column: 1)
  let range = counter.range(of: span, in: sources) ?? LineRange(start: first, end: first)
  return jsonObject([("start", jsonPosition(range.start)), ("end", jsonPosition(range.end))])
}

private func jsonPosition(_ place: LinePlace) -> String {
  jsonObject([("line", "\(place.line - 1)"), ("character", "\(place.column - 1)")])
}
