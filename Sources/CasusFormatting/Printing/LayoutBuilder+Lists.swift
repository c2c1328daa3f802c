import CasusDiagnostics
import CasusSyntax

/// How the elements of a list stand.
enum ListStyle {
  /// As many on a line as fit.
  case packed
  /// All on one line, or each on its own.
  case stacked
}

/// Elements with commas between them.
extension LayoutBuilder {
  /// Elements with a comma or another word behind each but the last. Where the author wrote each on a line of its own,
  /// they stay so.
  ///
  /// - Parameters:
  ///   - starts: where the elements start in the source.
  ///   - first: what stands before the first element.
  mutating func list<Element>(
    _ elements: [Element], startingAt starts: [Int32], after first: Layout, style: ListStyle = .packed,
    _ layout: (inout Self, Element) -> Layout
  ) -> Layout {
    let isVertical = starts.count > 1 && starts.dropFirst().allSatisfy { isBroken(at: $0) }
    var parts: [Layout] = [isVertical && source[position].isBrokenBefore ? .hardLine : first]
    for (index, element) in elements.enumerated() {
      var inside = [layout(&self, element)]
      if index < elements.count - 1 { inside += (next == .bar ? [.blank] : []) + [word()] }
      switch (isVertical, style) {
      case _ where index == 0: parts += inside
      case (true, _): parts += [.hardLine] + inside
      case (false, .stacked): parts += [.line] + inside
      case (false, .packed): parts.append(.fill(.sequence(inside)))
      }
    }
    return .sequence(parts)
  }

  /// A list in brackets, which stand on lines of their own where not all fits on one.
  mutating func bracketed<Element>(
    _ elements: [Element], startingAt starts: [Int32], _ layout: (inout Self, Element) -> Layout
  ) -> Layout {
    let opening = word()
    let inside = elements.isEmpty ? .sequence([]) : list(elements, startingAt: starts, after: .softLine, layout)
    return .group(.sequence([opening, .nested([inside, .lead(position)]), .softLine, closing()]))
  }

  private func isBroken(at start: Int32) -> Bool { source[source.position(startingAt: start)].isBrokenBefore }
}

/// Blocks in braces.
extension LayoutBuilder {
  /// Items one below the other. Empty lines between them stay, but no more than one at a place.
  mutating func items(_ items: [Item]) -> [Layout] {
    items.flatMap { [.hardLine, .item(layout($0.kind))] }
  }

  /// A block, whose heading was laid out, with the clauses and items inside.
  mutating func block(_ heading: Layout, _ inside: (inout Self) -> [Layout]) -> Layout {
    let opening = word()
    let parts = inside(&self)
    let close = position
    let hasComments = !source[close].lead.isEmpty
    guard !parts.isEmpty || hasComments || source[opening.firstWord ?? 0].trailing != nil else {
      let blank: [Layout] = source[close].inlineBefore.isEmpty ? [] : [.blank]
      return .sequence([heading, .blank, opening] + blank + [closing()])
    }
    let lead: [Layout] = hasComments ? [.hardLine, .lead(close)] : []
    return .sequence([heading, .blank, opening, .nested(parts + lead), .hardLine, closing()])
  }
}
