import Casus
import Foundation
import Testing

/// Explanations for a host.
@Suite struct ExplanationTests {
  @Test func theStepsLeadToWhatWasTold() throws {
    let program = try Program(
      text: """
        fact attacked
        fact consents asks "Do they consent?"
        treaty Pact { article 2 "Each helps." { rule aid when attacked and consents } }
        """)
    var facts = program.facts
    try facts.assert("attacked", source: "Gazette")
    let query = try program.query("Pact.aid")
    let open = try query.explanation(given: facts)
    let root = try #require(open.steps.first)
    #expect(root.kind == "rule" && root.text == "Pact.aid" && root.answer == "unknown")
    #expect(root.citation == "Pact 2" && root.words == "Each helps." && root.because.count == 2)
    #expect(open.steps.contains { $0.text == "attacked" && $0.sources == ["Gazette"] && $0.answer == "true" })
    #expect(open.steps.contains { $0.sentence == "Do they consent? Not known." && $0.because.isEmpty })
    try facts.deny("consents")
    let settled = try query.explanation(given: facts)
    #expect(settled.steps.map { $0.answer } == ["false", "false"])
    #expect(try JSONSerialization.jsonObject(with: Data(settled.json.utf8)) is [String: Any])
  }

  /// The duty began on some day of January, and is overdue whichever it was: no moment by itself tells when.
  @Test func aBreachWithoutACertainDayTellsItsTextAndDeadline() throws {
    let program = try Program(
      text: """
        type State
        entity Alba: State
        event help(by: State)
        event attack
        treaty Pact { article 4 "Help within 30 days." { norm aid: Alba must help() within 30 days when attack } }
        """)
    var facts = program.facts
    try facts.assert("attack", on: .day(2020, 1, 1) ... .day(2020, 2, 1), source: "Gazette")
    try facts.deny("help(by: Alba)")
    let query = try program.query("breached(Pact.aid)")
    let explanation = try query.explanation(given: facts, asOf: .day(2020, 6, 1))
    #expect(explanation.steps.first?.answer == "true")
    let norm = try #require(explanation.steps.first { $0.kind == "norm" })
    #expect(norm.citation == "Pact 4" && norm.words == "Help within 30 days.")
    let deadline = try #require(explanation.steps.first { $0.kind == "deadline" })
    #expect(deadline.text == "within 30 days" && norm.because == [deadline.id])
    #expect(explanation.steps.contains { $0.sources == ["Gazette"] })
  }
}
