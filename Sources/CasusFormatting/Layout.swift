/// A text whose line breaks are still open: what fits on one line stays there, what does not is broken where it may be.
indirect enum Layout {
  case text(String)
  /// A blank, or a line break where the group around it is broken.
  case line
  /// Nothing, or a line break where the group around it is broken.
  case softLine
  /// A blank, or a line break where the next word would not fit, whatever the group around it does.
  case fill
  case sequence([Layout])
  /// Broken lines inside begin two blanks further on.
  case nested(Layout)
  /// On one line if it fits there; otherwise every `line` and `softLine` in it is broken, but for those in groups inside.
  case group(Layout)

  /// Elements with a separator and a `line` between them.
  static func joined(_ elements: [Layout], by separator: String) -> Layout {
    var parts: [Layout] = []
    for (index, element) in elements.enumerated() {
      if index > 0 { parts += [.text(separator), .line] }
      parts.append(element)
    }
    return .sequence(parts)
  }

  /// A list in brackets.
  static func bracketed(_ opening: String, _ elements: [Layout], _ closing: String) -> Layout {
    let inside = Layout.sequence([.softLine, .joined(elements, by: ",")])
    return .group(.sequence([.text(opening), .nested(inside), .softLine, .text(closing)]))
  }
}

/// Decides the line breaks of a layout.
struct LayoutRenderer {
  let width: Int
  private var output = ""
  private var column = 0
  /// What is left to put out; the next piece is the last.
  private var pending: [(layout: Layout, indentation: Int, isFlat: Bool)] = []

  /// - Parameters:
  ///   - width: the greatest number of characters on a line, where that can be kept.
  ///   - indentation: how many blanks every line begins with.
  static func render(_ layout: Layout, width: Int, indentation: Int = 0) -> String {
    var renderer = LayoutRenderer(width: width)
    renderer.put(String(repeating: " ", count: indentation))
    renderer.pending = [(layout, indentation, false)]
    while let next = renderer.pending.popLast() { renderer.place(next.layout, next.indentation, isFlat: next.isFlat) }
    return renderer.output
  }

  private init(width: Int) { self.width = width }

  private mutating func put(_ text: String) {
    output += text
    column += text.count
  }

  private mutating func breakLine(_ indentation: Int) {
    output += "\n" + String(repeating: " ", count: indentation)
    column = indentation
  }

  private mutating func place(_ layout: Layout, _ indentation: Int, isFlat: Bool) {
    switch layout {
    case .text(let text): put(text)
    case .line: isFlat ? put(" ") : breakLine(indentation)
    case .softLine: if !isFlat { breakLine(indentation) }
    case .fill: fits(.text(" "), isFlat: true) ? put(" ") : breakLine(indentation)
    case .sequence(let parts):
      for part in parts.reversed() { pending.append((part, indentation, isFlat)) }
    case .nested(let inside): pending.append((inside, indentation + 2, isFlat))
    case .group(let inside): pending.append((inside, indentation, isFlat || fits(inside, isFlat: true)))
    }
  }

  /// Whether a layout, and what follows it up to the next place where a line can be broken, fits on the line in hand.
  private func fits(_ layout: Layout, isFlat: Bool) -> Bool {
    guard width < Int.max else { return true }
    var room = width - column
    var inside: [(layout: Layout, isFlat: Bool)] = [(layout, isFlat)]
    var outside = pending.count
    while room >= 0 {
      guard let (next, isFlat) = inside.popLast() else {
        guard outside > 0 else { return true }
        outside -= 1
        inside.append((pending[outside].layout, pending[outside].isFlat))
        continue
      }
      switch next {
      case .text(let text): room -= text.count
      case .line, .fill:
        if !isFlat { return true }
        room -= 1
      case .softLine: if !isFlat { return true }
      case .sequence(let parts): for part in parts.reversed() { inside.append((part, isFlat)) }
      case .nested(let part), .group(let part): inside.append((part, isFlat))
      }
    }
    return false
  }
}
