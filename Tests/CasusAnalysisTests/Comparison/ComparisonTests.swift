import CasusEngine
import CasusSemantics
import Testing

@testable import CasusAnalysis

/// Comparisons against asking both questions in every situation there is.
@Suite struct ComparisonTests {
  /// The first seed of each batch of ten.
  private static let batches: [UInt64] = Array(stride(from: 0, to: 200, by: 10))

  @Test(arguments: batches)
  func rewritingsAreEquivalent(_ first: UInt64) throws {
    for seed in first..<first + 10 {
      let pair = ConditionPair(seed: seed, isPlanted: false)
      let (program, left, right) = try #require(pair.asked(), "\(pair.text)")
      let found = try compared(program, left, right)
      #expect(found.relation == .equivalent && found.isProved && found.situations.isEmpty, "\(pair.text)")
    }
  }

  @Test(arguments: batches)
  func plantedDifferencesAreFoundAsTryingEverythingFindsThem(_ first: UInt64) throws {
    for seed in first..<first + 10 {
      let pair = ConditionPair(seed: seed, isPlanted: true)
      let (program, left, right) = try #require(pair.asked(), "\(pair.text)")
      let found = try compared(program, left, right)
      guard let expected = try relation(program, left, right) else { continue }
      #expect(found.relation == expected && found.isProved, "\(pair.text)")
      #expect((found.relation == .equivalent) == found.situations.isEmpty, "\(pair.text)")
      for situation in found.situations {
        let context = "seed \(seed): \(situation)\n\(pair.text)"
        #expect(
          try sides(program, left, right, situation.statements) == [situation.left, situation.right], "\(context)")
        for number in situation.statements.indices {
          var rest = situation.statements
          rest.remove(at: number)
          let weaker = try sides(program, left, right, rest)
          #expect(weaker != [situation.left, situation.right], "without \(number) of \(context)")
        }
      }
    }
  }

  @Test func aPresumptionThatIsTurnedAroundPartsThem() throws {
    let text =
      "fact war fact notice presumed false rule left when war unless notice rule right when war ask left ask right"
    let program = try #require(compile(main: "m.casus") { _ in .bytes(Array(text.utf8)) }.program)
    let found = try compared(program, program.questions[0], program.questions[1])
    #expect(found.relation == .leftImpliesRight)
    let told = found.situations.map { situation in Set(situation.statements.map { program.sourceForm(of: $0) }) }
    #expect(told == [["assert war", "assert notice"]])
  }

  private func compared(
    _ program: Program, _ left: Question, _ right: Question
  ) throws -> QuestionComparison {
    var limits = SettlingLimits()
    limits.maximumSets = 10_000
    return try QuestionRunner(FactBase(program.withPresumptionsOpen)).comparison(
      of: left, with: right, presumingAs: program, asOf: .earliest, limits: limits)
  }

  /// What both questions are answered once these statements are told.
  private func sides(
    _ program: Program, _ left: Question, _ right: Question, _ statements: [CheckedStatement]
  ) throws -> [QuestionComparison.Side] {
    let runner = QuestionRunner(FactBase(program, scenario: statements))
    return try [left, right].map { question in
      switch try runner.answer(question, asOf: .earliest).finding.result {
      case .truth(true?): .holds
      case .truth(false?): .fails
      case .fault: .fault
      default: .unknown
      }
    }
  }

  /// By telling everything in all ways: nil where there are too many.
  private func relation(
    _ program: Program, _ left: Question, _ right: Question
  ) throws -> QuestionComparison.Relation? {
    let model = try ExactModel(
      of: left, and: [right], facts: FactBase(program.withPresumptionsOpen), asOf: .earliest, view: nil)
    let counts = model.choices.map { $0.optionCount }
    let all = counts.reduce(1) { min($0 * $1, 2_000) }
    guard all < 2_000 else { return nil }
    var (leftImplies, rightImplies) = (true, true)
    for number in 0..<all {
      var rest = number
      var selections: [Selection] = []
      for (choice, count) in counts.enumerated() {
        selections.append(Selection(choice: choice, options: [rest % count]))
        rest /= count
      }
      guard let statements = model.statements(for: selections) else {
        Issue.record("what is open cannot be told")
        return nil
      }
      let sides = try sides(program, left, right, statements)
      if sides == [.holds, .fails] { leftImplies = false }
      if sides == [.fails, .holds] { rightImplies = false }
    }
    switch (leftImplies, rightImplies) {
    case (true, true): return .equivalent
    case (true, false): return .leftImpliesRight
    case (false, true): return .rightImpliesLeft
    case (false, false): return .differ
    }
  }
}
