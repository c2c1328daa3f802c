import CasusFormatting

/// How one text becomes another, in the form that `diff -u` writes and `patch` reads.
struct UnifiedDifference {
  /// The lines of common text around what differs.
  private static let context = 3

  private let name: String
  private let before: String
  private let after: String
  private let paint: Paint

  init(of file: FormattedFile, paint: Paint) {
    name = file.name
    before = String(decoding: file.before, as: UTF8.self)
    after = String(decoding: file.after, as: UTF8.self)
    self.paint = paint
  }

  /// Empty where the texts are equal.
  func rendered() -> String {
    let left = lines(of: before)
    let right = lines(of: after)
    let all = lineDifference(left, right)
    let hunks = self.hunks(of: all)
    guard !hunks.isEmpty else { return "" }
    var output = paint("--- \(name)", .heading) + "\n" + paint("+++ \(name) (formatted)", .heading) + "\n"
    for hunk in hunks {
      output += paint(heading(of: all, hunk), .faint) + "\n"
      for line in all[hunk] {
        switch line {
        case .common(let position, _): output += written(left[position], " ")
        case .removed(let position): output += paint.lines(written(left[position], "-"), .fails)
        case .added(let position): output += paint.lines(written(right[position], "+"), .holds)
        }
      }
    }
    return output
  }

  /// Each with its line break; the last has none where the text ends without.
  private func lines(of text: String) -> [Substring] {
    var lines: [Substring] = []
    var rest = text[...]
    while let end = rest.utf8.firstIndex(of: UInt8(ascii: "\n")) {
      let next = rest.utf8.index(after: end)
      lines.append(rest[..<next])
      rest = rest[next...]
    }
    return rest.isEmpty ? lines : lines + [rest]
  }

  private func written(_ line: Substring, _ mark: String) -> String {
    let isEnded = line.utf8.last == UInt8(ascii: "\n")
    return mark + (isEnded ? String(line) : line + "\n\\ No newline at end of file\n")
  }

  /// The stretches of lines to be shown: what differs, with some lines around it.
  private func hunks(of all: [DifferenceLine]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (index, line) in all.enumerated() {
      if case .common = line { continue }
      let start = max(0, index - UnifiedDifference.context)
      let end = min(all.count, index + UnifiedDifference.context + 1)
      if let last = hunks.last, start <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<end
      } else {
        hunks.append(start..<end)
      }
    }
    return hunks
  }

  private func heading(of all: [DifferenceLine], _ hunk: Range<Int>) -> String {
    func count(_ lines: ArraySlice<DifferenceLine>) -> (left: Int, right: Int) {
      lines.reduce(into: (0, 0)) { count, line in
        switch line {
        case .common: count = (count.0 + 1, count.1 + 1)
        case .removed: count.0 += 1
        case .added: count.1 += 1
        }
      }
    }
    func place(_ before: Int, _ inside: Int) -> String {
      let first = inside == 0 ? before : before + 1
      return inside == 1 ? "\(first)" : "\(first),\(inside)"
    }
    let before = count(all[..<hunk.lowerBound])
    let inside = count(all[hunk])
    return "@@ -\(place(before.left, inside.left)) +\(place(before.right, inside.right)) @@"
  }
}

extension Paint {
  /// Colours each line on its own, so that a pager may cut the text anywhere.
  fileprivate func lines(_ text: String, _ role: Role) -> String {
    text.split(separator: "\n").map { self(String($0), role) + "\n" }.joined()
  }
}
