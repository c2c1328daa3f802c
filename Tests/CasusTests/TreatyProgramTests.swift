import Casus
import Testing

/// The library as a program outside of this package uses it: through what is public alone.
@Suite struct TreatyProgramTests {
  private static let text = """
    type State
    entity Alba, Brabant: State
    fact attacked(_ state: State)
    fact consents(_ state: State) presumed true
    rule due(_ state: State) when attacked(state) and consents(state)
    assert attacked(Alba)
    assert attacked(Brabant) according to Alba
    deny attacked(Brabant) according to Brabant
    """

  @Test(arguments: [
    ("due(Alba)", ConditionAnswer.true), ("not due(Alba)", .false), ("due(Brabant)", .contested),
  ])
  func conditionsAreAnswered(query: String, answer: ConditionAnswer) throws {
    #expect(try TreatyProgram(Self.text).ask(query, asOf: "2025-01-10") == answer)
  }

  @Test func whatNobodyTellsIsUnknown() throws {
    #expect(try TreatyProgram("fact f").ask("f", asOf: "2025-01-10") == .unknown)
  }

  @Test func usedFilesAreFetchedFromTheHost() throws {
    let program = try TreatyProgram("use \"facts.casus\"\nrule r when f") { path in
      path == "facts.casus" ? Array("fact f presumed true".utf8) : nil
    }
    #expect(try program.ask("r", asOf: "2025-01-10") == .true)
  }

  @Test(arguments: [
    ("fact f", "g", "2025-01-10", "C0301"), ("fact f", "f", "today", "no date"), ("fact", "f", "", "C02"),
  ])
  func whatIsWrongIsTold(text: String, query: String, date: String, part: String) {
    #expect {
      _ = try TreatyProgram(text).ask(query, asOf: date)
    } throws: { error in
      "\(error)".contains(part)
    }
  }
}
