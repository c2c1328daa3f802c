import CasusDiagnostics
import CasusSyntax

/// Derives random texts from the grammar: of any form, whatever they mean.
struct GrammarSampler {
  var random: RandomSource
  /// How much deeper the derivation in hand may go before it takes the shortest way to an end.
  private var depth = 0

  init(seed: UInt64) { random = RandomSource(seed: seed) }

  /// The words of some items, which have no errors of syntax together.
  mutating func program() -> [String] {
    while true {
      let words = (0..<(1 + random.below(6))).flatMap { _ in item() }
      if !GrammarSampler.hasErrors(words) { return words }
    }
  }

  /// The words of one item. Not all that the grammar derives is right: comments in it say what else must hold.
  private mutating func item() -> [String] {
    while true {
      depth = 12 + random.below(16)
      let words = derive(.reference(random.chance(8) ? "use" : "item"))
      if words.count < 400, !GrammarSampler.hasErrors(words) { return words }
    }
  }

  private static func hasErrors(_ words: [String]) -> Bool {
    parse(SourceText(name: "<sample>", text: words.joined(separator: " ")), id: SourceID(0)).hasErrors
  }

  private mutating func derive(_ rule: GrammarRule) -> [String] {
    depth -= 1
    defer { depth += 1 }
    switch rule {
    case .terminal(let word): return [word]
    case .reference(let name): return GrammarRule.all[name].map { derive($0) } ?? [token(name)]
    case .sequence(let parts): return parts.flatMap { derive($0) }
    case .choice(let choices):
      let least = choices.map { GrammarSampler.height(of: $0) }.min() ?? 0
      return derive(random.pick(depth > 0 ? choices : choices.filter { GrammarSampler.height(of: $0) == least }))
    case .optional(let inside): return depth > 0 && random.chance(50) ? derive(inside) : []
    case .repeated(let inside):
      var words: [String] = []
      while depth > 0, random.chance(40) { words += derive(inside) }
      return words
    }
  }

  /// How deep the flattest derivation is.
  private static func height(of rule: GrammarRule) -> Int {
    switch rule {
    case .terminal, .optional, .repeated: 0
    case .reference(let name): heights[name] ?? 0
    case .sequence(let parts): parts.map { height(of: $0) }.max() ?? 0
    case .choice(let choices): choices.map { height(of: $0) }.min() ?? 0
    }
  }

  private static let heights: [String: Int] = {
    var heights = GrammarRule.all.mapValues { _ in 1000 }
    func height(of rule: GrammarRule) -> Int {
      switch rule {
      case .terminal, .optional, .repeated: 0
      case .reference(let name): heights[name] ?? 0
      case .sequence(let parts): parts.map { height(of: $0) }.max() ?? 0
      case .choice(let choices): choices.map { height(of: $0) }.min() ?? 0
      }
    }
    for _ in heights { for (name, rule) in GrammarRule.all { heights[name] = min(1000, height(of: rule) + 1) } }
    return heights
  }()

  private mutating func token(_ kind: String) -> String {
    switch kind {
    case "NAME":
      random.pick(["a", "b", "State", "under_attack", "로씨야_군대", "Россия", "x1", "_y", "a_very_long_name_of_a_thing"])
    case "QUOTED-NAME": random.pick(["`to`", "`the day`", "`any`", "`plain`", "`//`"])
    case "KEYWORD": random.pick(Keyword.allCases).rawValue
    case "TEXT":
      random.pick([
        "\"\"", "\"words\"", "\"two\n   lines\"", "\"three  \n\n lines // no comment\n\tof text\"",
        "\"\\\"q\\u{41}\\\\\"",
        "\"조선민주주의인민공화국\"",
        "\"a text that is long enough to take more than the half of a line, and a bit more than that\"",
      ])
    case "INTEGER": random.pick(["1", "0", "12_000"])
    case "DECIMAL": random.pick(["0.5", "1_0.25"])
    case "DATE": random.pick(["2024-06-19", "2024-06-19T05:30Z", "2024-06-19T14:30+09:00"])
    case "UNIT": random.pick(["day", "days", "months"])
    default: kind
    }
  }
}
