/// Writes diagnostics for people, each with the lines of source it speaks of:
///
/// ```
/// error[C0301]: no fact is named `at_wra`
///   --> kursk.casus:12:8
///    |
/// 12 |   when at_wra(Russia)
///    |        ^^^^^^
///    |
///    = help: write `at_war`
/// ```
struct TextRenderer {
  let sources: SourceMap
  let style: TerminalStyle
  let width: Int

  /// However narrow a terminal claims to be, so much of a line is shown.
  private static let leastExcerptWidth = 32

  func render(_ diagnostics: [Diagnostic]) -> String {
    var counter = ColumnCounter(.characters)
    var result = ""
    var wasNote = false
    for diagnostic in diagnostics {
      let isNote = diagnostic.severity == .note
      if !result.isEmpty, !isNote || !wasNote { result += "\n" }
      for line in isNote ? [note(diagnostic, &counter)] : lines(of: diagnostic, &counter) { result += line + "\n" }
      wasNote = isNote
    }
    return result
  }

  /// What is only told for those who look for it takes one line: `note[C1101]: treaty.casus:50:3: …`.
  private func note(_ diagnostic: Diagnostic, _ counter: inout ColumnCounter) -> String {
    style.paint("\(diagnostic.severity.word)[\(diagnostic.code.identifier)]", diagnostic.severity.role) + ": "
      + (position(of: diagnostic.span, &counter).map { $0 + ": " } ?? "") + printable(diagnostic.message)
  }

  private func lines(of diagnostic: Diagnostic, _ counter: inout ColumnCounter) -> [String] {
    let severity = diagnostic.severity
    let gutter = gutterWidth(of: diagnostic)
    var lines = [
      style.paint("\(severity.word)[\(diagnostic.code.identifier)]", severity.role)
        + style.paint(": " + printable(diagnostic.message), .headline)
    ]
    lines += place(of: diagnostic.span, gutter, &counter)
    let excerpt = self.excerpt(of: diagnostic.span, gutter, severity.role)
    lines += excerpt
    let remarks = remarks(of: diagnostic, gutter)
    if !excerpt.isEmpty, !remarks.isEmpty { lines.append(bar(gutter)) }
    lines += remarks
    for related in diagnostic.related {
      lines.append(style.paint("note", .note) + ": " + printable(related.message))
      var relatedCounter = counter
      lines += place(of: related.span, gutter, &relatedCounter)
      lines += self.excerpt(of: related.span, gutter, .note)
    }
    return lines
  }

  /// ` --> file:line:column`, or nothing for a place in no source.
  private func place(of span: SourceSpan, _ gutter: Int, _ counter: inout ColumnCounter) -> [String] {
    position(of: span, &counter).map { [blanks(gutter) + style.paint("--> ", .frame) + $0] } ?? []
  }

  private func position(of span: SourceSpan, _ counter: inout ColumnCounter) -> String? {
    guard let source = sources[span.source], let range = counter.range(of: span, in: sources) else { return nil }
    return "\(printable(source.name)):\(range.start.line):\(range.start.column)"
  }

  private func remarks(of diagnostic: Diagnostic, _ gutter: Int) -> [String] {
    let notes = diagnostic.notes.map { (style.paint("note", .note), $0) }
    let helps = diagnostic.fixes.map { (style.paint("help", .help), $0.title) }
    return (notes + helps).map { kind, text in
      blanks(gutter) + style.paint(" = ", .frame) + kind + ": " + printable(text)
    }
  }

  /// The lines a span lies on, each followed by its mark; nothing for a source without text.
  private func excerpt(of span: SourceSpan, _ gutter: Int, _ role: TerminalStyle.Role) -> [String] {
    guard let source = sources[span.source], !source.bytes.isEmpty else { return [] }
    var lines = [bar(gutter)]
    for part in ExcerptPart.parts(of: span, in: source) {
      guard case .line(let index, let mark) = part else {
        lines.append(blanks(gutter - 2) + style.paint("...", .frame))
        continue
      }
      let line = source.line(index)
      let excerpt = excerptLine(
        source.bytes, line: line.startIndex..<line.endIndex, mark: mark ?? line.startIndex..<line.startIndex,
        width: max(Self.leastExcerptWidth, width - gutter - 3))
      let number = style.paint(leftPadded("\(index + source.firstLine)", to: gutter) + " |", .frame)
      lines.append(number + (excerpt.text.isEmpty ? "" : " " + excerpt.text))
      if mark != nil {
        let carets = String(repeating: "^", count: excerpt.markWidth)
        lines.append(bar(gutter) + " " + blanks(excerpt.markStart) + style.paint(carets, role))
      }
    }
    return lines
  }

  private func bar(_ gutter: Int) -> String {
    style.paint(blanks(gutter) + " |", .frame)
  }

  /// The columns that the longest line number of a diagnostic takes, so that all its excerpts line up.
  private func gutterWidth(of diagnostic: Diagnostic) -> Int {
    var greatest = 1
    let spans = [diagnostic.span] + diagnostic.related.map { $0.span }
    for span in spans {
      guard let source = sources[span.source] else { continue }
      greatest = max(greatest, ExcerptPart.lineIndices(of: span, in: source).upperBound + source.firstLine)
    }
    return "\(greatest)".utf8.count
  }
}
