import CasusDiagnostics
import CasusSemantics
import Testing

/// Facts from files of their own.
@Suite struct FactsTests {
  static let program = TestPrograms.compile(
    """
    type State type Ballot = For | Against entity Zenda "Kingdom of Zenda", Alba: State
    fact attack(on victim: State, by attacker: State) fact troops(_ state: State) -> Int fact vote(_ state: State) -> Ballot
    fact peace event landing(on state: State) define quorum -> Int is 3
    treaty Pact { parties Zenda } assert peace
    """)

  private func add(_ text: String, as name: String) throws -> CheckedFacts {
    let program = try #require(Self.program.program)
    return addFacts(Array(text.utf8), named: name, to: program, sources: Self.program.sources)
  }

  /// How many statements were added.
  private func added(_ checked: CheckedFacts) throws -> Int {
    checked.program.statements.count - (try #require(Self.program.program)).statements.count
  }

  @Test(arguments: [
    (
      #"{"fact": "attack", "args": {"on": "Zenda", "by": "Kingdom of Zenda"}, "value": true, "from": "1914-08-01", "until": null}"#,
      1
    ),
    (
      #"{"fact": "attack", "args": ["Zenda", "Alba"], "value": "unknown", "accordingTo": ["Zenda", "Alba"], "source": "The Times"}"#,
      1
    ),
    (
      #"[{"fact": "troops", "args": ["Zenda"], "value": {"from": 10, "to": 12}}, {"fact": "troops", "args": ["Alba"], "value": 3}]"#,
      2
    ),
    ("{\"fact\": \"troops\",\n \"args\": {\"state\": \"Zenda\"},\n \"value\": {\"from\": null, \"to\": 5}}", 1),
    (#"{"fact": "vote", "args": ["Zenda"], "value": {"oneOf": ["For", "Against"]}}"#, 1),
    ("{\"fact\": \"landing\", \"args\": [\"Alba\"], \"on\": \"1914-08-01\"}\n\n{\"fact\": \"peace\"}\n", 2),
    (#"{"fact": "Pact.party", "args": ["Alba"]}"#, 1), (#"{"fact": "attack(on: Zenda, by: Alba)", "value": false}"#, 1),
    (#"{"fact": "party", "args": ["Alba"]}"#, 1), ("[]", 0),
    (#"{"fact": "landing", "args": ["Alba"], "on": "1914-08-01..1914-08-09"}"#, 1),
  ])
  func jsonFactsAreAdded(_ text: String, _ count: Int) throws {
    let checked = try add(text, as: "facts.json")
    #expect(checked.diagnostics.map { $0.message } == [])
    #expect(try added(checked) == count)
  }

  @Test func delimitedFactsAreAdded() throws {
    let checked = try add(
      "fact,value,from,accordingTo\n\"attack(on: Zenda, by: Alba)\",true,1914-08-01,Zenda; Alba\ntroops(Zenda),3..5,,\npeace,,,\n",
      as: "facts.csv")
    #expect(checked.diagnostics.map { $0.message } == [])
    #expect(try added(checked) == 3)
    #expect(checked.program.statements.contains { $0.views.count == 2 })
  }

  @Test(arguments: [
    (#"{"fact": "atack", "args": ["Zenda", "Alba"]}"#, DiagnosticCode.wrongFacts),
    (#"{"fact": "peace", "vlaue": true}"#, .wrongFacts), (#"{"value": true}"#, .wrongFacts), ("3", .wrongFacts),
    (#"{"fact": "attack", "args": ["Zenda"]}"#, .wrongArguments),
    (#"{"fact": "attack", "args": {"on": "Zenda", "of": "Alba"}}"#, .wrongArguments),
    (#"{"fact": "attack(Zenda, by: Alba)"}"#, .wrongArguments), (#"{"fact": "quorum", "value": 4}"#, .notTold),
    (#"{"fact": "troops", "args": ["Zenda"], "value": "many"}"#, .wrongCell),
    (#"{"fact": "troops", "args": ["Zenda"], "value": 2.5}"#, .wrongCell),
    (#"{"fact": "troops", "args": ["Zenda"]}"#, .toldValue),
    (#"{"fact": "vote", "args": ["Zenda"], "value": "Maybe"}"#, .unknownCell),
    (#"{"fact": "peace", "on": "1914-08-01"}"#, .misplacedTime),
    (#"{"fact": "peace", "value": false}"#, .contradiction),
    (#"{"fact": "landing", "args": ["Alba"], "from": "1914-08-01"}"#, .misplacedTime),
    (#"{"fact": "peace", "from": "1914-08-01", "until": "1914-07-01"}"#, .emptyPeriod), ("{", .malformedData),
    ("{\"fact\": \"peace\"}\n{", .malformedData), (#"{"fact": "attack", "args": [null, "Alba"]}"#, .emptyCell),
  ])
  func wrongFactsAreReported(_ text: String, _ code: DiagnosticCode) throws {
    let checked = try add(text, as: "facts.json")
    #expect(
      checked.diagnostics.map { $0.code.identifier } == [code.identifier], "\(checked.diagnostics.map { $0.message })")
    #expect(try added(checked) == 0)
    #expect(checked.diagnostics.allSatisfy { checked.sources[$0.span.source]?.name == "facts.json" })
  }

  @Test func unknownColumnsAreReported() throws {
    let checked = try add("fact,worth\npeace,1\n", as: "facts.csv")
    #expect(checked.diagnostics.map { $0.code.identifier } == [DiagnosticCode.wrongFacts.identifier])
  }
}
