import CasusDiagnostics
import CasusSyntax

/// Lays out the words of a source as its tree groups them.
///
/// It walks the tree and takes the words one by one, in their order: the tree says what belongs together, the words say
/// how it is written. So what the author is free to do (brackets that are not needed, the order of some clauses,
/// backticks) stays as it is, and no word can be lost, put in or moved.
struct LayoutBuilder {
  let source: SourceWords
  /// The word that is taken next.
  private(set) var position = 0

  init(_ source: SourceWords) { self.source = source }

  /// The layout of a whole file. Its tree must have no errors.
  static func layout(_ tree: SyntaxTree, _ words: SourceWords) -> Layout {
    var builder = LayoutBuilder(words)
    let items = builder.items(tree.items)
    return .sequence(items + [.hardLine, .lead(builder.position)])
  }

  /// The kind of the word that is taken next.
  var next: TokenKind { source[position].kind }

  mutating func word() -> Layout {
    defer { position += 1 }
    return .word(position)
  }

  /// A closing bracket, whose lead comments were put out with what stands before it.
  mutating func closing() -> Layout {
    defer { position += 1 }
    return .wordWithoutLead(position)
  }

  /// So many words with blanks between them.
  mutating func words(_ count: Int) -> Layout {
    var parts = [word()]
    for _ in 1..<max(1, count) { parts += [.blank, word()] }
    return .sequence(parts)
  }

  /// The words up to a place of the source, with nothing between them.
  mutating func words(upTo end: Int32) -> Layout {
    var parts: [Layout] = []
    while source[position].end <= end, next != .endOfFile { parts.append(word()) }
    return .sequence(parts)
  }

  /// A place before the next word where the line can be broken, and is broken where the author did so.
  func line() -> Layout { source[position].isBrokenBefore ? .hardLine : .line }

  /// A part that begins with the next word, on the same line if it fits there and the author put it there.
  mutating func fill(_ part: (inout Self) -> Layout) -> Layout {
    let isBroken = source[position].isBrokenBefore
    let part = part(&self)
    return isBroken ? .sequence([.hardLine, part]) : .fill(part)
  }
}

/// Names and other words that stand alone.
extension LayoutBuilder {
  mutating func path(_ path: Path) -> Layout {
    .sequence((0..<(2 * path.names.count - 1)).map { _ in word() })
  }

  mutating func literal(_ literal: Literal) -> Layout {
    literal.kind == .duration ? words(2) : word()
  }

  /// A word of the grammar, and what follows it.
  mutating func word(before part: (inout Self) -> Layout) -> Layout {
    let word = word()
    return .sequence([word, .blank, part(&self)])
  }
}
