import CasusEngine
import CasusSemantics

/// A small random program that leaves much open, and asks one condition at its end.
struct OpenProgram {
  private(set) var text: String
  private var random: SeededChoice
  private var ruleCount = 0
  private var mayHaveGap: Bool

  init(seed: UInt64, mayHaveGap: Bool = true) {
    random = SeededChoice(seed: seed)
    self.mayHaveGap = mayHaveGap
    text = """
      type State entity Alba, Brabant: State
      type Organ entity Council: Organ
      type Rank = low | middle | high
      fact war(_ state: State) decided by state asks "Is {state} at war?"
      fact aid(_ helper: State, to other: State) decided by helper presumed false
      fact vote decided by Council
      fact troops -> Int
      fact share -> Decimal
      fact rank -> Rank decided by Brabant
      event attack(by state: State)

      """
    for _ in 0..<(2 + random.below(3)) { addRule() }
    text += "scenario \"s\" {\n  as of 2001-06-01\n"
    for _ in 0..<random.below(4) { text += "  " + statement() + "\n" }
    text += "  ask \(condition(depth: 2))\n}\n"
  }

  private mutating func addRule() {
    let rule = "rule r\(ruleCount) when \(condition(depth: 2))"
    text += rule + (random.below(3) == 0 ? " unless \(condition(depth: 1))" : "") + "\n"
    if random.below(4) == 0 { text += "exception to r\(ruleCount) when \(condition(depth: 1))\n" }
    ruleCount += 1
  }

  private mutating func condition(depth: Int) -> String {
    guard depth > 0 else { return atom() }
    switch random.below(8) {
    case 0, 1: return "(\(condition(depth: depth - 1)) and \(condition(depth: depth - 1)))"
    case 2, 3: return "(\(condition(depth: depth - 1)) or \(condition(depth: depth - 1)))"
    case 4: return "not (\(condition(depth: depth - 1)))"
    case 5: return "(count(x in State where war(x)) \(random.below(2) == 0 ? ">=" : "is") \(1 + random.below(2)))"
    default: return atom()
    }
  }

  private mutating func atom() -> String {
    let state = random.below(2) == 0 ? "Alba" : "Brabant"
    switch random.below(mayHaveGap ? 13 : 12) {
    case 0, 1, 2: return "war(\(state))"
    case 3: return "vote"
    case 4: return "(troops \(["<", ">=", "is", "<="][random.below(4)]) \(random.below(4)))"
    case 5: return "(share \(["<", ">", "<=", "is"][random.below(4)]) 0.\(1 + random.below(3)))"
    case 6: return "(rank \(["<", "is", "is not"][random.below(3)]) \(["low", "middle", "high"][random.below(3)]))"
    case 7: return "attack(by: \(state))"
    case 8: return "aid(Alba, to: \(state))"
    case 12: return "gap \"g\""
    default: return ruleCount > 0 ? "r\(random.below(ruleCount))" : "vote"
    }
  }

  private mutating func statement() -> String {
    switch random.below(7) {
    case 0: return "assert troops is \(random.below(3))..\(2 + random.below(3))"
    case 1: return "assert rank in {low, \(random.below(2) == 0 ? "middle" : "high")}"
    case 2: return "assert war(Alba) is unknown from 2001-01-01"
    case 3: return "assert aid(Alba, to: Brabant) is unknown"
    case 4: return "assert share is 0.1..0.\(1 + random.below(9))"
    case 5: return "assert r0 is unknown until 2002-01-01"
    default: return random.below(2) == 0 ? "deny vote" : "assert attack(by: Alba)"
    }
  }

  /// The program, the question, and what stands above it.
  func asked() -> AskedCondition? {
    let compilation = compile(main: "main.casus") { _ in .bytes(Array(text.utf8)) }
    guard let program = compilation.program, let scenario = program.scenarios.first,
      case .question(let question)? = scenario.entries.last
    else { return nil }
    let told = scenario.entries.compactMap { if case .told(let statement) = $0 { statement } else { nil } }
    return AskedCondition(program: program, question: question, told: told, moment: scenario.asOf ?? .latest)
  }
}

/// A condition with what is told.
struct AskedCondition {
  var program: Program
  var question: Question
  var told: [CheckedStatement]
  var moment: Moment

  func facts(adding statements: [CheckedStatement] = []) -> FactBase {
    FactBase(program, scenario: told + statements)
  }

  /// What is answered once more is told.
  func finding(adding statements: [CheckedStatement] = []) throws -> Finding {
    try QuestionRunner(facts(adding: statements)).answer(question, asOf: moment).finding
  }
}

/// A small generator with a seed (SplitMix), so that random tests fail the same way on every run.
struct SeededChoice {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x2545_F491_4F6C_DD1D &+ 0x9E37_79B9_7F4A_7C15 }

  /// From 0 up to and without the bound.
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, bound)))
  }
}
