import CasusDiagnostics
import CasusSemantics
import CasusSyntax

@testable import CasusAnalysis

/// A random program with two conditions: one, and another that says the same in other words, or nearly the same.
struct ConditionPair {
  private(set) var text: String
  private var random: SeededChoice
  /// Whether a difference was planted, which may still come to nothing.
  let isPlanted: Bool

  /// A condition as a tree, so that it can be written in other words.
  private indirect enum Formula {
    case atom(String)
    case not(Formula)
    case and(Formula, Formula)
    case or(Formula, Formula)
  }

  private static let atoms = [
    "war(Alba)", "war(Brabant)", "vote", "notice", "troops >= 2", "troops < 4", "troops is 3", "rank is middle",
    "rank < high", "stance is firm", "attack(by: Alba)", "share > 0.5", "gated",
  ]

  init(seed: UInt64, isPlanted: Bool) {
    random = SeededChoice(seed: seed)
    self.isPlanted = isPlanted
    text = ""
    let formula = self.formula(depth: 3)
    var other = rewritten(formula)
    if isPlanted { other = planted(in: other) }
    text = """
      type State entity Alba, Brabant: State
      type Rank = low | middle | high
      type Stance = weak | firm
      fact war(_ state: State)
      fact vote decided by Alba
      fact notice presumed false
      fact troops -> Int
      fact share -> Decimal
      fact rank -> Rank
      fact stance -> Stance presumed weak
      event attack(by state: State)
      rule gated when vote or war(Alba) unless war(Brabant)
      rule left when \(Self.written(formula))
      rule right when \(Self.written(other))
      """
  }

  private mutating func formula(depth: Int) -> Formula {
    guard depth > 0, random.below(6) > 0 else { return .atom(Self.atoms[random.below(Self.atoms.count)]) }
    switch random.below(5) {
    case 0, 1: return .and(formula(depth: depth - 1), formula(depth: depth - 1))
    case 2, 3: return .or(formula(depth: depth - 1), formula(depth: depth - 1))
    default: return .not(formula(depth: depth - 1))
    }
  }

  /// The same in other words: by De Morgan's laws, in another order, twice over, distributed, or absorbed.
  private mutating func rewritten(_ formula: Formula) -> Formula {
    switch formula {
    case .atom("gated"): return .and(.or(.atom("war(Alba)"), .atom("vote")), .not(.atom("war(Brabant)")))
    case .atom("troops < 4"): return .not(.atom("troops > 3"))
    case .atom("troops is 3"): return .and(.atom("troops >= 3"), .atom("troops <= 3"))
    case .atom("rank < high"): return .or(.atom("rank is low"), .atom("rank is middle"))
    case .atom: return random.below(3) == 0 ? .not(.not(formula)) : formula
    case .not(.and(let left, let right)): return .or(.not(rewritten(left)), .not(rewritten(right)))
    case .not(.or(let left, let right)): return .and(.not(rewritten(left)), .not(rewritten(right)))
    case .not(let operand): return .not(rewritten(operand))
    case .and(let left, .or(let first, let second)) where random.below(2) == 0:
      let shared = rewritten(left)
      return .or(.and(shared, rewritten(first)), .and(rewritten(second), shared))
    case .and(let left, let right): return .and(rewritten(right), rewritten(left))
    case .or(let left, let right):
      let (left, right) = (rewritten(left), rewritten(right))
      return random.below(2) == 0 ? .or(.or(right, left), .and(left, right)) : .not(.and(.not(left), .not(right)))
    }
  }

  /// One place says something else.
  private mutating func planted(in formula: Formula) -> Formula {
    switch formula {
    case .atom: return random.below(2) == 0 ? .not(formula) : .atom(Self.atoms[random.below(Self.atoms.count)])
    case .not(let operand): return .not(planted(in: operand))
    case .and(let left, let right):
      switch random.below(4) {
      case 0: return .or(left, right)
      case 1: return .and(planted(in: left), right)
      default: return .and(left, planted(in: right))
      }
    case .or(let left, let right):
      switch random.below(4) {
      case 0: return .and(left, right)
      case 1: return .or(planted(in: left), right)
      default: return .or(left, planted(in: right))
      }
    }
  }

  private static func written(_ formula: Formula) -> String {
    switch formula {
    case .atom(let text): "(\(text))"
    case .not(let operand): "not \(written(operand))"
    case .and(let left, let right): "(\(written(left)) and \(written(right)))"
    case .or(let left, let right): "(\(written(left)) or \(written(right)))"
    }
  }

  /// The program with its two questions.
  func asked() -> (program: Program, left: Question, right: Question)? {
    let compilation = compile(main: "main.casus") { _ in .bytes(Array((text + "\nask left ask right").utf8)) }
    guard let program = compilation.program, program.questions.count == 2 else { return nil }
    return (program, program.questions[0], program.questions[1])
  }

  /// A statement as a scenario would have it.
  static func statement(_ text: String, in program: Program) -> CheckedStatement? {
    var sources = SourceMap()
    let source = SourceText(name: "<statement>", text: text)
    let parsed = parse(source, id: sources.add(source))
    return checkAddition(parsed.tree.items, to: program, sources: sources, told: 0).statements.first
  }
}
