import CasusEngine
import CasusSemantics

@testable import CasusAnalysis

/// Minimal sets by trying everything: each way to speak of each choice, against each combination of options.
struct ExhaustiveSettling {
  private var ways: [[[Int]]] = []
  /// Whether the question is settled as wanted under each combination of options.
  private var settled: [Bool] = []
  private var counts: [Int]
  private static let mostSets = 60_000

  /// Nil where there is too much to try, or where something cannot be told.
  init?(_ model: borrowing ExactModel, _ aim: SettlingAim) {
    guard case .truth(let truth)? = model.functions.first else { return nil }
    let wanted = aim == .holds ? truth.certain : truth.possible.negated
    counts = model.choices.map { $0.optionCount }
    for choice in model.choices {
      guard choice.isExact else { return nil }
      ways.append(Self.ways(of: choice))
    }
    guard ways.reduce(1, { min($0 * $1.count, Self.mostSets + 1) }) <= Self.mostSets else { return nil }
    for number in 0..<counts.reduce(1, *) {
      let options = Self.digits(number, counts)
      var literals: [Int: Bool] = [:]
      for (choice, option) in zip(model.choices, options) {
        for literal in choice.literals(of: option) { literals[literal.variable] = literal.value }
      }
      settled.append(model.diagram.evaluate(wanted) { literals[$0] ?? false })
    }
  }

  /// What a set can leave of a choice; last, everything: saying nothing.
  private static func ways(of choice: Choice) -> [[Int]] {
    let all = Array(0..<choice.optionCount)
    if choice.isBeyondStatements { return [all] }
    var ways: [[Int]] = []
    if choice.isOnLine {
      for first in all { for last in all[first...] { ways.append(Array(first...last)) } }
    } else {
      for mask in 1..<(1 << all.count) { ways.append(all.filter { mask >> $0 & 1 == 1 }) }
    }
    return ways.sorted { $0.count < $1.count }
  }

  private static func digits(_ number: Int, _ counts: [Int]) -> [Int] {
    var rest = number
    return counts.map { count in
      defer { rest /= count }
      return rest % count
    }
  }

  private func number(_ digits: [Int]) -> Int {
    var number = 0
    for (digit, count) in zip(digits, counts).reversed() { number = number * count + digit }
    return number
  }

  private func settles(_ ways: [[Int]]) -> Bool {
    for combination in 0..<ways.reduce(1, { $0 * $1.count }) {
      let picked = zip(Self.digits(combination, ways.map { $0.count }), ways).map { $1[$0] }
      if !settled[number(picked)] { return false }
    }
    return true
  }

  /// Those of which nothing can be left out or said more weakly.
  func sets() -> [[Selection]] {
    var found: [[Selection]] = []
    for combination in 0..<ways.reduce(1, { $0 * $1.count }) {
      let set = zip(Self.digits(combination, ways.map { $0.count }), ways).map { $1[$0] }
      guard settles(set) else { continue }
      let isMinimal = set.indices.allSatisfy { choice in
        ways[choice].allSatisfy { wider in
          guard wider.count > set[choice].count, Set(set[choice]).isSubset(of: wider) else { return true }
          var weaker = set
          weaker[choice] = wider
          return !settles(weaker)
        }
      }
      guard isMinimal else { continue }
      found.append(
        set.enumerated().filter { $0.element.count < counts[$0.offset] }
          .map { Selection(choice: $0.offset, options: $0.element) })
    }
    return found
  }
}
