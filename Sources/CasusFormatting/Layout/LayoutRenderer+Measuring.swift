import CasusDiagnostics

extension LayoutRenderer {
  /// Whether a layout, and what follows it up to the next place where a line can be broken, fits on the line in hand.
  func fits(_ layout: Layout) -> Bool {
    guard !lines.isEnded else { return false }
    var measure = LineMeasure(room: width - column, widthOfLine: width - lines.margin - 2 * Layout.indentation)
    var inside = [layout]
    while measure.verdict == nil {
      guard let next = inside.popLast() else { return restFits(measure) }
      switch next {
      case .word(let position): measure.add(words[position], isFirst: !measure.hasBegun)
      case .wordWithoutLead(let position): measure.add(words[position], isFirst: true)
      case .lead(let position): if !words[position].lead.isEmpty { measure.verdict = false }
      case .blank, .line: measure.addBlank()
      case .softLine: break
      case .hardLine: measure.verdict = false
      case .fill(let part):
        measure.addBlank()
        inside.append(part)
      case .sequence(let parts): inside += parts.reversed()
      case .nested(_, let part), .aligned(let part), .group(let part), .item(let part): inside.append(part)
      }
    }
    return measure.verdict ?? false
  }

  /// The same of what follows, which stands in no flat group and so ends at the first place where it may.
  private func restFits(_ start: LineMeasure) -> Bool {
    var measure = start
    var outside = pending.count
    var inside: [Layout] = []
    while measure.verdict == nil, !measure.isEnded {
      guard let next = inside.popLast() else {
        guard outside > 0 else { return true }
        outside -= 1
        inside.append(pending[outside].layout)
        continue
      }
      switch next {
      case .word(let position):
        if !words[position].lead.isEmpty { return true }
        measure.add(words[position], isFirst: true)
        if words[position].lastWidth != nil, measure.verdict == nil { return true }
      case .wordWithoutLead(let position): measure.add(words[position], isFirst: true)
      case .blank: measure.addBlank()
      case .lead, .line, .softLine, .hardLine, .fill: return true
      case .sequence(let parts): inside += parts.reversed()
      case .nested(_, let part), .aligned(let part), .group(let part), .item(let part): inside.append(part)
      }
    }
    return measure.verdict ?? true
  }
}

/// What is left of a line while words are put on it.
private struct LineMeasure {
  var room: Int
  /// How much the later lines of a text have.
  let widthOfLine: Int
  var hasBegun = false
  /// Whether a comment has ended the line.
  var isEnded = false
  /// Whether all fits, where that is known.
  var verdict: Bool?

  init(room: Int, widthOfLine: Int) {
    self.room = room
    self.widthOfLine = widthOfLine
    if room < 0 { verdict = false }
  }

  /// - Parameter isFirst: whether its lead comments, if it has any, stand before all that is measured.
  mutating func add(_ word: SourceWord, isFirst: Bool) {
    hasBegun = true
    guard !isEnded, isFirst || word.lead.isEmpty else {
      verdict = false
      return
    }
    take(word.firstWidth)
    if let lastWidth = word.lastWidth, verdict == nil {
      room = widthOfLine
      take(lastWidth)
    }
    isEnded = word.trailing != nil
  }

  mutating func addBlank() { take(1) }

  private mutating func take(_ width: Int) {
    room -= width
    if room < 0 { verdict = false }
  }
}
