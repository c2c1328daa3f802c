import Foundation

/// The right side of a production of `Grammar/Casus.ebnf`.
indirect enum GrammarRule: Sendable {
  case terminal(String)
  /// A production, or a kind of token in capitals.
  case reference(String)
  case sequence([GrammarRule])
  case choice([GrammarRule])
  case optional(GrammarRule)
  case repeated(GrammarRule)

  /// The productions above the tokens, by name.
  static let all: [String: GrammarRule] = {
    let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Grammar/Casus.ebnf")
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [:] }
    let parts = text.components(separatedBy: "(*")
    let code = parts[0] + parts.dropFirst().map { $0.components(separatedBy: "*)").dropFirst().joined() }.joined()
    var rules: [String: GrammarRule] = [:]
    for production in code.components(separatedBy: " ;") {
      var reader = GrammarReader(production)
      guard let name = reader.words.popFirst(), name == name.lowercased(), reader.words.popFirst() == "=" else {
        continue
      }
      rules[name] = reader.readChoice()
    }
    return rules
  }()
}

/// Reads the notation that the grammar explains at its top.
private struct GrammarReader {
  var words: ArraySlice<String>

  init(_ production: String) {
    // What stands in quotes may be a bracket or a bar itself.
    var words: [String] = []
    for (index, part) in production.components(separatedBy: "\"").enumerated() {
      if index % 2 == 1 {
        words.append("\"" + part)
        continue
      }
      let spaced = part.map { "[]{}()|".contains($0) ? " \($0) " : String($0) }.joined()
      words += spaced.split { $0 == " " || $0 == "\n" }.map(String.init)
    }
    self.words = words[...]
  }

  mutating func readChoice() -> GrammarRule {
    var choices = [readSequence()]
    while words.first == "|" {
      words.removeFirst()
      choices.append(readSequence())
    }
    return choices.count == 1 ? choices[0] : .choice(choices)
  }

  private mutating func readSequence() -> GrammarRule {
    var parts: [GrammarRule] = []
    while let word = words.first, !["|", "]", "}", ")"].contains(word) {
      words.removeFirst()
      switch word {
      case "[": parts.append(.optional(readBracketed()))
      case "{": parts.append(.repeated(readBracketed()))
      case "(": parts.append(readBracketed())
      case _ where word.hasPrefix("\""): parts.append(.terminal(String(word.dropFirst())))
      default: parts.append(.reference(word))
      }
    }
    return .sequence(parts)
  }

  private mutating func readBracketed() -> GrammarRule {
    let inside = readChoice()
    words = words.dropFirst()
    return inside
  }
}
