import Foundation

/// The programs of the repository, to be made others of.
struct ProgramCorpus {
  /// A program, with the calls that it asks about and those that it states.
  struct Sample {
    var text: String
    var questions: [String]
    var statements: [String]
  }

  let samples: [Sample]
  /// The words of all of them, to be put where others stood.
  let words: [String]

  static let shared = ProgramCorpus()

  private init() {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appending(path: "Tests/Conformance")
    let paths = (FileManager.default.subpaths(atPath: folder.path) ?? []).filter { $0.hasSuffix(".casus") }.sorted()
    samples = paths.compactMap { path in
      guard let text = try? String(contentsOf: folder.appending(path: path), encoding: .utf8), text.utf8.count < 6_000
      else { return nil }
      return Sample(
        text: text,
        questions: Self.rests(of: text, behind: ["ask ", "expect "], upTo: [" is ", " as of ", " according"]),
        statements: Self.rests(
          of: text, behind: ["assert ", "deny "], upTo: [" is ", " on ", " from ", " until ", " according", " source"]))
    }
    words = Array(Set(samples.flatMap { TextMutator.words(of: $0.text) })).sorted()
  }

  /// What stands behind some words at the beginning of a line, up to others.
  private static func rests(of text: String, behind starts: [String], upTo ends: [String]) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let line = line.drop { $0 == " " }
      guard let start = starts.first(where: { line.hasPrefix($0) }) else { return nil }
      let rest = String(line.dropFirst(start.count))
      return ends.reduce(rest) { rest, end in rest.range(of: end).map { String(rest[..<$0.lowerBound]) } ?? rest }
    }
  }
}

/// Makes other texts of a text.
struct TextMutator {
  var random: SeededSource
  let words: [String]

  /// Cuts a text where its kinds of characters change.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    for character in text {
      let isWord = character.isLetter || character.isNumber || character == "_"
      if isWord, let last = words.last?.last, last.isLetter || last.isNumber || last == "_" {
        words[words.count - 1].append(character)
      } else {
        words.append(String(character))
      }
    }
    return words
  }

  /// A text with a few words left out, doubled, exchanged or replaced.
  mutating func changed(_ text: String, times: Int) -> String {
    var parts = Self.words(of: text)
    for _ in 0..<times where !parts.isEmpty {
      let place = random.below(parts.count)
      switch random.below(6) {
      case 0: parts.remove(at: place)
      case 1: parts.insert(parts[place], at: place)
      case 2: parts.swapAt(place, random.below(parts.count))
      case 3: parts[place] = random.pick(words) ?? ""
      case 4: parts[place] = random.pick(Self.odd) ?? ""
      default: parts.insert(contentsOf: parts[place...].prefix(random.below(12)), at: random.below(parts.count))
      }
    }
    return parts.joined()
  }

  private static let odd = [
    "9223372036854775807", "-9223372036854775808", "1/0", "0.000000000000000001", "9999-12-31T23:59Z", "0001-01-01",
    "(", ")", "{", "}", "\"", "`", "any", "gap \"\"", "not ", "today", "\u{0}", "\u{202E}", "e\u{301}", "\u{10FFFF}",
    "1000000 years", "1..1000000", "\n", "//", "¬", "", "some x in State satisfies ", "date of ", "count(",
  ]
}
