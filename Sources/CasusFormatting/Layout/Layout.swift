/// Words whose line breaks are still open: what fits on one line stays there, what does not is broken where it may be.
indirect enum Layout {
  /// The word at this position, with its comments.
  case word(Int)
  /// The lead comments of the word at this position, which is put out without them then.
  case lead(Int)
  case wordWithoutLead(Int)
  /// A blank between two words.
  case blank
  /// A blank, or a line break where the group around it is broken.
  case line
  /// Nothing, or a line break where the group around it is broken.
  case softLine
  /// A line break, which breaks all groups around it.
  case hardLine
  /// A blank and what is inside, or where that does not fit, a line break and what is inside.
  case fill(Layout)
  case sequence([Layout])
  /// Broken lines inside begin so many columns further on.
  case nested(Int, Layout)
  /// Broken lines inside begin where the inside does.
  case aligned(Layout)
  /// On one line if it fits there; otherwise every `line` and `softLine` in it is broken, but for those in groups inside.
  case group(Layout)
  /// An item: where a comment breaks a line in it at no planned place, the next line is indented.
  case item(Layout)

  /// How far each level is indented.
  static let indentation = 2

  static func nested(_ inside: [Layout]) -> Layout { .nested(indentation, .sequence(inside)) }
}

extension Layout {
  /// The word that it begins with; nil where it begins with a blank or a line break.
  var firstWord: Int? {
    var layout = self
    while true {
      switch layout {
      case .word(let position), .wordWithoutLead(let position): return position
      case .blank, .line, .softLine, .hardLine, .fill, .lead: return nil
      case .sequence(let parts):
        guard let first = parts.first else { return nil }
        layout = first
      case .nested(_, let inside), .aligned(let inside), .group(let inside), .item(let inside): layout = inside
      }
    }
  }
}
