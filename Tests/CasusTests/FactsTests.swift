import Casus
import Testing

/// What a host tells, and what it comes to.
@Suite struct FactsTests {
  private static let program = Result {
    try Program(
      text: """
        type State
        entity Alba "Kingdom of Alba" also "ALB", Brabant: State
        type Alert = Green | Amber | Red
        fact attacked(_ state: State, by attacker: State)
        fact ready(_ state: State)
        fact troops(_ state: State) -> Int
        fact share -> Decimal
        fact alert -> Alert
        fact motto -> Text
        fact concluded -> Date
        fact notice -> Duration
        fact quiet presumed true
        event landing(on state: State)
        rule due(_ state: State) when attacked(state, by: any)
        """)
  }

  private func truth(_ query: String, _ facts: Facts, asOf date: Moment? = nil) throws -> Truth? {
    try Self.program.get().query(query).answer(given: facts, asOf: date).truth
  }

  @Test func aCopyIsChangedWithoutItsOriginal() throws {
    let original = try Self.program.get().facts
    var copy = original
    try copy.assert("ready(Alba)")
    #expect(try truth("ready(Alba)", original) == .unknown)
    #expect(try truth("ready(Alba)", copy) == .true)
  }

  @Test func valuesAreToldAsWhatTheyAre() throws {
    var facts = try Self.program.get().facts
    try facts.assert("troops(Alba)", is: 11_000)
    try facts.assert("troops(Brabant)", is: .between(10, nil))
    try facts.assert("share", is: .value(.number(Fraction(2, over: 3))))
    try facts.assert("alert", is: .oneOf(["Amber", "Red"]))
    try facts.assert("motto", is: "unknown")
    try facts.assert("concluded", is: .value(.date(.day(2024, 6, 19))))
    try facts.assert("notice", is: .value(.duration(CalendarDuration(2, .day))))
    let conditions = [
      "troops(Alba) is 11_000", "troops(Brabant) >= 10", "share * 3 is 2", "alert > Green", "motto is \"unknown\"",
      "concluded < 2024-06-20", "notice is 48 hours",
    ]
    for condition in conditions { #expect(try truth(condition, facts) == .true, "\(condition)") }
    #expect(try truth("alert is Red", facts) == .unknown)
    let value = try Self.program.get().query("troops(Brabant)").answer(given: facts).value
    #expect(value == .range(10, nil))
  }

  @Test func entitiesGoByNameLabelAndAlias() throws {
    var facts = try Self.program.get().facts
    try facts.assert("attacked(\"Kingdom of Alba\", by: Brabant)", accordingTo: ["ALB"])
    let answer = try Self.program.get().query("due(Alba)").answer(given: facts)
    #expect(answer.views.map { $0.name } == ["Alba"] && answer.views.first?.truth == .true)
  }

  @Test func periodsAndEventsAreToldWithTheirTimes() throws {
    var facts = try Self.program.get().facts
    try facts.assert("ready(Alba)", from: .day(2024, 1, 1), until: .day(2025, 1, 1))
    try facts.assert("landing(on: Alba)", on: .day(2024, 3, 1))
    try facts.assert("landing(on: Brabant)", on: Moment.day(2024, 1, 1)...Moment.day(2024, 5, 1))
    #expect(try truth("ready(Alba)", facts, asOf: .day(2024, 6, 1)) == .true)
    #expect(try truth("ready(Alba)", facts, asOf: .day(2025, 1, 1)) == .unknown)
    #expect(try truth("landing(on: Alba) since 2024-03-01", facts, asOf: .day(2024, 6, 1)) == .true)
    #expect(try truth("landing(on: Brabant) since 2024-03-01", facts, asOf: .day(2024, 6, 1)) == .unknown)
    let error = try #require(throws: CasusError.self) { try truth("ready(Alba)", facts) }
    #expect(error.code == .missingDate)
  }

  @Test func unknownLiftsAPresumptionAndAnyDeniesEveryCase() throws {
    var facts = try Self.program.get().facts
    #expect(try truth("quiet", facts) == .true)
    try facts.assert("quiet", is: .unknown)
    #expect(try truth("quiet", facts) == .unknown)
    try facts.deny("attacked(Alba, by: any)")
    #expect(try truth("due(Alba)", facts) == .false)
    #expect(try truth("due(Brabant)", facts) == .unknown)
  }

  @Test func whatWasToldCanBeWithdrawn() throws {
    var facts = try Self.program.get().facts
    try facts.assert("ready(Alba)")
    let error = try #require(throws: CasusError.self) { try facts.deny("ready(Alba)") }
    #expect(error.code == .contradiction && error.diagnostics.first?.code.rawValue == "C0601")
    #expect(try truth("ready(Alba)", facts) == .true)
    #expect(try facts.withdraw("ready(Alba)") == 1)
    #expect(try facts.withdraw("ready(Alba)") == 0)
    #expect(try truth("ready(Alba)", facts) == .unknown)
    try facts.deny("ready(Alba)")
    #expect(try truth("ready(Alba)", facts) == .false)
  }

  @Test func whatAHostTellsComesBeforeTheFiles() throws {
    let program = try Program(text: "fact f\nassert f")
    var facts = program.facts
    try facts.deny("f")
    #expect(try program.query("f").answer(given: facts).truth == .false)
    try facts.withdraw("f")
    #expect(try program.query("f").answer(given: facts).truth == .true)
  }

  @Test(arguments: [
    "ready(Elbonia)", "raedy(Alba)", "ready", "ready(Alba, Brabant)", "attacked(Alba, Brabant)", "due(any)", "", "((",
    "troops(Alba)", "ready(any)", "ready(1)", "ready(Alba) from 2024-01-01",
  ])
  func whatIsNoCaseIsRefusedAndChangesNothing(call: String) throws {
    var facts = try Self.program.get().facts
    let error = try #require(throws: CasusError.self) { try facts.assert(FactCase(call)) }
    #expect(error.code == .invalidStatement && !error.diagnostics.isEmpty)
    #expect(try truth("ready(Alba) or due(Alba)", facts) == .unknown)
  }

  @Test func valuesOfOtherTypesAreRefused() throws {
    var facts = try Self.program.get().facts
    let wrong: [(FactCase, Told)] = [
      ("troops(Alba)", "many"), ("ready(Alba)", 1), ("alert", "Purple"), ("motto", 1), ("alert", .between(1, 2)),
      ("troops(Alba)", .value(.number(try Fraction("0.5")))), ("troops(Alba)", .between(2, 1)),
      ("concluded", .oneOf([])),
    ]
    for (fact, told) in wrong {
      #expect(throws: CasusError.self, "\(fact) \(told)") { try facts.assert(fact, is: told) }
    }
    #expect(throws: CasusError.self) { try facts.assert("ready(Alba)", accordingTo: ["Elbonia"]) }
    #expect(throws: CasusError.self) { try facts.assert("ready(Alba)", on: .day(2024, 1, 1)) }
    #expect(throws: CasusError.self) { try facts.assert("landing(on: Alba)", from: .day(2024, 1, 1)) }
    #expect(throws: CasusError.self) {
      try facts.assert("ready(Alba)", from: .day(2024, 1, 2), until: .day(2024, 1, 1))
    }
  }

