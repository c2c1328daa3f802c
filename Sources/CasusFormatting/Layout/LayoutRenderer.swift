import CasusDiagnostics

/// Decides the line breaks of a layout.
struct LayoutRenderer {
  /// What is left to put out, with what was decided around it.
  struct Pending {
    var layout: Layout
    /// Where broken lines begin.
    var indentation: Int
    /// Where the item in hand begins.
    var margin: Int
    /// Whether the group around it stands on one line.
    var isFlat: Bool
  }

  let words: SourceWords
  /// The greatest number of columns of a line, where that can be kept.
  let width: Int
  var lines = FormattedLines()
  /// The next piece is the last.
  var pending: [Pending] = []
  private var owesBlank = false

  static func render(_ layout: Layout, of words: SourceWords, width: Int) -> FormattedLines {
    var renderer = LayoutRenderer(words: words, width: width)
    renderer.pending = [Pending(layout: layout, indentation: 0, margin: 0, isFlat: false)]
    while let next = renderer.pending.popLast() { renderer.place(next) }
    return renderer.lines
  }

  private init(words: SourceWords, width: Int) {
    self.words = words
    self.width = width
  }

  /// The column at which the next word would stand.
  var column: Int { lines.column + (owesBlank && !lines.isAtStart ? 1 : 0) }

  private mutating func place(_ piece: Pending) {
    switch piece.layout {
    case .word(let position): placeWord(position, piece, hasLead: true)
    case .wordWithoutLead(let position): placeWord(position, piece, hasLead: false)
    case .lead(let position):
      guard !words[position].lead.isEmpty else { return }
      breakLine(to: piece.indentation)
      placeLead(of: words[position])
    case .blank: owesBlank = true
    case .line: if piece.isFlat { owesBlank = true } else { breakLine(to: piece.indentation) }
    case .softLine: if !piece.isFlat { breakLine(to: piece.indentation) }
    case .hardLine: breakLine(to: piece.indentation)
    case .fill(let inside): placeFill(inside, piece)
    case .sequence(let parts): for part in parts.reversed() { push(part, piece) }
    case .nested(let depth, let inside):
      let indentation = clamped(piece.indentation + depth)
      push(inside, piece) { $0.indentation = indentation }
    case .aligned(let inside):
      settle(before: inside, piece)
      let column = clamped(self.column)
      push(inside, piece) { $0.indentation = column }
    case .group(let inside):
      settle(before: inside, piece)
      let isFlat = piece.isFlat || fits(inside)
      push(inside, piece) { $0.isFlat = isFlat }
    case .item(let inside): push(inside, piece) { $0.margin = $0.indentation }
    }
  }

  /// Where lines may begin: far to the right there would be no room for words, and lines of blanks without end.
  private func clamped(_ indentation: Int) -> Int { min(max(0, indentation), width * 3 / 5) }

  private mutating func push(_ layout: Layout, _ around: Pending, _ change: (inout Pending) -> Void = { _ in }) {
    var next = around
    next.layout = layout
    change(&next)
    pending.append(next)
  }

  private mutating func breakLine(to indentation: Int) {
    owesBlank = false
    lines.breakLine(to: indentation)
  }

  /// Breaks the line where a comment leaves no choice: at no planned place, and so deeper than the item begins.
  private mutating func breakLine(forCommentIn piece: Pending) {
    breakLine(to: max(piece.indentation, piece.margin + Layout.indentation))
  }

  /// Breaks the line now where the first word would do so anyway, so that what follows is measured from there.
  private mutating func settle(before layout: Layout, _ piece: Pending) {
    guard !lines.isAtStart, let first = layout.firstWord else { return }
    if lines.isEnded || !words[first].lead.isEmpty { breakLine(forCommentIn: piece) }
  }

  private mutating func placeFill(_ inside: Layout, _ piece: Pending) {
    let mustBreak = lines.isEnded || inside.firstWord.map { !words[$0].lead.isEmpty } ?? false
    if piece.isFlat || !mustBreak && fits(.sequence([.blank, inside])) {
      owesBlank = true
      push(inside, piece) { $0.isFlat = true }
    } else {
      breakLine(to: piece.indentation)
      push(.group(inside), piece)
    }
  }

  private mutating func placeLead(of word: SourceWord) {
    if word.isBlankBefore { lines.addEmptyLine() }
    for comment in word.lead {
      if comment.isBlankBefore { lines.addEmptyLine() }
      lines.write(comment.lines.first ?? "", width: 0)
      let margin = lines.margin
      lines.breakLine(to: margin)
      for line in comment.furtherLines(movedTo: margin) { lines.writeWholeLine(line) }
    }
  }

  private mutating func placeWord(_ position: Int, _ piece: Pending, hasLead: Bool) {
    let word = words[position]
    if hasLead, !word.lead.isEmpty {
      if !lines.isAtStart { breakLine(forCommentIn: piece) }
      placeLead(of: word)
      if word.isBlankBehindLead { lines.addEmptyLine() }
    } else {
      if lines.isEnded { breakLine(forCommentIn: piece) }
      if word.isBlankBefore, word.lead.isEmpty { lines.addEmptyLine() }
    }
    write(position)
  }

  private mutating func write(_ position: Int) {
    let word = words[position]
    if !word.inlineBefore.isEmpty {
      let isApart = owesBlank
      owesBlank = isApart || !words[position - 1].opens
      write(word.inlineBefore)
      owesBlank = isApart || !word.closes
    }
    write(word.text)
    // The lines of a text are indented twice: what stands below it never seems to belong to it.
    for line in word.furtherLines { lines.continueOnNextLine(line, indentedBy: 2 * Layout.indentation) }
    if !word.inlineBehind.isEmpty {
      owesBlank = true
      write(word.inlineBehind)
    }
    if let comment = word.trailing { lines.end(with: comment) }
  }

  private mutating func write(_ text: String) {
    if owesBlank, !lines.isAtStart { lines.write(" ", width: 1) }
    owesBlank = false
    lines.write(text, width: text.terminalWidth)
  }
}
