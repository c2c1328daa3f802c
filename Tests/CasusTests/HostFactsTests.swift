import Casus
import Synchronization
import Testing

/// Facts that functions of the host supply: when they are called, in which order, and what becomes of their errors.
@Suite struct HostFactsTests {
  private static let program = Result {
    try Program(
      text: """
        type State
        entity Alba, Brabant, Cania: State
        type Alert = Green | Amber | Red
        fact attacked(_ state: State)
        fact consents(_ state: State)
        fact excused(_ state: State) presumed false
        fact ready presumed true
        fact troops(of state: State) -> Int
        fact alert -> Alert
        fact concluded -> Date
        fact notice -> Duration
        fact motto -> Text
        fact share -> Decimal
        event landing(on state: State)
        event pay(by debtor: State) presumed false
        rule aid(_ state: State) when attacked(state) and (consents(Brabant) or consents(Cania)) unless excused(state)
        norm debt: Alba must pay() by concluded when attacked(Alba)
        rule even when 100 / troops(of: Alba) > 10
        """)
  }

  /// What was asked of a host, in order.
  private final class Log: Sendable {
    private let calls = Mutex<[String]>([])
    var asked: [String] { calls.withLock { $0 } }
    func note(_ call: String) { calls.withLock { $0.append(call) } }
  }

  private func query(_ text: String) throws -> Query { try Self.program.get().query(text) }
  private func host() throws -> HostFacts { try Self.program.get().hostFacts }

  /// A host that supplies each case of some facts that hold or not, and notes what it is asked.
  private func host(_ log: Log, of facts: [String], true holding: Set<String>) throws -> HostFacts {
    var host = try host()
    for fact in facts {
      try host.supply(each: fact) { asked in
        log.note(asked.fact.description)
        return holding.contains(asked.fact.description)
      }
    }
    return host
  }

  /// `attacked` decides most often, then a consent, and an excuse is asked for at last, though it is presumed away. What is
  /// settled by then is not asked for.
  @Test(arguments: [
    (["attacked(Alba)", "consents(Brabant)"], ["attacked(Alba)", "excused(Alba)", "consents(Brabant)"], Truth.true),
    (
      ["attacked(Alba)", "consents(Cania)"],
      ["attacked(Alba)", "excused(Alba)", "consents(Brabant)", "consents(Cania)"], .true
    ),
    (["attacked(Alba)", "excused(Alba)"], ["attacked(Alba)", "excused(Alba)"], .false),
    (["consents(Brabant)"], ["attacked(Alba)"], .false),
  ])
  func onlyWhatCanStillMatterIsCalled(_ holding: [String], _ calls: [String], _ truth: Truth) throws {
    let log = Log()
    let host = try host(log, of: ["attacked", "consents", "excused"], true: Set(holding))
    let answer = try query("aid(Alba)").answer(asking: host)
    #expect(answer.truth == truth)
    #expect(log.asked == calls)
  }

  @Test func whatStatementsSayIsNotCalled() throws {
    let log = Log()
    let host = try host(log, of: ["attacked", "consents", "excused"], true: [])
    var facts = try Self.program.get().facts
    try facts.assert("attacked(Alba)")
    try facts.assert("consents(Brabant)", is: .unknown)
    try facts.deny("excused(any)")
    let answer = try query("aid(Alba)").answer(given: facts, asking: host)
    #expect(answer.truth == .unknown, "nobody knows of Brabant, and Cania does not consent")
    #expect(log.asked == ["consents(Cania)"])
  }

  @Test func valuesAreOfTheHostsTypes() throws {
    var host = try host()
    try host.supply("troops(of: Alba)") { 12_000 }
    try host.supply("alert") { "Amber" }
    try host.supply("concluded") { try Moment.day(2024, 6, 19) }
    try host.supply("notice") { try CalendarDuration(2, .day) }
    try host.supply("motto") { "Semper" }
    try host.supply("share") { try Fraction(2, over: 3) }
    try host.supply("troops(of: Brabant)") { Interview.Reply.told(.between(10, 20)) }
    try host.supply("troops(of: Cania)") { nil as Int? }
    let conditions: [(String, Truth)] = [
      ("troops(of: Alba) is 12_000", .true), ("alert is Amber", .true), ("concluded < 2024-06-20", .true),
      ("notice is 48 hours", .true), ("motto is \"Semper\"", .true), ("share * 3 is 2", .true),
      ("troops(of: Brabant) >= 10", .true), ("troops(of: Cania) >= 10", .unknown),
    ]
    for (condition, truth) in conditions {
      #expect(try query(condition).answer(asOf: .day(2024, 7, 1), asking: host).truth == truth, "\(condition)")
    }
  }

