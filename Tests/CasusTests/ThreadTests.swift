import Casus
import Foundation
import Synchronization
import Testing

/// Programs, queries and facts are shared between threads. `make sanitizers` runs this under the thread sanitizer.
@Suite struct ThreadTests {
  private static let text = """
    type State
    entity Alba, Brabant, Cania: State
    fact attacked(_ state: State)
    fact consents(_ state: State) decided by state
    fact excused(_ state: State) presumed false
    fact troops(of state: State) -> Int
    event landing(on state: State) presumed false
    rule ready(_ state: State) when consents(state) and troops(of: state) >= 100
    rule aid(_ state: State)
      when attacked(state) and count(other in State where other is not state and ready(other)) >= 1
      unless excused(state)
    rule recent(_ state: State) when aid(state) or landing(on: state) in last 3 days
    assert consents(Brabant)
    """

  /// Everything that can be asked of one query about one case, as text.
  private static func outcome(_ number: Int, _ query: Query, _ facts: Facts, _ host: HostFacts) throws -> String {
    var facts = facts
    let date = try Moment.day(2025, 3, 1 + number % 28)
    try facts.assert("landing(on: Cania)", on: .day(2025, 3, 5))
    if number % 2 == 0 { try facts.assert("attacked(Alba)", source: "Note \(number)") }
    if number % 3 == 0 { try facts.assert("troops(of: Cania)", is: .value(.number(Fraction(number * 7)))) }
    if number % 5 == 0 { try facts.deny("excused(any)", accordingTo: ["Brabant"]) }
    var interview = try query.interview(given: facts, asOf: date)
    while let open = interview.next {
      let isNumber = open.fact.description.hasPrefix("troops")
      try interview.reply(isNumber ? .told(120) : interview.count % 2 == 0 ? .yes : .unknown)
    }
    return try [
      query.answer(given: facts, asOf: date).json, query.explanation(given: facts, asOf: date).json,
      query.answer(given: facts, asOf: date, asking: host).json, interview.answer.json,
    ].joined(separator: "\n")
  }

  @Test func tenThreadsFindWhatOneFinds() throws {
    let program = try Program(text: Self.text)
    let (query, facts) = (try program.query("recent(Alba)"), program.facts)
    var suppliers = program.hostFacts
    try suppliers.supply(each: "troops") { asked in asked["of"] == .entity("Brabant") ? 150 : 50 }
    let host = suppliers
    let cases = 0..<12
    let expected = try cases.map { try Self.outcome($0, query, facts, host) }
    #expect(Set(expected).count == cases.count, "each case has a date of its own")

    let differing = Self.differences(from: expected) { number in
      // Each begins elsewhere, so that they do not go through the cases side by side.
      let order = cases.map { ($0 + number * 3) % cases.count }
      let outcomes = order.map { ($0, (try? Self.outcome($0, query, facts, host)) ?? "an error") }
      return outcomes.sorted { $0.0 < $1.0 }.map { $0.1 }
    }
    #expect(differing == 0)
  }

  /// On how many of ten threads other outcomes are found.
  ///
  /// They are compared on the threads and counted by an atomic number: the thread sanitizer does not see inside a `Mutex`.
  private static func differences(
    from expected: [String], _ find: @escaping @Sendable (_ number: Int) -> [String]
  ) -> Int {
    let differing = Atomic(0)
    let running = DispatchGroup()
    for number in 0..<10 {
      running.enter()
      Thread {
        if find(number) != expected { differing.add(1, ordering: .sequentiallyConsistent) }
        running.leave()
      }.start()
    }
    running.wait()
    return differing.load(ordering: .sequentiallyConsistent)
  }

  private struct Incident: Codable, Sendable {
    var attacked: Bool?
    var troops: Int?
  }

  /// One case in every way in which a prepared query can be asked of it, as text.
  private static func outcome(
    _ number: Int, _ typed: TypedQuery<Incident>, _ encoded: TypedQuery<Incident>, _ engine: PreparedQuery
  ) throws -> String {
    let value = Incident(attacked: [true, false, nil][number % 3], troops: number % 5 == 0 ? nil : number * 9)
    var incident = engine.openCase
    try incident.set(0, to: .value(.duration(CalendarDuration(number * 3, .hour))))
    var live = try typed.prepared.live(typed.prepared.openCase)
    let change = try live.set(1, to: value.troops.map { SlotValue.value(.number(Fraction($0))) } ?? .unknown)
    return try "\(typed.truth(of: value)) \(encoded.truth(of: value)) \(engine.answer(of: incident)) \(change.new)"
  }

  /// So are prepared queries: one that a few operations decide, and one for which the engine is asked.
  @Test func tenThreadsShareOnePreparedQuery() throws {
    let program = try Program(text: Self.text)
    var facts = program.facts
    try facts.deny("excused(Alba)")
    try facts.deny("consents(Cania)")
    let query = try program.query("aid(Alba)")
    let slots = Slots<Incident>().slot("attacked(Alba)", \.attacked).slot("troops(of: Brabant)", \.troops)
    let date = try Moment.day(2025, 3, 1)
    let typed = try query.prepared(for: slots, given: facts, asOf: date)
    let fields: [String: FactCase] = ["attacked": "attacked(Alba)", "troops": "troops(of: Brabant)"]
    let encoded = try query.prepared(like: Incident(), fields: fields, given: facts, asOf: date)
    let notice = try Program(text: "fact notice -> Duration\nrule short when notice <= 48 hours")
    let engine = try notice.query("short").prepared(for: ["notice"])
    #expect(typed.prepared.isFlat && !engine.isFlat)
    let expected = try (0..<30).map { try Self.outcome($0, typed, encoded, engine) }
    #expect(Set(expected).count > 4)
    let differing = Self.differences(from: expected) { _ in
      (0..<30).map { (try? Self.outcome($0, typed, encoded, engine)) ?? "an error" }
    }
    #expect(differing == 0)
  }

  /// Parsing, too, has nothing that threads share.
  @Test func programsAreReadSideBySide() async throws {
    let expected = try Program(text: Self.text).query("recent(Alba)").answer(asOf: .day(2025, 3, 1)).json
    let found = await withTaskGroup(of: String?.self) { group in
      for _ in 0..<10 {
        group.addTask { try? Program(text: Self.text).query("recent(Alba)").answer(asOf: .day(2025, 3, 1)).json }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(found == Array(repeating: expected, count: 10))
  }
}
