/// GitHub workflow commands, one a line: `::error file=…,line=…,col=…,endLine=…,endColumn=…,title=C0301::message`.
func renderWorkflowCommands(_ diagnostics: [Diagnostic], in sources: SourceMap) -> String {
  var counter = ColumnCounter(.characters)
  var result = ""
  for diagnostic in diagnostics {
    var properties: [String] = []
    if let range = counter.range(of: diagnostic.span, in: sources) {
      properties = [
        "file=" + escapedProperty(sources.name(of: diagnostic.span)),
        "line=\(range.start.line)", "col=\(range.start.column)",
        "endLine=\(range.end.line)", "endColumn=\(range.end.column)",
      ]
    }
    properties.append("title=" + escapedProperty(diagnostic.code.identifier))
    let command = diagnostic.severity == .note ? "notice" : diagnostic.severity.word
    result +=
      "::\(command) " + properties.joined(separator: ",") + "::" + message(of: diagnostic) + "\n"
  }
  return result
}

/// The message with its notes and fixes on lines of their own, which the command writes as `%0A`.
private func message(of diagnostic: Diagnostic) -> String {
  let lines =
    [diagnostic.message] + diagnostic.notes.map { "note: " + $0 } + diagnostic.fixes.map { "help: " + $0.title }
  return lines.map(escapedData).joined(separator: "%0A")
}

/// Text behind the second `::`. The runner reads a percent sign as the start of an escape.
private func escapedData(_ text: String) -> String {
  percentEscaped(text) { $0 == "%" }
}

/// The value of a property, which a comma or colon would end.
private func escapedProperty(_ text: String) -> String {
  percentEscaped(text) { $0 == "%" || $0 == ":" || $0 == "," }
}

private func percentEscaped(_ text: String, where isSpecial: (Unicode.Scalar) -> Bool) -> String {
  var result = ""
  for scalar in printable(text).unicodeScalars {
    if isSpecial(scalar) {
      result += "%" + String(scalar.value, radix: 16, uppercase: true)
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}
