/// Makes a failing text small: takes out lines and words while it still fails.
struct Minimiser {
  /// Whether a text still shows the failure.
  let fails: (String) -> Bool
  private var budget = 6_000

  init(fails: @escaping (String) -> Bool) { self.fails = fails }

  mutating func minimise(_ text: String) -> String {
    var lines = text.split(separator: "\n").map { $0.split(separator: " ").map { String($0) } }
    var size = Int.max
    while size != lines.joined().count && budget > 0 {
      size = lines.joined().count
      var width = lines.count / 2
      while width >= 1 {
        takeOutLines(width, of: &lines)
        width = width > 4 ? width / 2 : width - 1
      }
      for index in lines.indices { takeOutWords(of: &lines, at: index) }
      lines.removeAll { $0.isEmpty }
    }
    return Minimiser.text(lines)
  }

  private mutating func takeOutLines(_ width: Int, of lines: inout [[String]]) {
    var start = lines.count - width
    while start >= 0 {
      var candidate = lines
      candidate.removeSubrange(start..<min(start + width, lines.count))
      if stillFails(candidate) { lines = candidate }
      start -= 1
      start = min(start, lines.count - width)
    }
  }

  private mutating func takeOutWords(of lines: inout [[String]], at index: Int) {
    var width = lines[index].count
    while width >= 1 {
      var start = 0
      while start + width <= lines[index].count {
        var candidate = lines
        candidate[index].removeSubrange(start..<start + width)
        if stillFails(candidate) { lines = candidate } else { start += 1 }
      }
      width = min(width - 1, lines[index].count)
    }
  }

  private mutating func stillFails(_ lines: [[String]]) -> Bool {
    guard budget > 0 else { return false }
    budget -= 1
    return fails(Minimiser.text(lines))
  }

  private static func text(_ lines: [[String]]) -> String {
    lines.map { $0.joined(separator: " ") }.joined(separator: "\n")
  }
}
