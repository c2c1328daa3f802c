import CasusEngine
import CasusSemantics
import Testing

/// In a good order the diagram of a policy grows with its parts, in a bad one it doubles with each.
@Suite struct VariableOrderTests {
  /// Treaties with ten open facts each, in each of which two organs of three must consent.
  ///
  /// - Parameter count: in words, how many of the treaties have to be performed.
  private func policy(treaties: Int, _ count: String) -> String {
    let names = (0..<treaties).map { "T\($0)" }
    let pairs = (1..<treaties).map { "(t is T\($0) and performed(T\($0 - 1)))" }
    let facts = ["attacked", "at_war", "requested", "denounced", "measures", "performed", "able"]
    return """
      type Treaty
      entity \(names.joined(separator: ", ")): Treaty
      type Organ
      entity Head, Chamber, Court: Organ
      \(facts.map { "fact \($0)(_ t: Treaty)" }.joined(separator: "\n"))
      fact consents(_ o: Organ, to t: Treaty)
      rule earlier(_ t: Treaty) when \(pairs.joined(separator: " or "))
      rule duty(_ t: Treaty)
        when (attacked(t) or (at_war(t) and not performed(t))) and requested(t)
          and count(o in Organ where consents(o, to: t)) >= 2
        unless denounced(t) or measures(t) or (earlier(t) and not able(t))
      scenario "open" { ask \(count) }
      """
  }

  @Test(arguments: ["duty(any)", "count(t in Treaty where duty(t)) >= 3"])
  func whatManyGatesReadDoesNotPullThemTogether(_ count: String) throws {
    let program = try #require(CompiledText(policy(treaties: 20, count)).program)
    let asked = try #require(AskedQuestion.all(of: program).first)
    let model = try ExactModel(of: asked.question, facts: FactBase(program), asOf: .latest, view: nil)
    guard case .truth(let truth)? = model.functions.first else {
      Issue.record("no condition")
      return
    }
    #expect(model.choices.count >= 199)
    #expect(model.diagram.nodeCount(of: truth.certain) < 3_000)
  }
}
