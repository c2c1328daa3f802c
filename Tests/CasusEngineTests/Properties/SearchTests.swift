import CasusSemantics
import Testing

@testable import CasusEngine

/// What a search along told facts finds is what grounding case by case finds.
@Suite struct SearchTests {
  /// Limits under which types are searched however small they are.
  private static let limits: EngineLimits = {
    var limits = EngineLimits()
    limits.fewestMembersSearched = 0
    return limits
  }()

  /// Small programs, against the slow reference that tries every completion.
  @Test func searchesAnswerAsTheReferenceDoes() async {
    let totals = await PropertyRun.overSeeds { seed, totals in
      let text = SearchGenerator.program(seed: seed, stateCount: 3)
      guard let program = CompiledText(text).program else { return }
      var comparison = ProgramComparison(program, limits: Self.limits)
      comparison.run()
      totals.add(comparison)
      if let difference = comparison.differences.first {
        Issue.record("seed \(seed): `\(difference.question)`: \(difference.sentence)\n\(text)")
      }
    }
    // Some of the programs contradict themselves.
    #expect(totals.programs > PropertySettings.count / 3)
    #expect(totals.asked > totals.programs)
  }

  /// Larger ones, against grounding with all that an explanation needs, which goes case by case.
  @Test func searchesAnswerAsGroundingEachCaseDoes() async {
    let totals = await PropertyRun.overSeeds { seed, totals in
      let text = SearchGenerator.program(seed: seed &+ 1_000_000, stateCount: 4 + Int(seed % 5))
      guard let program = CompiledText(text).program else { return }
      totals.programs += 1
      for asked in AskedQuestion.all(of: program) {
        let runner = QuestionRunner(FactBase(program, scenario: asked.told), limits: Self.limits)
        guard let found = try? runner.answer(asked.question, asOf: asked.moment),
          let grounded = try? runner.ground(asked.question, asOf: asked.moment, records: true)
        else { continue }
        var grounder = grounded.0
        guard let wanted = try? runner.answer(asked.question, asOf: asked.moment, &grounder, grounded.1) else {
          continue
        }
        totals.asked += 1
        if Self.text(found, program) != Self.text(wanted, program) {
          Issue.record(
            "seed \(seed): `\(asked.question.text)`: \(Self.text(found, program)), not \(Self.text(wanted, program))\n\(text)"
          )
        }
      }
    }
    #expect(totals.programs > PropertySettings.count / 3)
    #expect(totals.asked > totals.programs)
  }

  private static func text(_ answer: Answer, _ program: Program) -> String {
    func facts(_ facts: [OpenFact]) -> String {
      facts.map { "\($0.declaration.index) \($0.arguments) \(($0.weight ?? -1) * 1e9)" }.sorted().joined(
        separator: ", ")
    }
    return "\(Essence(answer, in: program)); open \(facts(answer.openFacts)), \(facts(answer.openFactsOfRows)); "
      + "presumed \(facts(answer.presumptions))"
  }

  private static let chain = """
    type State
    fact pact(_ one: State, _ other: State) presumed false
    fact attacked(_ state: State) presumed false
    rule at_war(_ state: State) when attacked(state)
    rule at_war(_ state: State) when some ally in State satisfies pact(state, ally) and at_war(ally)
    table "attacked.csv" { assert attacked(state) }
    table "pacts.csv" { assert pact(one, other) is told }
    """

  /// A chain of three thousand states, each bound to the one before, of which the first is attacked: case by case it takes
  /// nine million steps.
  private static func chain(_ query: String, openPact: Int? = nil) throws -> Answer {
    let pacts = (1..<3_000).map { "S\($0),S\($0 - 1),\($0 == openPact ? "" : "true")" }
    let files = [
      "main.casus": chain, "attacked.csv": "state\nS0", "pacts.csv": "one,other,told\n" + pacts.joined(separator: "\n"),
    ]
    let compilation = compile(main: "main.casus") { path in files[path].map { .bytes(Array($0.utf8)) } ?? .failed("") }
    let program = try #require(compilation.program, "\(compilation.diagnostics)")
    let checked = checkQuery(query, in: program, sources: compilation.sources)
    let question = try #require(checked.question, "\(checked.diagnostics)")
    return try QuestionRunner(FactBase(program).asked(in: checked.program)).answer(question, asOf: .earliest)
  }

  @Test func aLongChainIsFollowedWithinTheUsualSteps() throws {
    #expect(try Self.chain("count(s in State where at_war(s))").values == .oneOf([Scalar(3_000)]))
    #expect(try Self.chain("at_war(S2999)").outcome == .truth(true))
    #expect(try Self.chain("count(s in State, t in State where pact(s, t))").values == .oneOf([Scalar(2_999)]))
  }

  /// Only the cases behind the pact that is open are grounded: S2990 to S2999.
  @Test func whatIsOpenIsFollowedToo() throws {
    #expect(try Self.chain("at_war(S2989)", openPact: 2_990).outcome == .truth(true))
    let answer = try Self.chain("at_war(S2999)", openPact: 2_990)
    #expect(answer.outcome == .unknown)
    #expect(answer.isProved)
    #expect(answer.openFacts.count == 1)
    let count = try Self.chain("count(s in State where at_war(s))", openPact: 2_990)
    #expect(count.values?.ends.low == Scalar(2_990))
    #expect(count.values?.ends.high == Scalar(3_000))
  }
}
