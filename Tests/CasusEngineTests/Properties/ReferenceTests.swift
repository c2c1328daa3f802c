import CasusSemantics
import Testing

/// Random programs, answered by the engine and by a slow evaluator that tries every completion.
@Suite struct ReferenceTests {
  @Test func theEngineAnswersAsTheReferenceDoes() {
    var totals = PropertyTotals()
    for seed in PropertySettings.seeds {
      let text = ProgramGenerator.program(seed: seed).text
      guard let program = compiled(text, seed: seed) else { continue }
      var comparison = ProgramComparison(program)
      comparison.run()
      totals.add(comparison)
      if let difference = comparison.differences.first { report(difference, text, seed: seed) }
    }
    totals.tell()
  }

  private func compiled(_ text: String, seed: UInt64) -> Program? {
    switch CompiledText(text) {
    case .program(let program): return program
    case .errors(let errors):
      Issue.record("seed \(seed) does not compile: \(errors.joined(separator: "; "))\n\(text)")
      return nil
    }
  }

  private func report(_ difference: ProgramComparison.Difference, _ text: String, seed: UInt64) {
    func first(_ text: String) -> ProgramComparison.Difference? {
      guard let program = CompiledText(text).program else { return nil }
      var comparison = ProgramComparison(program)
      comparison.run(stopsEarly: true)
      return comparison.differences.first
    }
    // A smaller program must show the same kind of difference, not another.
    var minimiser = Minimiser { first($0)?.sentence == difference.sentence }
    let small = minimiser.minimise(text)
    let shown = first(small) ?? difference
    Issue.record(
      "seed \(seed): `\(shown.question)`\(shown.view.map { " according to \($0)" } ?? ""): \(shown.sentence)\n\(small)")
  }
}

/// What was asked, over all programs.
struct PropertyTotals {
  private var programs = 0
  private var asked = 0
  private var skipped = 0
  private var completions = 0
  private var engineTime = Duration.zero
  private var kinds: [String: Int] = [:]
  private let start = ContinuousClock.now

  mutating func add(_ comparison: ProgramComparison) {
    programs += 1
    asked += comparison.asked
    skipped += comparison.skipped
    completions += comparison.completions
    engineTime += comparison.engineTime
    kinds.merge(comparison.kinds) { $0 + $1 }
  }

  func tell() {
    guard PropertySettings.isTalkative else { return }
    print("\(programs) programs, \(asked) questions, \(skipped) skipped, \(completions) completions")
    print("in \(ContinuousClock.now - start), of which the engine took \(engineTime)")
    for (kind, count) in kinds.sorted(by: { $0.value > $1.value }) { print("  \(count) \(kind)") }
  }
}
