import Casus
import Testing

/// Prepared queries as a host uses them.
@Suite struct PreparedQueryTests {
  private static let program = Result {
    try Program(
      text: """
        type State
        entity Alba "Kingdom of Alba" also "ALB", Brabant: State
        type Alert = Green | Amber | Red
        fact attacked(_ state: State)
        fact troops(_ state: State) -> Int
        fact share -> Decimal
        fact alert -> Alert
        fact motto -> Text
        fact concluded -> Date
        fact notice -> Duration
        fact quiet presumed true
        fact idle
        rule due when attacked(Alba) and troops(Alba) >= 10 and quiet
        rule ready when alert >= Amber or share > 2/3 or motto is "unity"
        rule old when concluded < 2024-06-20
        rule short when notice <= 48 hours
        rule reaches(_ state: State) when attacked(state) or some other in State satisfies
          (other is not state and reaches(other) and attacked(other))
        """)
  }

  private func prepared(_ query: String, _ slots: [FactCase], _ facts: Facts? = nil) throws -> PreparedQuery {
    try Self.program.get().query(query).prepared(for: slots, given: facts, asOf: .day(2025, 1, 10))
  }

  @Test func casesAreToldSlotBySlot() throws {
    let prepared = try prepared("due", ["attacked(Alba)", "troops(Alba)", "quiet", "idle"])
    #expect(prepared.isFlat)
    #expect(prepared.slots.map { $0.kind } == [.condition, .integer, .condition, .condition])
    #expect(prepared.slots.map { $0.canMatter } == [true, true, true, false])
    #expect(prepared.slot(named: "quiet") == 2)
    var incident = prepared.openCase
    #expect(try prepared.truth(of: incident) == .unknown)
    try incident.set(0, to: true)
    try incident.set(1, to: 12)
    // Of a slot that is not known nothing is presumed.
    #expect(try prepared.truth(of: incident) == .unknown)
    try incident.set(2, to: true)
    #expect(try prepared.truth(of: incident) == .true)
    try incident.set(1, to: 9)
    #expect(try prepared.answer(of: incident).truth == .false)
    try incident.clear(1)
    #expect(try prepared.truth(of: incident) == .unknown)
  }

  @Test func whatFactsTellOfASlotIsSetAside() throws {
    var facts = try Self.program.get().facts
    try facts.assert("troops(Alba)", is: 50)
    try facts.deny("attacked(Alba)")
    let prepared = try prepared("due", ["attacked(Alba)"], facts)
    var incident = prepared.openCase
    try incident.set(0, to: true)
    #expect(try prepared.truth(of: incident) == .true)
  }

  @Test func valuesOfAllKindsFillSlots() throws {
    let ready = try prepared("ready", ["alert", "share", "motto"])
    var incident = ready.openCase
    try incident.set(0, to: "Green")
    try incident.set(1, to: .value(.number(Fraction(1, over: 3))))
    try incident.set(2, to: "discord")
    #expect(try ready.truth(of: incident) == .false)
    try incident.set(1, to: .value(.number(Fraction(3, over: 4))))
    #expect(try ready.truth(of: incident) == .true)
    try incident.set(1, to: 0)
    try incident.set(2, to: "unity")
    #expect(try ready.truth(of: incident) == .true)
    try incident.set(2, to: nil as String?)
    #expect(try ready.truth(of: incident) == .unknown)
    let old = try prepared("old", ["concluded"])
    var treaty = old.openCase
    try treaty.set(0, to: .value(.date(.day(2024, 6, 19))))
    #expect(try old.truth(of: treaty) == .true)
    // As answers write it: what was never concluded is not old.
    #expect(try old.truth(of: old.jsonReader().incident(#"{"concluded": "never"}"#)) == .false)
    let short = try prepared("short", ["notice"])
    #expect(!short.isFlat)
    var notice = short.openCase
    try notice.set(0, to: .value(.duration(CalendarDuration(2, .day))))
    #expect(try short.truth(of: notice) == .true)
  }

  @Test func recursionIsAnsweredByTheEngine() throws {
    let prepared = try prepared("reaches(Alba)", ["attacked(Alba)", "attacked(Brabant)"])
    var incident = prepared.openCase
    try incident.set(0, to: false)
    try incident.set(1, to: true)
    #expect(try prepared.truth(of: incident) == .true)
    try incident.set(1, to: false)
    #expect(try prepared.truth(of: incident) == .false)
  }

  @Test func mistakesAreFoundWhenAQueryIsPrepared() throws {
    func code(_ query: String, _ slots: [FactCase]) -> CasusError.Code? {
      do { _ = try prepared(query, slots) } catch { return (error as? CasusError)?.code }
      return nil
    }
    #expect(code("due", ["atacked(Alba)"]) == .invalidStatement)
    #expect(code("due", ["attacked(Alba)", "attacked(ALB)"]) == .invalidCase)
    #expect(code("due", ["attacked(any)"]) == .invalidCase)
    #expect(code("due", ["due"]) == .invalidCase)
    #expect(code("troops(Alba)", ["quiet"]) == .invalidQuery)
    #expect(code("attacked(any)", ["quiet"]) == .invalidQuery)
  }

  @Test func mistakesAreFoundWhenASlotIsSet() throws {
    let prepared = try prepared("due or ready or old", ["attacked(Alba)", "troops(Alba)", "alert", "concluded"])
    var incident = prepared.openCase
    func mistake(_ slot: Int, _ value: SlotValue) -> String? {
      do throws(CasusError) { try incident.set(slot, to: value) } catch { return error.message }
      return nil
    }
    #expect(mistake(9, true) == "there is no slot 9")
    #expect(mistake(-1, true) == "there is no slot -1")
    #expect(mistake(0, 3) == "`attacked(Alba)` holds or not: it has no value")
    #expect(mistake(1, true) == "`troops(Alba)` has a value: it neither holds nor not")
    #expect(mistake(1, .value(.number(try Fraction(1, over: 2)))) != nil)
    #expect(mistake(1, "many") != nil)
    #expect(mistake(2, "Blue") == "`alert`: `Alert` has no member `Blue`")
    #expect(mistake(3, 5) != nil)
    let other = try self.prepared("due", ["quiet"])
    #expect(throws: CasusError.self) { try other.truth(of: incident) }
  }

  @Test func aLiveCaseTellsWhatAChangeDid() throws {
    let prepared = try prepared("due", ["attacked(Alba)", "troops(Alba)", "quiet"])
    var live = try prepared.live(prepared.incident(["attacked(Alba)": true, "troops(Alba)": 20, "quiet": true]))
    #expect(live.answer.truth == .true)
    var change = try live.set(1, to: 30)
    #expect(!change.isChange)
    change = try live.set(1, to: nil)
    #expect(change.isChange && change.old.truth == .true && change.new.truth == .unknown)
    #expect(throws: CasusError.self) { try live.set(1, to: true) }
    #expect(live.answer.truth == .unknown)
  }
}
