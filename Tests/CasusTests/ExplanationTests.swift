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
}
