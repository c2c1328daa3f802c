/// One line of source ready to be printed, and where the mark stands under it.
struct ExcerptLine: Equatable {
  var text: String
  /// Columns before the mark, and columns it takes, at least one.
  var markStart: Int
  var markWidth: Int
}

/// Stands where a long line was cut. It is ASCII because terminals do not agree on the width of "…".
private let ellipsis = "..."

/// Bytes looked at on each side of a mark for every column there is to fill: ample for any writing, and so few that a
/// line of many megabytes costs no more than a short one.
private let bytesPerColumn = 16

/// Lays out a line, or as much of it around the mark as `width` columns hold.
///
/// - Parameters:
///   - bytes: the source.
///   - line: where the line lies in it, without its line break.
///   - mark: the bytes to point at; an empty range points at a place between two characters.
func excerptLine(_ bytes: [UInt8], line: Range<Int>, mark: Range<Int>, width: Int) -> ExcerptLine {
  let window = window(around: mark.lowerBound, in: bytes, line: line, reach: width * bytesPerColumn)
  let cells = cells(of: bytes[window])
  let first = cells.firstIndex { $0.end > mark.lowerBound } ?? cells.count
  let end = mark.isEmpty ? first : cells[first...].firstIndex { $0.start >= mark.upperBound } ?? cells.count
  let isWhole = window == line
  let visible =
    isWhole && totalWidth(cells[...]) <= width
    ? 0..<cells.count : visibleCells(cells, mark: first..<end, width: width - 2 * ellipsis.utf8.count)
  let before = visible.lowerBound > 0 || window.lowerBound > line.lowerBound ? ellipsis : ""
  let after = visible.upperBound < cells.count || window.upperBound < line.upperBound ? ellipsis : ""
  var text = before
  for cell in cells[visible] { text += cell.text }
  let marked = first..<max(first, min(end, visible.upperBound))
  return ExcerptLine(
    text: text + after,
    markStart: before.utf8.count + totalWidth(cells[visible.lowerBound..<first]),
    markWidth: max(1, totalWidth(cells[marked])))
}

private func totalWidth(_ cells: ArraySlice<LineCell>) -> Int {
  cells.reduce(0) { $0 + $1.width }
}

/// The part of a line within `reach` bytes of a place, not starting amid a scalar.
private func window(around place: Int, in bytes: [UInt8], line: Range<Int>, reach: Int) -> Range<Int> {
  let start = max(line.lowerBound, place - reach)
  let end = min(line.upperBound, place + reach)
  return startOfScalar(start, in: bytes, line: line)..<startOfScalar(end, in: bytes, line: line)
}

/// The start of the scalar that holds a byte: at most three bytes before it, if the text is UTF-8 at all.
private func startOfScalar(_ offset: Int, in bytes: [UInt8], line: Range<Int>) -> Int {
  var start = offset
  while start > line.lowerBound, start < line.upperBound, offset - start < 3, bytes[start] & 0xC0 == 0x80 { start -= 1 }
  return start
}

/// The cells to show when not all fit: the mark from its start, then its surroundings on both sides in turn.
private func visibleCells(_ cells: [LineCell], mark: Range<Int>, width: Int) -> Range<Int> {
  var first = mark.lowerBound
  var end = first
  var free = width
  while end < mark.upperBound, cells[end].width <= free {
    free -= cells[end].width
    end += 1
  }
  var grows = true
  while grows {
    grows = false
    if end < cells.count, cells[end].width <= free {
      free -= cells[end].width
      end += 1
      grows = true
    }
    if first > 0, cells[first - 1].width <= free {
      first -= 1
      free -= cells[first].width
      grows = true
    }
  }
  return first..<end
}
