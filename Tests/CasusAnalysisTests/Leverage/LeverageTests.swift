import CasusEngine
import CasusSemantics
import Testing

@testable import CasusAnalysis

/// Who can force a condition and who can block it, against what every combination of decisions gives.
@Suite struct LeverageTests {
  /// The first seed of each batch of ten.
  private static let batches: [UInt64] = Array(stride(from: 0, to: 300, by: 10))

  @Test(arguments: batches)
  func groupsAreThoseThatTryingAllDecisionsFinds(_ first: UInt64) throws {
    var compared = 0
    for seed in first..<first + 10 {
      let program = OpenProgram(seed: seed)
      // Statements picked at random may contradict one another.
      guard var asked = program.asked() else { continue }
      asked.program = asked.program.withDecisionsOpen
      let model = try ExactModel(of: asked.question, facts: asked.facts(), asOf: asked.moment, view: nil)
      guard let expected = ExhaustiveLeverage(model) else { continue }
      compared += 1
      let found = try QuestionRunner(asked.facts()).leverage(
        of: asked.question, asOf: asked.moment, indices: true, limits: LeverageLimits()
      ).get()
      let names = found.deciders.map { $0.entity }
      let context = "seed \(seed)\n\(program.text)"
      #expect(found.isProved, "\(context)")
      for (groups, wanted) in [
        (found.force, expected.minimalGroups(.force)), (found.block, expected.minimalGroups(.block)),
      ] {
        #expect(Set(groups.listed.map { Set($0.map { names[$0] }) }) == wanted, "\(context)")
        #expect(groups.isComplete, "\(context)")
      }
      for decider in found.deciders {
        let (force, block) = (expected.minimalGroups(.force), expected.minimalGroups(.block))
        #expect(decider.force == Self.reach(of: decider.entity, force), "\(context)")
        #expect(decider.block == Self.reach(of: decider.entity, block), "\(context)")
        try expectEnough(decider, asked, context)
      }
    }
    #expect(compared > 3)
  }

  private static func reach(of entity: EntityID, _ minimal: Set<Set<EntityID>>) -> Leverage.Reach {
    if minimal.contains([entity]) { return .alone }
    return minimal.contains { $0.contains(entity) } ? .together : .never
  }

  /// What somebody would have to decide who can do it alone settles the question.
  private func expectEnough(_ decider: Leverage.Decider, _ asked: AskedCondition, _ context: String) throws {
    if decider.canForce {
      #expect(try asked.finding(adding: decider.toForce).result == .truth(true), "\(context)")
    }
    if decider.canBlock {
      #expect(try asked.finding(adding: decider.toBlock).result == .truth(false), "\(context)")
    }
  }
}

/// Leverage by trying everything: each combination of the options of all choices.
private struct ExhaustiveLeverage {
  enum Side { case force, block }

  private var deciders: [EntityID?]
  private var combinations: [(options: [Int], force: Bool, block: Bool)] = []

  /// Nil where there is too much to try, or where something is not kept exactly.
  init?(_ model: borrowing ExactModel) {
    guard case .truth(let truth)? = model.functions.first, truth.fault == .false else { return nil }
    let counts = model.choices.map { $0.optionCount }
    guard model.choices.allSatisfy({ $0.isExact }), counts.reduce(1, { min($0 * $1, 5_000) }) < 5_000 else {
      return nil
    }
    deciders = model.choices.map { $0.decider }
    for number in 0..<counts.reduce(1, *) {
      var rest = number
      var options: [Int] = []
      var literals: [Int: Bool] = [:]
      for choice in model.choices {
        options.append(rest % choice.optionCount)
        rest /= choice.optionCount
        for literal in choice.literals(of: options[options.count - 1]) { literals[literal.variable] = literal.value }
      }
      combinations.append(
        (
          options, model.diagram.evaluate(truth.certain) { literals[$0] ?? false },
          !model.diagram.evaluate(truth.possible) { literals[$0] ?? false }
        ))
    }
  }

  /// Whether some decisions of a group do it whatever all others decide.
  private func can(_ group: Set<EntityID>, _ side: Side) -> Bool {
    var always: [[Int]: Bool] = [:]
    for combination in combinations {
      let own = zip(combination.options, deciders).compactMap { option, decider in
        decider.map { group.contains($0) } ?? false ? option : nil
      }
      always[own] = (always[own] ?? true) && (side == .force ? combination.force : combination.block)
    }
    return always.values.contains(true)
  }

  func minimalGroups(_ side: Side) -> Set<Set<EntityID>> {
    let all = Set(deciders.compactMap { $0 }).sorted { $0.index < $1.index }
    var winning: [Set<EntityID>] = []
    for mask in 0..<(1 << all.count) {
      let group = Set(all.indices.filter { mask >> $0 & 1 == 1 }.map { all[$0] })
      if can(group, side) { winning.append(group) }
    }
    return Set(winning.filter { group in !winning.contains { $0.isStrictSubset(of: group) } })
  }
}
