import CasusDiagnostics
import CasusSyntax

/// A token that the grammar speaks of, with the comments that go where it goes.
///
/// Every comment of a source belongs to one word, so that none is lost when lines are broken elsewhere: it is **trailing**
/// where it ends the line of the word before it, **lead** where it stands on lines of its own, and **inline** where code
/// stands on both sides of it.
struct SourceWord {
  var kind: TokenKind
  /// Where it stands in the source.
  var start: Int32
  var end: Int32
  /// Its spelling; of a text over several lines, the first of them.
  var text: String
  /// The other lines of a text, without the blanks around them.
  var furtherLines: [String] = []
  /// The bracket that closes this one, by its position; nil for other words.
  var closing: Int32?

  /// Comments on lines of their own, before it.
  var lead: [Comment] = []
  /// Comments between what stands before it and itself, on one line with both.
  var inlineBefore = ""
  /// Comments behind it that no line break may part from it, since a comma or a colon follows.
  var inlineBehind = ""
  /// The comment that ends its line.
  var trailing: Comment?

  /// Whether a line began with it, or with a comment that goes with it.
  var isBrokenBefore = false
  /// Whether an empty line stands before it and its lead comments.
  var isBlankBefore = false
  /// Whether an empty line stands between its lead comments and itself.
  var isBlankBehindLead = false
}

/// A comment that ends a line, or more than one where they stand on one line.
struct Comment {
  /// More than one for what runs over several lines between `/*` and `*/`.
  var lines: [String]
  /// How far from the margin it stood; nil where more could follow on its line.
  var column: Int?
  var isBlankBefore = false

  /// The lines behind the first, moved as far as the first is when it goes to another column.
  func furtherLines(movedTo newColumn: Int) -> [String] {
    lines.dropFirst().map { line in
      guard let column, !line.isEmpty else { return line }
      let blanks = line.utf8.prefix { $0 == UInt8(ascii: " ") }.count
      return String(repeating: " ", count: newColumn) + String(line.dropFirst(min(blanks, column)))
    }
  }
}

extension SourceWord {
  var opens: Bool { kind == .leftParenthesis || kind == .leftBrace }
  var closes: Bool { kind == .rightParenthesis || kind == .rightBrace }

  /// The columns of its first line, with the inline comments around it.
  var firstWidth: Int {
    let comments = inlineBefore.isEmpty ? 0 : inlineBefore.terminalWidth + 1
    return comments + text.terminalWidth + (furtherLines.isEmpty ? widthBehind : 0)
  }

  /// The columns of its last line, without the margin; nil where there is only one line.
  var lastWidth: Int? { furtherLines.last.map { $0.terminalWidth + widthBehind } }

  private var widthBehind: Int { inlineBehind.isEmpty ? 0 : inlineBehind.terminalWidth + 1 }
}
