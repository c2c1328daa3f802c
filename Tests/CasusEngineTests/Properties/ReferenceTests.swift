import CasusSemantics
import Testing

/// Random programs, answered by the engine and by a slow evaluator that tries every completion.
@Suite struct ReferenceTests {
  @Test func theEngineAnswersAsTheReferenceDoes() async {
    let totals = await PropertyRun.overSeeds { seed, totals in
      guard let (text, program) = PropertyRun.program(seed: seed) else { return }
      var comparison = ProgramComparison(program)
      comparison.run()
      totals.add(comparison)
      if let difference = comparison.differences.first { report(difference, text, seed: seed) }
    }
    totals.tell()
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
