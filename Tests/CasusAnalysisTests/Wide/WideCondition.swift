import CasusEngine
import CasusSemantics

/// A random program that asks a condition over up to sixteen open facts, and another to compare it with, and what they come
/// to in every case.
///
/// The cases are found from the tree that the program is written from, and not from anything that the engine does.
struct WideCondition {
  static let memberCount = 5

  private(set) var text: String
  private(set) var column: TruthColumn
  /// What the other condition comes to.
  private(set) var otherColumn: TruthColumn
  let factCount: Int
  /// Of each fact, the member that decides it; nil: nobody.
  private(set) var deciders: [Int?]
  private var random: SeededChoice
  private var rules: [String] = []

  /// The first five facts are those of the members; the others have names of their own.
  init(seed: UInt64, factCount: Int) {
    random = SeededChoice(seed: seed)
    self.factCount = factCount
    text = ""
    column = TruthColumn(variables: factCount, always: true)
    otherColumn = column
    deciders = Array(0..<Self.memberCount)
    var head = """
      type Member entity \((0..<Self.memberCount).map { "M\($0)" }.joined(separator: ", ")): Member
      fact approves(_ member: Member) decided by member

      """
    for fact in Self.memberCount..<factCount {
      let decider: Int? = random.below(3) == 0 ? nil : random.below(Self.memberCount)
      deciders.append(decider)
      head += "fact f\(fact)" + (decider.map { " decided by M\($0)" } ?? "") + "\n"
    }
    var facts = Array(0..<factCount)
    for index in facts.indices.dropLast() { facts.swapAt(index, index + random.below(facts.count - index)) }
    let (condition, column) = formula(over: facts[...])
    self.column = column
    let (other, otherColumn) = self.other()
    self.otherColumn = otherColumn
    text = head + rules.joined() + "rule asked when \(condition)\nrule other when \(other)\nask asked\nask other\n"
  }

  private mutating func fact(_ number: Int) -> (String, TruthColumn) {
    let column = TruthColumn(variable: number, of: factCount)
    let word = number < Self.memberCount ? "approves(M\(number))" : "f\(number)"
    return random.below(4) == 0 ? ("not \(word)", column.negated) : (word, column)
  }

  /// A condition in which each of some facts has its say, and now and then another besides.
  private mutating func formula(over facts: ArraySlice<Int>) -> (String, TruthColumn) {
    guard facts.count > 1, let first = facts.first else { return fact(facts.first ?? 0) }
    if facts.count == 2, random.below(4) == 0 { return votes(and: first) }
    let middle = facts.startIndex + 1 + random.below(facts.count - 1)
    let left = formula(over: facts[..<middle])
    var right = formula(over: facts[middle...])
    if random.below(3) == 0 {
      let more = fact(random.below(factCount))
      right = ("(\(right.0) or \(more.0))", right.1.or(more.1))
    }
    switch random.below(7) {
    case 0, 1, 2: return ("(\(left.0) and \(right.0))", left.1.and(right.1))
    case 3, 4: return ("(\(left.0) or \(right.0))", left.1.or(right.1))
    case 5: return (rule(when: left.0, unless: right.0), left.1.and(right.1.negated))
    default: return ("not (\(left.0) and \(right.0))", left.1.and(right.1).negated)
    }
  }

  /// The same condition in other words, one that differs from it where a fact says so, or one of few facts.
  private mutating func other() -> (String, TruthColumn) {
    let (word, fact) = self.fact(random.below(factCount))
    switch random.below(4) {
    case 0: return ("not (not asked and (\(word) or not (\(word))))", column)
    case 1: return ("(asked or \(word))", column.or(fact))
    case 2: return ("(asked and \(word))", column.and(fact))
    default:
      let (second, more) = self.fact(random.below(factCount))
      return ("(\(word) and \(second))", fact.and(more))
    }
  }

  /// So many votes of the members, or something else.
  private mutating func votes(and fact: Int) -> (String, TruthColumn) {
    let threshold = 2 + random.below(3)
    let members = (0..<Self.memberCount).map { TruthColumn(variable: $0, of: factCount) }
    let (word, column) = self.fact(fact)
    let reached = TruthColumn.atLeast(threshold, of: members, variables: factCount)
    return ("(count(m in Member where approves(m)) >= \(threshold) or \(word))", reached.or(column))
  }

  /// The name of a new rule.
  private mutating func rule(when condition: String, unless exception: String) -> String {
    let name = "r\(rules.count)"
    let isApart = random.below(2) == 0
    let text =
      isApart
      ? "rule \(name) when \(condition)\nexception to \(name) when \(exception)\n"
      : "rule \(name) when \(condition) unless \(exception)\n"
    rules.append(text)
    return name
  }
}

extension WideCondition {
  /// The program with its question.
  func compiled() -> Program? { compile(main: "main.casus") { _ in .bytes(Array(text.utf8)) }.program }

  /// The fact that a declaration is for some arguments; nil argument: each member's.
  func facts(_ declaration: DeclarationID, _ arguments: [Value?], in program: Program) -> [Int] {
    let name = program[declaration].qualifiedName
    guard name == "approves" else { return Int(name.dropFirst()).map { [$0] } ?? [] }
    guard case .entity(let member)?? = arguments.first else { return Array(0..<Self.memberCount) }
    return [program[member].ordinal]
  }

  /// What statements say of each fact that they speak of.
  func told(_ statements: [CheckedStatement], in program: Program) -> [Int: Bool] {
    var told: [Int: Bool] = [:]
    for statement in statements {
      guard case .truth(let truth) = statement.told else { continue }
      for fact in facts(statement.declaration, statement.arguments, in: program) { told[fact] = truth }
    }
    return told
  }
}
