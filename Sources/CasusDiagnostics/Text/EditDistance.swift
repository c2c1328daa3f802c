/// How many letters must be put in, left out, replaced or swapped with their neighbour to make one word of the other.
///
/// Counting stops where the result is known to pass `limit`; nil then.
package func editDistance(_ left: [Character], _ right: [Character], limit: Int) -> Int? {
  guard abs(left.count - right.count) <= limit else { return nil }
  var beforePrevious: [Int] = []
  var previous = Array(0...right.count)
  for (row, letter) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      var best = min(previous[column + 1] + 1, current[column] + 1, previous[column] + (letter == other ? 0 : 1))
      let isSwap = row > 0 && column > 0 && letter == right[column - 1] && left[row - 1] == other
      if isSwap { best = min(best, beforePrevious[column - 1] + 1) }
      current.append(best)
    }
    guard let least = current.min(), least <= limit else { return nil }
    beforePrevious = previous
    previous = current
  }
  guard let distance = previous.last, distance <= limit else { return nil }
  return distance
}

/// The candidate most like `word`, or nil where none is like enough to be what was meant.
///
/// A third of the letters may differ; of two that are equally like it, the earlier candidate is taken.
package func nearest(to word: String, among candidates: [String]) -> String? {
  let letters = Array(word)
  // Words beyond any that people write are not worth comparing, and comparing them would take long.
  guard letters.count >= 2, letters.count <= 100 else { return nil }
  var best: (distance: Int, candidate: String)?
  for candidate in candidates where candidate != word {
    let limit = min((max(letters.count, 3)) / 3, (best?.distance ?? Int.max) - 1)
    guard limit >= 1 else { break }
    if let distance = editDistance(letters, Array(candidate), limit: limit) { best = (distance, candidate) }
  }
  return best?.candidate
}
