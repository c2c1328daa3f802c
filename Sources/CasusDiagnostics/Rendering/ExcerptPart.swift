/// What stands in one row of an excerpt.
enum ExcerptPart: Equatable {
  /// A line counted from 0, and the bytes of it to mark; a blank line within a span has nothing to mark.
  case line(Int, mark: Range<Int>?)
  /// Lines were left out.
  case gap

  /// A span over more lines than this is shown by its first two and its last.
  private static let mostLines = 4

  /// The rows that show a span.
  static func parts(of span: SourceSpan, in source: SourceText) -> [ExcerptPart] {
    let lines = lineIndices(of: span, in: source)
    let bounds = source.bounds(of: span)
    func part(_ index: Int) -> ExcerptPart {
      .line(index, mark: mark(of: bounds, on: index, of: lines, in: source))
    }
    if lines.count <= mostLines { return lines.map(part) }
    return [part(lines.lowerBound), part(lines.lowerBound + 1), .gap, part(lines.upperBound)]
  }

  /// The lines that a span lies on, counted from 0; a line is not among them for the break at its end alone.
  static func lineIndices(of span: SourceSpan, in source: SourceText) -> ClosedRange<Int> {
    let bounds = source.bounds(of: span)
    let first = source.lineIndex(at: bounds.lowerBound)
    return first...max(first, source.lineIndex(at: max(bounds.lowerBound, bounds.upperBound - 1)))
  }

  /// On its first line a span is marked from its start, on further ones from where the writing starts.
  private static func mark(
    of bounds: Range<Int>, on index: Int, of lines: ClosedRange<Int>, in source: SourceText
  ) -> Range<Int>? {
    let line = source.line(index)
    let isFirst = index == lines.lowerBound
    let end = min(bounds.upperBound, line.endIndex)
    if isFirst {
      let start = min(bounds.lowerBound, line.endIndex)
      return start..<max(start, end)
    }
    guard let start = line.firstIndex(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }), start < end
    else { return nil }
    return start..<end
  }
}
