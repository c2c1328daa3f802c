/// A line of one of two texts, or of both.
package enum DifferenceLine: Equatable, Sendable {
  /// By its position in the one text and in the other.
  case common(Int, Int)
  case removed(Int)
  case added(Int)
}

/// Which lines of a text are kept, removed and added to make another one of it.
///
/// The shortest such list, found as Myers (1986) does: by trying 0, 1, 2, … changes, and noting for each diagonal how far
/// that leads. Where two texts differ by more than `limit` lines, all between their common beginning and end is exchanged:
/// a shorter list would be no help to anybody, and take long to find.
package func lineDifference(
  _ left: [Substring], _ right: [Substring], limit: Int = 1000
) -> [DifferenceLine] {
  var start = 0
  while start < min(left.count, right.count), left[start] == right[start] { start += 1 }
  var end = 0
  while end < min(left.count, right.count) - start, left[left.count - 1 - end] == right[right.count - 1 - end] {
    end += 1
  }
  let before = (0..<start).map { DifferenceLine.common($0, $0) }
  let after = (0..<end).map { DifferenceLine.common(left.count - end + $0, right.count - end + $0) }
  var search = DifferenceSearch(left[start..<(left.count - end)], right[start..<(right.count - end)])
  return before + search.difference(limit: limit) + after
}

/// The search in what differs between two texts.
private struct DifferenceSearch {
  let left: ArraySlice<Substring>
  let right: ArraySlice<Substring>
  /// How far each number of changes led, on each diagonal: the position in `left`, less that in `right`, is its number.
  private var traces: [[Int]] = []

  init(_ left: ArraySlice<Substring>, _ right: ArraySlice<Substring>) {
    self.left = left
    self.right = right
  }

  mutating func difference(limit: Int) -> [DifferenceLine] {
    for changes in 0...min(limit, left.count + right.count) where reachesEnd(with: changes) { return path(changes) }
    return left.indices.map { .removed($0) } + right.indices.map { .added($0) }
  }

  /// The furthest position in `left` that so many changes reach on a diagonal; -1 where none is reached.
  private func furthest(_ changes: Int, _ diagonal: Int) -> Int {
    let index = diagonal + changes
    guard changes >= 0, traces[changes].indices.contains(index) else { return -1 }
    return traces[changes][index]
  }

  /// Whether a line is added rather than removed to come to a diagonal with the last of so many changes.
  private func isAdded(_ changes: Int, _ diagonal: Int) -> Bool {
    diagonal == -changes
      || diagonal != changes && furthest(changes - 1, diagonal - 1) < furthest(changes - 1, diagonal + 1)
  }

  private mutating func reachesEnd(with changes: Int) -> Bool {
    traces.append([Int](repeating: -1, count: 2 * changes + 1))
    for diagonal in stride(from: -changes, through: changes, by: 2) {
      var x = 0
      if changes > 0 {
        x = isAdded(changes, diagonal) ? furthest(changes - 1, diagonal + 1) : furthest(changes - 1, diagonal - 1) + 1
      }
      var y = x - diagonal
      guard x <= left.count, y <= right.count, x >= 0, y >= 0 else { continue }
      while x < left.count, y < right.count, left[left.startIndex + x] == right[right.startIndex + y] {
        x += 1
        y += 1
      }
      traces[changes][diagonal + changes] = x
      if x == left.count, y == right.count { return true }
    }
    return false
  }

  /// The way to the end, followed backwards.
  private func path(_ changes: Int) -> [DifferenceLine] {
    var lines: [DifferenceLine] = []
    var (x, y) = (left.count, right.count)
    func common() -> DifferenceLine { .common(left.startIndex + x, right.startIndex + y) }
    for changes in stride(from: changes, to: 0, by: -1) {
      let diagonal = x - y
      let added = isAdded(changes, diagonal)
      let start = furthest(changes - 1, added ? diagonal + 1 : diagonal - 1)
      while x > (added ? start : start + 1) {
        (x, y) = (x - 1, y - 1)
        lines.append(common())
      }
      if added { y -= 1 } else { x -= 1 }
      lines.append(added ? .added(right.startIndex + y) : .removed(left.startIndex + x))
    }
    while x > 0 {
      (x, y) = (x - 1, y - 1)
      lines.append(common())
    }
    return lines.reversed()
  }
}
