import CasusEngine
import CasusSemantics
import Foundation
import Testing

@testable import CasusAnalysis

/// Every exact analysis of a condition over many open facts, against all cases of all of them.
@Suite struct WideConditionTests {
  /// Seeds, each with how many facts are open. More: `CASUS_WIDE_COUNT`, all with sixteen.
  private static let runs: [(seed: UInt64, facts: Int)] = {
    if let wideRuns { return wideRuns }
    return narrowRuns + (24..<26).map { (seed: $0, facts: 16) }
  }()
  private static let narrowRuns: [(seed: UInt64, facts: Int)] = (0..<24).map { (seed: $0, facts: 8 + Int($0 % 3)) }
  private static let wideRuns: [(seed: UInt64, facts: Int)]? = {
    let count = ProcessInfo.processInfo.environment["CASUS_WIDE_COUNT"].flatMap { UInt64($0) }
    return count.map { (1_000..<1_000 + $0).map { (seed: $0, facts: 16) } }
  }()

  private struct Asked {
    var condition: WideCondition
    var program: Program
    var column: TruthColumn { condition.column }
    var context: String { condition.text }
  }

  private func asked(_ run: (seed: UInt64, facts: Int)) throws -> Asked {
    let condition = WideCondition(seed: run.seed, factCount: run.facts)
    return Asked(condition: condition, program: try #require(condition.compiled(), "\(condition.text)"))
  }

  @Test(arguments: runs)
  func answersSayWhatIsOpenAndHowOftenItTips(_ run: (seed: UInt64, facts: Int)) throws {
    let asked = try asked(run)
    let answer = try QuestionRunner(FactBase(asked.program)).answer(asked.program.questions[0], asOf: .earliest)
    let expected: Answer.Outcome =
      asked.column.isAlways ? .truth(true) : asked.column.isNever ? .truth(false) : .unknown
    #expect(answer.outcome == expected && answer.isProved, "\(asked.context)")
    var tips: [Int: Double] = [:]
    for fact in 0..<run.facts {
      let column = asked.column
      let tipped = column.and(column.flipped(fact).negated).or(column.negated.and(column.flipped(fact)))
      if !tipped.isNever { tips[fact] = Double(tipped.count) / Double(column.caseCount) }
    }
    var found: [Int: Double] = [:]
    for open in answer.openFacts {
      let arguments: [Value?] = open.arguments.map { Optional($0) }
      for fact in asked.condition.facts(open.declaration, arguments, in: asked.program) { found[fact] = open.weight }
    }
    #expect(found.keys.sorted() == tips.keys.sorted(), "\(asked.context)")
    for (fact, weight) in tips {
      #expect(abs((found[fact] ?? -1) - weight) < 1e-9, "fact \(fact) of \(asked.context)")
    }
  }

  // What is compared with takes long over sixteen facts without optimisation.
  @Test(arguments: wideRuns ?? narrowRuns)
  func triggersAndSafeguardsAreThePrimeImplicants(_ run: (seed: UInt64, facts: Int)) throws {
    let asked = try asked(run)
    var limits = SettlingLimits()
    limits.maximumSets = 100_000
    limits.maximumSteps = 1_000_000
    for aim in [SettlingAim.holds, .fails] {
      let expected = (aim == .holds ? asked.column : asked.column.negated).primeImplicants()
      let found = try QuestionRunner(FactBase(asked.program)).settlingSets(
        for: asked.program.questions[0], as: aim, asOf: .earliest, limits: limits)
      let told = found.told.map { asked.condition.told($0, in: asked.program) }
      #expect(found.isComplete && found.isExact, "\(aim) of \(asked.context)")
      #expect(told.count == expected.count && Set(told) == Set(expected), "\(aim) of \(asked.context)")
      #expect(found.count == BigNatural(UInt64(expected.count)), "\(aim) of \(asked.context)")
    }
  }

  // What is compared with takes long over sixteen facts without optimisation.
  @Test(arguments: wideRuns ?? narrowRuns)
  func comparisonsFindWhereTwoConditionsPart(_ run: (seed: UInt64, facts: Int)) throws {
    let asked = try asked(run)
    let (left, right) = (asked.column, asked.condition.otherColumn)
    let (leftAlone, rightAlone) = (left.and(right.negated), right.and(left.negated))
    let relation: QuestionComparison.Relation =
      switch (leftAlone.isNever, rightAlone.isNever) {
      case (true, true): .equivalent
      case (true, false): .leftImpliesRight
      case (false, true): .rightImpliesLeft
      case (false, false): .differ
      }
    var limits = SettlingLimits()
    limits.maximumSets = 100_000
    limits.maximumSteps = 1_000_000
    let found = try QuestionRunner(FactBase(asked.program)).comparison(
      of: asked.program.questions[0], with: asked.program.questions[1], presumingAs: asked.program, asOf: .earliest,
      limits: limits)
    #expect(found.relation == relation && found.isProved && found.isComplete, "\(asked.context)")
    for (side, column) in [(QuestionComparison.Side.holds, leftAlone), (.fails, rightAlone)] {
      let situations = found.situations.filter { $0.left == side && $0.right != side }
      let told = situations.map { asked.condition.told($0.statements, in: asked.program) }
      let expected = column.primeImplicants()
      #expect(told.count == expected.count && Set(told) == Set(expected), "\(side) of \(asked.context)")
    }
  }

  @Test(arguments: runs)
  func groupsAreThoseThatAllDecisionsFind(_ run: (seed: UInt64, facts: Int)) throws {
    let asked = try asked(run)
    let found = try QuestionRunner(FactBase(asked.program)).leverage(
      of: asked.program.questions[0], asOf: .earliest, indices: false, limits: LeverageLimits()
    ).get()
    let members = found.deciders.map { asked.program[$0.entity].ordinal }
    for (groups, column) in [(found.force, asked.column), (found.block, asked.column.negated)] {
      let told = Set(groups.listed.map { Set($0.map { members[$0] }) })
      #expect(told == minimalGroups(column, asked.condition.deciders), "\(asked.context)")
      #expect(groups.isComplete && found.isProved, "\(asked.context)")
    }
  }

  /// The smallest groups of members of which some decisions make the condition hold whatever all else is.
  private func minimalGroups(_ column: TruthColumn, _ deciders: [Int?]) -> Set<Set<Int>> {
    var winning: [Set<Int>] = []
    for mask in 0..<(1 << WideCondition.memberCount) {
      let group = Set((0..<WideCondition.memberCount).filter { mask >> $0 & 1 == 1 })
      var forced = column
      for (fact, decider) in deciders.enumerated() where !(decider.map { group.contains($0) } ?? false) {
        forced = forced.whatever(fact)
      }
      if !forced.isNever { winning.append(group) }
    }
    return Set(winning.filter { group in !winning.contains { $0.isStrictSubset(of: group) } })
  }

  @Test(arguments: runs)
  func chancesAreTheSumsOverAllCases(_ run: (seed: UInt64, facts: Int)) throws {
    let condition = WideCondition(seed: run.seed, factCount: run.facts)
    let names = (0..<run.facts).map { $0 < WideCondition.memberCount ? "approves(M\($0))" : "f\($0)" }
    let open = TippableFacts(condition)
    let text = condition.text + open.facts.map { "ask \(names[$0])" }.joined(separator: "\n")
    let program = try #require(compile(main: "main.casus") { _ in .bytes(Array(text.utf8)) }.program)
    var random = SeededChoice(seed: run.seed &+ 5)
    let tenths = open.facts.map { _ in UInt64(random.below(11)) }
    let given = zip(program.questions.dropFirst(2), tenths).map {
      GivenChance(condition: $0, chance: BigFraction(BigNatural($1), over: 10) ?? .zero)
    }
    guard !open.facts.isEmpty else { return }
    let chance = try QuestionRunner(FactBase(program)).chance(
      of: program.questions[0], given: given, asOf: .earliest
    ).get()
    let expected = open.chance(tenths)
    #expect(chance.range == Chance.Range(least: expected, greatest: expected) && chance.isExact, "\(text)")
    for number in open.facts.indices {
      for (value, found) in [
        (10, chance.contributions[number].ifTrue), (0, chance.contributions[number].ifFalse),
      ] {
        var known = tenths
        known[number] = UInt64(value)
        let expected = open.chance(known)
        #expect(found == Chance.Range(least: expected, greatest: expected), "\(names[open.facts[number]]) of \(text)")
      }
    }
  }
}

/// The facts that make a difference to a condition, and the condition over those alone.
private struct TippableFacts {
  let facts: [Int]
  private let column: TruthColumn

  init(_ condition: WideCondition) {
    column = condition.column
    facts = (0..<condition.factCount).filter { condition.column != condition.column.flipped($0) }
  }

  /// How likely the condition is where each fact is true in so many of ten cases; the others count for nothing.
  func chance(_ tenths: [UInt64]) -> BigFraction {
    var weights = [UInt64](repeating: 1, count: 1)
    for tenth in tenths { weights = weights.map { $0 * (10 - tenth) } + weights.map { $0 * tenth } }
    var sum: UInt64 = 0
    for (number, weight) in weights.enumerated() where weight > 0 {
      var place = 0
      for (position, fact) in facts.enumerated() where number >> position & 1 == 1 { place |= 1 << fact }
      if column[place] { sum += weight }
    }
    let whole = facts.reduce(BigNatural(1)) { product, _ in product * BigNatural(10) }
    return BigFraction(BigNatural(sum), over: whole) ?? .zero
  }
}
