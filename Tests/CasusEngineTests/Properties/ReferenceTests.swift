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

  /// What cannot be computed within a recursion, in the forms in which the two once differed.
  @Test(arguments: [
    "rule r ( _ s : State ) when count ( t in State where r ( t ) ) / zero > 1",
    "rule r ( _ s : State ) when f ( s ) or count ( t in State where r ( t ) ) / zero > 1",
    "rule r ( _ s : State ) when f ( s ) and some t in State satisfies r ( t ) or 1 / zero > 0 and r ( s )",
    "rule r ( _ s : State ) when not q ( s ) rule q ( _ s : State ) when count ( t in State where r ( t ) ) / zero > 0",
    "rule r ( _ s : State ) when f ( s ) or r ( s ) unless 1 / zero > 0",
  ])
  func recursionsFailAlike(_ rules: String) throws {
    for told in ["", "assert zero is 0", "assert f ( A )", "assert zero is 0 assert f ( A ) deny f ( B )"] {
      let text = """
        type State
        entity A , B : State
        fact f ( _ s : State )
        fact zero -> Int
        \(rules)
        \(told)
        scenario "s" {
        expect r ( A ) is unknown
        expect ( some s in State satisfies r ( s ) ) is unknown
        expect count ( s in State where r ( s ) ) is unknown
        }
        """
      var comparison = ProgramComparison(try #require(CompiledText(text).program, "\(CompiledText(text))"))
      comparison.run()
      #expect(comparison.differences.isEmpty, "\(comparison.differences)\n\(text)")
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
