/// What `casus describe` says about a code: its title, what it means, and the two examples.
package func describe(_ code: DiagnosticCode, width: Int) -> String {
  var result = "\(code.identifier) (\(code.severity.word)): \(code.title)\n"
  for paragraph in paragraphs(of: code.explanation) {
    result += "\n"
    for line in wrapped(paragraph, to: max(32, width - 2)) { result += "  " + line + "\n" }
  }
  result += example(code.wrong, under: "Wrong:")
  result += example(code.right, under: "Right:")
  return result
}

/// A program under its heading, four blanks in; nothing if there is none.
private func example(_ program: String, under heading: String) -> String {
  var lines = program.split(separator: "\n", omittingEmptySubsequences: false)
  while lines.last?.isEmpty == true { lines.removeLast() }
  if lines.isEmpty { return "" }
  var result = "\n" + heading + "\n\n"
  for line in lines { result += (line.isEmpty ? "" : "    " + line) + "\n" }
  return result
}

/// The words of each paragraph; a blank line ends one.
private func paragraphs(of text: String) -> [[Substring]] {
  var paragraphs: [[Substring]] = [[]]
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    let words = line.split(separator: " ")
    if words.isEmpty {
      paragraphs.append([])
    } else {
      paragraphs[paragraphs.count - 1] += words
    }
  }
  return paragraphs.filter { !$0.isEmpty }
}

/// Lines that take at most `width` columns, as far as words allow.
private func wrapped(_ words: [Substring], to width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in words {
    if !line.isEmpty, line.terminalWidth + 1 + String(word).terminalWidth > width {
      lines.append(line)
      line = ""
    }
    line += (line.isEmpty ? "" : " ") + word
  }
  if !line.isEmpty { lines.append(line) }
  return lines
}