  /// A single case comes before each case; arguments are had by position and by label.
  @Test func aFunctionIsToldWhatItIsAskedFor() throws {
    let log = Log()
    var host = try host()
    try host.supply(each: "troops") { asked in
      log.note("\(asked.fact) \(asked["of"] ?? "") \(asked[0] ?? "") \(asked[1] ?? "none") \(asked["to"] ?? "none")")
      return 5
    }
    try host.supply("troops(of: Brabant)", source: "Gazette") { 7 }
    let query = try query("troops(of: Alba) + troops(of: Brabant)")
    let facts = try query.facts(asking: host)
    #expect(try query.answer(given: facts).value == .single(12))
    #expect(log.asked == ["troops(of: Alba) Alba Alba none none"])
    #expect(try query.explanation(given: facts).steps.flatMap { $0.sources } == ["Gazette"])
  }

  /// While the divisor is open it may be zero, which is no reason to fail before it has been asked for.
  @Test func whatFaultsWhileItIsOpenIsCalled() throws {
    var host = try host()
    try host.supply("troops(of: Alba)") { 5 }
    #expect(try query("even").answer(asking: host).truth == .true)
    try host.supply("troops(of: Alba)") { 0 }
    let error = #expect(throws: CasusError.self) { try query("even").answer(asking: host) }
    #expect(error?.code == .fault)
  }

  /// Nobody's reading is settled without Alba's excuse; Alba's own is not.
  @Test func whatOnlyAViewTurnsOnIsCalled() throws {
    let log = Log()
    let host = try host(log, of: ["excused"], true: [])
    var facts = try Self.program.get().facts
    try facts.deny("attacked(Alba)")
    try facts.assert("attacked(Alba)", accordingTo: ["Brabant"])
    try facts.assert("consents(Brabant)")
    #expect(try query("aid(Alba)").answer(given: facts).truth == .contested, "the presumption lets Brabant say so")
    #expect(try query("aid(Alba)").answer(given: facts, asking: host).truth == .contested)
    #expect(log.asked == ["excused(Alba)"])
    let excusing = try self.host(log, of: ["excused"], true: ["excused(Alba)"])
    #expect(try query("aid(Alba)").answer(given: facts, asking: excusing).truth == .false)
  }

  /// Whether the norm is in effect does not turn on its deadline; whether it was breached does.
  @Test func whatOnlyAStatusTurnsOnIsCalled() throws {
    let log = Log()
    var host = try host()
    try host.supply("concluded") {
      log.note("concluded")
      return try Moment.day(2024, 6, 19)
    }
    var facts = try Self.program.get().facts
    try facts.assert("attacked(Alba)", from: .day(2024, 6, 1))
    let query = try query("debt")
    for (day, isBreached) in [(19, Truth.false), (20, .true)] {
      let answer = try query.answer(given: facts, asOf: .day(2024, 6, day), asking: host)
      #expect(answer.truth == .true && answer.status?.breached == isBreached)
    }
    #expect(log.asked == ["concluded", "concluded"], "once in an answer")
  }

  @Test func eachCaseOfACallWithAnyIsCalled() throws {
    let log = Log()
    let host = try host(log, of: ["consents"], true: ["consents(Cania)"])
    let rows = try #require(try query("consents(any)").answer(asking: host).rows)
    #expect(rows.count == 1 && rows[0].truth == .true)
    #expect(log.asked.sorted() == ["consents(Alba)", "consents(Brabant)", "consents(Cania)"])
  }

  private struct Unreachable: Error {}

  /// The place is that of the fact's declaration: line 5, where its name stands.
  @Test func anErrorOfTheHostCarriesTheCallAndItsPlace() throws {
    var host = try host()
    try host.supply(each: "consents") { _ -> Bool in throw Unreachable() }
    try host.supply(each: "attacked") { _ in true }
    let error = try #require(throws: CasusError.self) { try query("aid(Alba)").answer(asking: host) }
    #expect(error.code == .hostFailed)
    #expect(error.message == "`consents(Brabant)` could not be supplied: Unreachable()")
    #expect(error.place?.line == 5 && error.place?.column == 6 && error.description.hasPrefix("<program>:5:6: "))
  }

