import CasusDiagnostics

/// The lines of a formatted text, as they are written from the first to the last.
struct FormattedLines {
  private struct Line {
    var text = ""
    var trailing: Comment?
  }

  private var lines: [Line] = []
  private var latest = Line()
  /// The columns that the line in hand takes so far.
  private(set) var column = 0
  /// Where the line in hand begins.
  private(set) var margin = 0
  /// Whether nothing stands on the line in hand yet.
  private(set) var isAtStart = true
  /// Whether nothing can follow on the line in hand, since a comment ends it.
  var isEnded: Bool { latest.trailing != nil }

  /// The columns between code and the comment behind it.
  private static let gap = 3

  /// Ends the line in hand, if anything stands on it, and begins one at a margin.
  mutating func breakLine(to newMargin: Int) {
    if !isAtStart {
      lines.append(latest)
      latest = Line()
      isAtStart = true
    }
    margin = newMargin
    column = newMargin
  }

  /// Puts an empty line before the line in hand, which nothing stands on yet.
  mutating func addEmptyLine() {
    if isAtStart, !lines.isEmpty { lines.append(Line()) }
  }

  mutating func write(_ text: String, width: Int) {
    if isAtStart {
      latest.text = String(repeating: " ", count: margin)
      isAtStart = false
    }
    latest.text += text
    column += width
  }

  /// Goes on with a text on a line of its own; what is behind it still belongs to the line it began on.
  mutating func continueOnNextLine(_ text: String, indentedBy depth: Int) {
    lines.append(latest)
    latest = Line(text: String(repeating: " ", count: margin + depth) + text)
    column = margin + depth + text.terminalWidth
  }

  /// Writes a line that stands as it is, and ends it.
  mutating func writeWholeLine(_ text: String) {
    latest.text = text
    isAtStart = false
    breakLine(to: margin)
  }

  mutating func end(with comment: Comment) { latest.trailing = comment }

  /// The whole text, with a line break behind each line.
  func joined(by lineBreak: String) -> String {
    var output = ""
    var start = 0
    let all = isAtStart ? lines : lines + [latest]
    while start < all.count {
      let end = FormattedLines.endOfColumn(startingAt: start, in: all)
      let column = all[start..<end].reduce(0) { max($0, $1.text.terminalWidth) } + FormattedLines.gap
      for line in all[start..<end] { FormattedLines.append(line, commentAt: column, lineBreak, to: &output) }
      start = end
    }
    return output
  }

  /// The lines from `start` on whose comments stood below one another, and still can.
  private static func endOfColumn(startingAt start: Int, in lines: [Line]) -> Int {
    guard let column = lines[start].trailing?.column else { return start + 1 }
    var end = start + 1
    while end < lines.count, lines[end].trailing?.column == column { end += 1 }
    return end
  }

  private static func append(_ line: Line, commentAt column: Int, _ lineBreak: String, to output: inout String) {
    output += line.text
    if let comment = line.trailing {
      output += String(repeating: " ", count: max(1, column - line.text.terminalWidth)) + (comment.lines.first ?? "")
      for further in comment.furtherLines(movedTo: column) { output += lineBreak + further }
    }
    output += lineBreak
  }
}
