import CasusEngine
import CasusSemantics
import Testing

@testable import CasusAnalysis

/// Chances against adding up all completions, each asked on its own.
@Suite struct ChanceTests {
  private static let batches: [UInt64] = Array(stride(from: 0, to: 120, by: 10))
  private static let conditions = [
    "war(Alba)", "war(Brabant)", "vote", "notice", "attack(by: Alba)", "stance is firm",
  ]

  @Test(arguments: batches)
  func chancesAreTheSumOverAllCompletions(_ first: UInt64) throws {
    for seed in first..<first + 10 {
      var random = SeededChoice(seed: seed &+ 77)
      let pair = ConditionPair(seed: seed, isPlanted: false)
      let given = Self.conditions.filter { _ in random.below(3) > 0 }
      let chances = given.map { _ in BigFraction(BigNatural(UInt64(random.below(11))), over: 10) ?? .zero }
      let text = pair.text + "\n" + (["left"] + given).map { "ask " + $0 }.joined(separator: "\n")
      let program = try #require(compile(main: "m.casus") { _ in .bytes(Array(text.utf8)) }.program, "\(text)")
      let found = try QuestionRunner(FactBase(program)).chance(
        of: program.questions[0],
        given: zip(program.questions.dropFirst(), chances).map { GivenChance(condition: $0, chance: $1) },
        asOf: .earliest)
      guard case .success(let chance) = found else {
        Issue.record("\(found)\n\(text)")
        continue
      }
      guard let expected = try expected(program, given, chances) else { continue }
      #expect(chance.range == expected.range, "\(text)")
      for (number, contribution) in chance.contributions.enumerated() {
        #expect(contribution.ifTrue == expected.ifTrue[number], "\(number) of \(text)")
        #expect(contribution.ifFalse == expected.ifFalse[number], "\(number) of \(text)")
      }
    }
  }

  private struct Expected {
    var range: Chance.Range
    var ifTrue: [Chance.Range] = []
    var ifFalse: [Chance.Range] = []
  }

  /// Tells the given facts in all ways, and asks what is then certain and what possible.
  private func expected(_ program: Program, _ given: [String], _ chances: [BigFraction]) throws -> Expected? {
    var weighed: [(holds: [Bool], least: Bool, greatest: Bool)] = []
    for mask in 0..<(1 << given.count) {
      let holds = given.indices.map { mask >> $0 & 1 == 1 }
      let statements = try zip(given, holds).map { condition, holds in
        try #require(statement(condition, holds, program))
      }
      let answer = try QuestionRunner(FactBase(program, scenario: statements)).answer(
        program.questions[0], asOf: .earliest)
      weighed.append((holds, answer.finding.result == .truth(true), answer.finding.result != .truth(false)))
    }
    func range(_ chances: [BigFraction]) -> Chance.Range {
      var range = Chance.Range(least: .zero, greatest: .zero)
      for completion in weighed {
        let weight = zip(chances, completion.holds).reduce(BigFraction.one) { product, fact in
          product * (fact.1 ? fact.0 : BigFraction.one.distance(to: fact.0))
        }
        if completion.least { range.least = range.least + weight }
        if completion.greatest { range.greatest = range.greatest + weight }
      }
      return range
    }
    var expected = Expected(range: range(chances))
    for number in given.indices {
      var known = chances
      known[number] = .one
      expected.ifTrue.append(range(known))
      known[number] = .zero
      expected.ifFalse.append(range(known))
    }
    return expected
  }

  private func statement(_ condition: String, _ holds: Bool, _ program: Program) -> CheckedStatement? {
    let isStance = condition == "stance is firm"
    let text =
      isStance ? "assert stance is \(holds ? "firm" : "weak")" : (holds ? "assert " : "deny ") + condition
    return ConditionPair.statement(text, in: program)
  }
}
