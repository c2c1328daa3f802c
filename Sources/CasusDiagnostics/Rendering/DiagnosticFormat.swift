/// How diagnostics are written down.
package enum DiagnosticFormat: Sendable, Equatable {
  /// For people: each with its excerpt of the source, on a terminal so many columns wide.
  case text(color: Bool, width: Int)
  /// One array of Language Server Protocol diagnostics.
  case json
  /// A log of the Static Analysis Results Interchange Format, 2.1.0.
  case sarif
  /// Commands that a GitHub workflow turns into annotations.
  case github
}

/// Writes diagnostics down in the order of their sources and places, each once.
///
/// - Returns: the text with its last line break; nothing for no diagnostics, where the format allows that.
package func render(_ diagnostics: [Diagnostic], in sources: SourceMap, as format: DiagnosticFormat) -> String {
  let ordered = inOrder(diagnostics)
  switch format {
  case .text(let color, let width):
    return TextRenderer(sources: sources, style: TerminalStyle(isColored: color), width: width).render(ordered)
  case .json:
    return renderJSON(ordered, in: sources)
  case .sarif:
    return renderSARIF(ordered, in: sources)
  case .github:
    return renderWorkflowCommands(ordered, in: sources)
  }
}

/// How many there are of each severity: `3 errors, 1 warning`; `no errors` if there is neither.
package func summary(of diagnostics: [Diagnostic]) -> String {
  let ordered = inOrder(diagnostics)
  var parts: [String] = []
  for severity in [Severity.error, .warning, .note] {
    let count = ordered.count { $0.severity == severity }
    if severity == .note, parts.isEmpty { parts.append("no errors") }
    if count > 0 { parts.append("\(count) \(severity.word)" + (count == 1 ? "" : "s")) }
  }
  return parts.joined(separator: ", ")
}

/// By source, place, code and message, without those that tell a reader nothing that the one before does not.
func inOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
  let order = diagnostics.indices.sorted { left, right in
    precedes(diagnostics[left], diagnostics[right])
      || !precedes(diagnostics[right], diagnostics[left]) && left < right
  }
  var result: [Diagnostic] = []
  for index in order {
    let diagnostic = diagnostics[index]
    if let last = result.last, !precedes(last, diagnostic) { continue }
    result.append(diagnostic)
  }
  return result
}

private func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
  if left.span.source != right.span.source { return left.span.source < right.span.source }
  if left.span.start != right.span.start { return left.span.start < right.span.start }
  if left.span.end != right.span.end { return left.span.end < right.span.end }
  if left.code != right.code { return left.code.identifier < right.code.identifier }
  return left.message < right.message
}
