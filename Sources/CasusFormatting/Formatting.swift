package import CasusDiagnostics
package import CasusSyntax

/// What formatting a source came to.
package enum Formatting: Equatable, Sendable {
  /// The formatted text, which may be the source as it was.
  case formatted([UInt8])
  /// The source has errors of syntax, and was left alone.
  case wrong([Diagnostic])
  /// The formatted text would not have said the same, for this reason, and so there is none.
  case refused(String)
}

/// Formats a source: the same words and comments in the same order, on lines that show how they belong together.
///
/// Formatting what is formatted changes nothing.
package func format(_ source: SourceText, id: SourceID, limits: ParserLimits = .init()) -> Formatting {
  let parsed = parse(source, id: id, limits: limits)
  guard !parsed.hasErrors else { return .wrong(parsed.diagnostics) }
  let words = SourceWords(source, parsed.tree.tokens)
  let layout = LayoutBuilder.layout(parsed.tree, words)
  let lines = LayoutRenderer.render(layout, of: words, width: FormattingStyle.width)
  let bytes = FormattingStyle.frame(lines, as: source)
  if let difference = firstDifference(between: source, and: SourceText(name: source.name, bytes: bytes), limits) {
    return .refused(difference)
  }
  return .formatted(bytes)
}

/// What holds of all formatted text.
enum FormattingStyle {
  /// The columns of a line, where a word alone does not take more.
  static let width = 100

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The lines with the line breaks of the source, and with its byte order mark if it has one.
  static func frame(_ lines: FormattedLines, as source: SourceText) -> [UInt8] {
    let mark = source.bytes.starts(with: byteOrderMark) ? byteOrderMark : []
    let firstBreak = source.bytes.firstIndex(of: UInt8(ascii: "\n")) ?? 0
    let isCarriageReturnBefore = firstBreak > 0 && source.bytes[firstBreak - 1] == UInt8(ascii: "\r")
    return mark + Array(lines.joined(by: isCarriageReturnBefore ? "\r\n" : "\n").utf8)
  }
}