  @Test func aValueOfTheWrongTypeIsAnError() throws {
    for wrong in [Interview.Reply.yes, .told("many"), .told(.between(20, 10))] {
      var host = try host()
      try host.supply(each: "troops") { _ in wrong }
      let error = #expect(throws: CasusError.self) { try query("troops(of: Alba) > 1").answer(asking: host) }
      #expect(error?.code == .invalidStatement && error?.place?.line == 8, "\(wrong)")
      #expect(error?.message.hasPrefix("`troops(of: Alba)`, which the host supplies: ") == true)
    }
  }

  @Test(arguments: [
    ("consent(Alba)", CasusError.Code.invalidStatement), ("consents(Albion)", .invalidStatement),
    ("consents(any)", .invalidStatement), ("landing(on: Alba)", .invalidStatement), ("aid(Alba)", .invalidStatement),
  ])
  func whatCannotBeSuppliedIsRefusedAtOnce(_ call: String, _ code: CasusError.Code) throws {
    var host = try host()
    let error = #expect(throws: CasusError.self) { try host.supply(FactCase(call)) { true } }
    #expect(error?.code == code)
    let name = String(call.prefix { $0 != "(" })
    let each =
      call.hasPrefix("consents") ? nil : #expect(throws: CasusError.self) { try host.supply(each: name) { _ in true } }
    #expect(call.hasPrefix("consents") || each?.code == (name == "consent" ? .unknownName : .invalidStatement))
  }

  /// The error says why, and where it is declared: line 14 has the event, and line 16 the rule.
  @Test(arguments: [("landing", "is an event", 14), ("aid", "follows from facts", 16)])
  func aRefusalHasAReasonAndAPlace(_ name: String, _ reason: String, _ line: Int) throws {
    var host = try host()
    let error = try #require(throws: CasusError.self) { try host.supply(each: name) { _ in true } }
    #expect(error.message.hasPrefix("`\(name)` cannot be supplied, since it \(reason)"))
    #expect(error.place?.line == line)
  }

  /// A range whose ends are not known cannot be run over, and which facts would be asked for is not known before it is.
  @Test func theEndOfARangeIsTold() throws {
    let program = try Program(
      text: """
        set Seat = 1..9
        fact size -> Int
        fact taken(_ seat: Seat)
        rule full when count(seat in 1..size where taken(seat)) >= 2
        """)
    let log = Log()
    var host = program.hostFacts
    try host.supply("size") { 3 }
    try host.supply(each: "taken") { asked in
      log.note(asked.fact.description)
      return true
    }
    let query = try program.query("full")
    let error = try #require(throws: CasusError.self) { try query.answer(asking: host) }
    #expect(error.code == .fault && error.message.hasSuffix("they are told, and cannot be supplied"))
    #expect(error.place?.line == 4 && log.asked.isEmpty)
    var facts = program.facts
    try facts.assert("size", is: 3)
    #expect(try query.answer(given: facts, asking: host).truth == .true)
  }

  @Test func functionsBelongToTheirProgram() throws {
    let other = try Program(text: "fact attacked")
    let error = #expect(throws: CasusError.self) { try other.query("attacked").answer(asking: host()) }
    #expect(error?.code == .foreignFacts)
  }

  @Test func limitsAndCancellationHold() async throws {
    let query = try query("aid(Alba)")
    var limits = Limits()
    limits.maximumSteps = 1
    let log = Log()
    let host = try host(log, of: ["attacked"], true: [])
    let error = #expect(throws: CasusError.self) { try query.answer(asking: host, limits: limits) }
    #expect(error?.code == .limitReached && log.asked.isEmpty)
    let task = Task { () -> CasusError.Code? in
      withUnsafeCurrentTask { $0?.cancel() }
      do throws(CasusError) {
        _ = try query.answer(asking: host)
        return nil
      } catch { return error.code }
    }
    #expect(await task.value == .cancelled)
    #expect(log.asked.isEmpty)
  }
}
