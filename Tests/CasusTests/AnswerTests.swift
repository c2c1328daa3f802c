import Casus
import Foundation
import Testing

/// What answers tell.
@Suite struct AnswerTests {
  private static let treaty = """
    type State
    entity Alba, Brabant, Cymru: State
    fact attacked(_ victim: State, by attacker: State)
    fact provoked(_ victim: State) decided by victim asks "Did {victim} provoke it?"
    fact neutral(_ state: State) presumed false
    event send_troops(by helper: State, to helped: State)
    treaty Defence "Treaty of Mutual Defence" {
      parties Alba, Brabant
      article 1 "…" {
        norm help(_ ally: Party, _ victim: Party):
          ally must send_troops(to: victim) within 5 days
          when ally is not victim and attacked(victim, by: any) and not neutral(ally)
          unless provoked(victim)
      }
    }
    """

  private func facts(_ program: Program) throws -> Facts {
    var facts = program.facts
    try facts.deny("attacked(any, by: any)")
    try facts.assert("attacked(Alba, by: Cymru)", from: .day(1905, 3, 20))
    return facts
  }

  @Test func anUnknownAnswerNamesWhatItTurnsOn() throws {
    let program = try Program(text: Self.treaty)
    let answer = try program.query("help(Brabant, Alba)").answer(given: facts(program), asOf: .day(1905, 4, 1))
    #expect(answer.truth == .unknown && answer.isProved && !answer.isCircular && answer.rows == nil)
    #expect(answer.openFacts.map { $0.fact } == ["provoked(Alba)"])
    #expect(answer.openFacts.first?.decidedBy == "Alba")
    #expect(answer.openFacts.first?.question == "Did Alba provoke it?")
    #expect(answer.openFacts.first?.weight == 1)
    var more = try facts(program)
    for open in answer.openFacts { try more.deny(open.fact) }
    let settled = try program.query("help(Brabant, Alba)").answer(given: more, asOf: .day(1905, 3, 22))
    #expect(settled.truth == .true && settled.openFacts.isEmpty)
    #expect(settled.presumptions == ["neutral(Brabant) is false"])
    #expect(settled.status?.owed == .unknown && settled.status?.forbidden == nil)
    #expect(settled.dueDate == .single(.date(try .day(1905, 3, 25))))
  }

  @Test func viewsThatPartMakeItContested() throws {
    let program = try Program(text: Self.treaty)
    var told = try facts(program)
    try told.assert("provoked(Alba)", accordingTo: ["Cymru"])
    try told.deny("provoked(Alba)", accordingTo: ["Alba"])
    let date = try Moment.day(1905, 4, 1)
    let answer = try program.query("help(Brabant, Alba)").answer(given: told, asOf: date)
    #expect(answer.truth == .contested && answer.asOf == date)
    #expect(answer.views.map { $0.name } == ["Cymru", "Alba"])
    #expect(answer.views.map { $0.truth } == [.false, .true])
    let ours = try program.query("help(Brabant, Alba)", accordingTo: "Alba")
    #expect(try ours.answer(given: told, asOf: date).truth == .true)
    #expect(throws: CasusError.self) { try program.query("help(Brabant, Alba)", accordingTo: "Elbonia") }
  }

  @Test func anyIsAnsweredByRows() throws {
    let program = try Program(text: Self.treaty)
    let answer = try program.query("attacked(any, by: any)").answer(given: facts(program), asOf: .day(1905, 4, 1))
    let rows = try #require(answer.rows)
    #expect(rows.count == 1 && answer.truth == nil && "\(answer)" == "1 row")
    #expect(rows.map { $0.bindings.map { $0.name } } == [["victim", "by"]])
    #expect(rows.first?["victim"] == .entity("Alba") && rows.first?["by"] == .entity("Cymru"))
    #expect(rows.first?.truth == .true && rows.first?.isProved == true)
    let open = try program.query("attacked(any, by: any)").answer(asOf: .day(1905, 4, 1))
    #expect(open.rows?.count == 9 && open.rows?.allSatisfy { $0.truth == .unknown } == true)
  }

  @Test func anAnswerIsEncodedAsTheCommandPrintsIt() throws {
    let program = try Program(text: "type State\nentity A: State\nfact f(_ s: State) decided by s\nfact n -> Int")
    let condition = try program.query("f(A)").answer()
    #expect(
      condition.json == """
        {"schema": 1, "kind": "ask", "query": "f(A)", "file": "<query>", "line": 1, "answer": "unknown", \
        "proved": true, "openFacts": [{"fact": "f(A)", "decidedBy": "A", "weight": 1.0}]}
        """)
    var facts = program.facts
    try facts.assert("n", is: .between(10, 12))
    for answer in [condition, try program.query("n").answer(given: facts)] {
      let encoded = try JSONSerialization.jsonObject(with: JSONEncoder().encode(answer)) as? NSDictionary
      let printed = try JSONSerialization.jsonObject(with: Data(answer.json.utf8)) as? NSDictionary
      #expect(encoded == printed && encoded != nil)
    }
  }

  @Test func faultsAreThrownWithTheirPlace() throws {
    let program = try Program(text: "fact n -> Int\nrule r\n  when 10 / n > 3", named: "law.casus")
    let error = try #require(throws: CasusError.self) { try program.query("r").answer() }
    #expect(error.code == .fault && error.place?.file == "law.casus" && error.place?.line == 3)
    #expect("\(error)".hasPrefix("law.casus:3:"))
  }

  @Test func whatIsWrongWithAQueryIsTold() throws {
    let program = try Program(text: Self.treaty)
    let error = try #require(throws: CasusError.self) { try program.query("hlep(Brabant, Alba)") }
    #expect(error.code == .invalidQuery && error.diagnostics.map { $0.code.rawValue } == ["C0301"])
    let other = try Program(text: Self.treaty)
    let foreign = try #require(throws: CasusError.self) {
      try program.query("help(Brabant, Alba)").answer(given: other.facts, asOf: .day(1905, 4, 1))
    }
    #expect(foreign.code == .foreignFacts)
  }

  @Test func limitsAreNamedWhereTheyAreReached() throws {
    let program = try Program(text: "set N = 1..1000\nfact f(_ n: N)\nfact g(_ n: N)")
    var limits = Limits()
    limits.maximumSteps = 100
    let error = try #require(throws: CasusError.self) {
      try program.query("count(n in N where f(n)) > 500").answer(limits: limits)
    }
    #expect(error.code == .limitReached && error.message.contains("100 steps: see `Limits.maximumSteps`"))
    limits = Limits()
    limits.maximumDiagramNodes = 10
    let query = try program.query("some n in N satisfies f(n) and not f(n) or g(n) and not g(n)")
    let unproved = try query.answer(limits: limits)
    #expect(unproved.truth == .unknown && !unproved.isProved)
    limits.maximumSteps = -1
    limits.maximumMoments = .min
    limits.maximumDiagramNodes = .min
    #expect(throws: CasusError.self) { try query.answer(limits: limits) }
  }

  @Test func whatRestsOnItsOwnNegationIsCircular() throws {
    let program = try Program(text: "rule r when not r")
    let answer = try program.query("r").answer()
    #expect(answer.truth == .unknown && answer.isCircular)
  }
}