  @Test func factsAreReadFromData() throws {
    let program = try Self.program.get()
    var facts = program.facts
    try facts.add(contentsOf: #"[{"fact": "ready", "args": ["Cymru"]}, {"fact": "ready(any)", "value": false}]"#)
    try facts.add(contentsOf: "fact,value\ntroops(Alba),5\n", named: "troops.csv")
    let rows = try program.query("ready(any)").answer(given: facts).rows
    #expect(rows?.map { $0["state"] } == [.entity("Cymru")])
    #expect(try truth("troops(Alba) is 5", facts) == .true)
    let before = facts
    let error = try #require(throws: CasusError.self) {
      try facts.add(
        contentsOf: "{\"fact\": \"ready(Alba)\"}\n{\"fact\": \"nothing\"}\n{\"fcat\": 1}\n", named: "f.ndjson")
    }
    #expect(error.diagnostics.map { $0.place?.line } == [2, 3])
    #expect(try truth("ready(Alba)", facts) == truth("ready(Alba)", before))
    #expect(throws: CasusError.self) { try facts.add(contentsOf: #"{"fact": "troops(Alba)", "value": 6}"#) }
  }

  @Test func casesAreLookedUpOnce() throws {
    let program = try Self.program.get()
    let ready = try program.fact("ready(Alba)")
    var facts = program.facts
    try facts.assert(ready)
    #expect(try truth("ready(Alba)", facts) == .true)
    #expect(ready == "ready(Alba)" && "\(ready)" == "ready(Alba)")
    let error = try #require(throws: CasusError.self) { try program.fact("ready(Albo)") }
    #expect(error.diagnostics.first?.notes == ["did you mean `Alba`?"])
  }
}
