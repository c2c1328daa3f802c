import CasusDiagnostics
import CasusSyntax

/// Writes words with random blanks, line breaks and comments between them.
struct LayoutScrambler {
  var random: RandomSource
  private var commentCount = 0

  init(seed: UInt64) { random = RandomSource(seed: seed) }

  /// - Parameter comments: how many times in a hundred comments stand between two words.
  mutating func text(of words: [String], comments: Int) -> String {
    var text = random.chance(30) ? gap(comments: 100) : ""
    for word in words { text += word + gap(comments: comments) }
    return text
  }

  /// The words of a source that has no errors.
  static func words(of source: SourceText) -> [String] {
    var offset = 0
    var words: [String] = []
    for token in tokenize(source.bytes) {
      let end = offset + Int(token.length)
      if !token.kind.isTrivia { words.append(String(decoding: source.bytes[offset..<end], as: UTF8.self)) }
      offset = end
    }
    return words
  }

  private mutating func gap(comments: Int) -> String {
    guard random.chance(comments) else { return blanks() }
    var text = blanks()
    for _ in 0...random.below(3) { text += comment() + blanks() }
    return text
  }

  private mutating func blanks() -> String {
    random.pick([" ", " ", " ", "  ", "\t", "\n", "\n  ", "\n\n", " \n\n\n    "])
  }

  private mutating func comment() -> String {
    commentCount += 1
    let number = commentCount
    return switch random.below(7) {
    case 0: "// line \(number)  \n"
    case 1: "//\n"
    case 2: "/// documentation \(number)\n"
    case 3: "/* inline \(number) */"
    case 4: "/**/"
    case 5: "/* several\n   lines /* nested */ \(number)  \n\n */"
    default: "/* one \(number) */ // two\n"
    }
  }
}
