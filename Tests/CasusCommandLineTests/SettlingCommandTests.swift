import Foundation
import Testing

/// `casus triggers` and `casus safeguards` as a user runs them.
@Suite struct SettlingCommandTests {
  static let program = """
    type State
    entity Alba, Brabant, Cymru: State
    fact attacks(_ foe: State, on victim: State)
    fact troops -> Int
    fact share -> Decimal
    fact consents decided by Alba
    event ultimatum(by state: State)
    law Pact {
      article 1 {
        rule aid when attacks(any, on: Alba) and (consents or troops >= 1_000)
        rule reservation when consents and gap "“in good faith” is not defined"
      }
    }
    scenario "strong" { assert troops is 2000.. }
    """

  private func run(_ arguments: String...) throws -> CasusProcess {
    let folder = try ScratchFolder()
    return try CasusProcess.run([arguments[0], folder.file("pact.casus", Self.program)] + arguments.dropFirst())
  }

  @Test func textListsSetsThatCanBePasted() throws {
    let run = try run("triggers", "aid", "--scenario", "strong")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output == """
        aid
        strong
          ✓  true once one of these is told

              1   assert attacks(Alba, on: Alba)

              2   assert attacks(Brabant, on: Alba)

              3   assert attacks(Cymru, on: Alba)

        """)
  }

  @Test func numbersAreTheWidestThatSuffice() throws {
    let safeguards = try run("safeguards", "aid", "--quiet")
    #expect(
      safeguards.output == """
              1   deny attacks(any, on: Alba)

              2   deny consents
                  assert troops is ..999

        """)
    // 0.5 itself does not suffice, and a range has its ends.
    let triggers = try run("triggers", "share > 0.5 and share <= 0.75", "--quiet")
    #expect(triggers.output == "      1   assert share is 0.51..0.75\n")
  }

  @Test func jsonHasStatementsFactsAndValues() throws {
    let run = try run("triggers", "troops < 5 or consents and not ultimatum(by: Brabant)", "--format", "json")
    #expect(
      run.output == """
        {"schema": 1, "kind": "triggers", "query": "troops < 5 or consents and not ultimatum(by: Brabant)", \
        "complete": true, "count": 2, "sets": [[{"statement": "assert troops is ..4", "fact": "troops", \
        "value": {"from": null, "to": 4}}], [{"statement": "assert consents", "fact": "consents", "value": true}, \
        {"statement": "deny ultimatum(by: Brabant)", "fact": "ultimatum(by: Brabant)", "value": false}]]}

        """)
  }

  @Test func nothingFillsAGap() throws {
    let triggers = try run("triggers", "reservation")
    #expect(triggers.output.contains("nothing that can be told makes it true"))
    #expect(triggers.output.contains("It also turns on a gap, which no statement fills: “in good faith” is not\n"))
    let safeguards = try run("safeguards", "reservation", "--quiet")
    #expect(safeguards.output == "      1   deny consents\n")
  }

  @Test func whatIsSettledAlreadyNeedsNothing() throws {
    #expect(try run("triggers", "consents or not consents").output.contains("true already"))
    #expect(try run("triggers", "true", "--format", "json").output.contains("\"sets\": [[]]"))
    #expect(
      try run("safeguards", "true", "--format", "json").output.contains(
        "\"complete\": true, \"count\": 0, \"sets\": []"))
  }

  @Test func aListThatIsCutOffSaysSo() throws {
    let text = try run("triggers", "attacks(any, on: Alba)", "--limit", "2")
    #expect(text.output.contains("2 of 3 sets"))
    let json = try run("triggers", "attacks(any, on: Alba)", "--limit", "2", "--format", "json")
    #expect(json.output.contains("\"complete\": false, \"count\": 3"))
  }

  @Test func aValueIsNoCondition() throws {
    let run = try run("triggers", "troops")
    #expect(run.status == 64)
    #expect(
      run.errors == "casus: only a condition can be made true or ruled out: compare the value, as in `troops >= …`\n")
  }
}
