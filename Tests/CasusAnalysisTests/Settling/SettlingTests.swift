import CasusEngine
import CasusSemantics
import Testing

@testable import CasusAnalysis

/// Minimal sets of statements against what every combination of options gives, and against asking again.
@Suite struct SettlingTests {
  /// The first seed of each batch of ten.
  private static let batches: [UInt64] = Array(stride(from: 0, to: 300, by: 10))

  @Test(arguments: batches)
  func setsAreThoseThatTryingAllCombinationsFinds(_ first: UInt64) throws {
    var compared = 0
    for seed in first..<first + 10 {
      let program = OpenProgram(seed: seed)
      // Statements picked at random may contradict one another.
      guard let asked = program.asked() else { continue }
      for aim in [SettlingAim.holds, .fails] {
        var model = try ExactModel(of: asked.question, facts: asked.facts(), asOf: asked.moment, view: nil)
        guard let expected = ExhaustiveSettling(model, aim)?.sets() else { continue }
        compared += 1
        let found = try model.settlingSets(as: aim, Self.limits, shouldStop: { false })
        let wanted = expected.map { set in asked.facts().joiningDenials(in: model.statements(for: set) ?? []) }
        #expect(found.isComplete == found.isExact, "\(program.text)")
        let isSame = Set(found.told.map(described)) == Set(wanted.map(described))
        #expect(
          isSame && found.sets.count == wanted.count,
          "seed \(seed), \(aim): \(found.told.map(described)) and not \(wanted.map(described))\n\(program.text)")
        #expect(found.sets.map { $0.count } == found.sets.map { $0.count }.sorted())
        #expect(Set(found.statements.map { described([$0]) }).count == found.statements.count, "\(program.text)")
      }
    }
    #expect(compared > 4)
  }

  @Test(arguments: batches)
  func assertingASetSettlesAndLeavingOutAnyStatementDoesNot(_ first: UInt64) throws {
    for seed in first..<first + 10 {
      let program = OpenProgram(seed: seed)
      // Statements picked at random may contradict one another.
      guard let asked = program.asked() else { continue }
      for aim in [SettlingAim.holds, .fails] {
        let found = try QuestionRunner(asked.facts()).settlingSets(
          for: asked.question, as: aim, asOf: asked.moment, limits: Self.limits)
        for set in found.told.prefix(20) {
          let context = "seed \(seed), \(aim): \(described(set))\n\(program.text)"
          #expect(try asked.finding(adding: set).result == .truth(aim == .holds), "\(context)")
          for number in set.indices {
            var rest = set
            rest.remove(at: number)
            #expect(try asked.finding(adding: rest).result != .truth(aim == .holds), "without \(number) of \(context)")
          }
        }
      }
    }
  }

  private static var limits: SettlingLimits {
    var limits = SettlingLimits()
    limits.maximumSets = 10_000
    return limits
  }

  /// A set as a text, so that sets compare whatever the order of their statements.
  private func described(_ set: [CheckedStatement]) -> String {
    set.map { "\($0.declaration.index)\($0.arguments) \($0.told) \($0.time)" }.sorted().joined(separator: "; ")
  }
}
