import Casus
import Foundation
import Testing

/// The public interface is called with programs, facts, limits and cancellations made up at random: nothing crashes or
/// hangs, whatever fails throws a `CasusError` that says why, and the same call gives the same answer.
///
/// An ordinary run tries a few; `make sanitizers` tries more, under the address sanitizer. `CASUS_FUZZ_COUNT` and
/// `CASUS_FUZZ_SEED` say how many, and where to begin.
@Suite struct FuzzingTests {
  private static func number(_ name: String) -> Int? { ProcessInfo.processInfo.environment[name].flatMap { Int($0) } }

  @Test func nothingThatIsMadeUpCrashes() async throws {
    let first = Self.number("CASUS_FUZZ_SEED") ?? 1
    var totals = FuzzingTotals()
    for seed in first..<(first + (Self.number("CASUS_FUZZ_COUNT") ?? 500)) {
      await FuzzingCase(seed: UInt64(seed)).run(&totals)
    }
    if Self.number("CASUS_FUZZ_COUNT") != nil { print(totals) }
    #expect(totals.programs > 0 && totals.answers > 0 && totals.errors.count > 2, "something is reached: \(totals)")
    #expect(totals.tables > 0 && totals.encoded > 0 && totals.turns > 0, "something is reached: \(totals)")
  }
}

/// What a function of the host throws.
struct MadeUpError: Error {}

/// How much of the interface was reached.
struct FuzzingTotals {
  var programs = 0
  var queries = 0
  var facts = 0
  var answers = 0
  /// Questions prepared for slots, and for a type that encodes itself; tables answered; interviews that had something to ask.
  var prepared = 0, encoded = 0, tables = 0, turns = 0
  var errors: [String: Int] = [:]

  /// Notes an error, which says what is wrong.
  mutating func note(_ error: CasusError) {
    #expect(!error.message.isEmpty && !error.description.isEmpty, "\(error.code)")
    errors[error.code.rawValue, default: 0] += 1
  }
}

/// One program made up, and what is asked of it.
struct FuzzingCase {
  var random: SeededSource
  var mutator: TextMutator
  let sample: ProgramCorpus.Sample

  init(seed: UInt64) {
    random = SeededSource(seed: seed)
    let corpus = ProgramCorpus.shared
    sample = corpus.samples[Int(seed % UInt64(max(1, corpus.samples.count)))]
    mutator = TextMutator(random: SeededSource(seed: seed ^ 0xCA5), words: corpus.words)
  }

  func run(_ totals: inout FuzzingTotals) async {
    var copy = self
    do {
      try await copy.ask(&totals)
    } catch let error as CasusError {
      totals.note(error)
    } catch {
      Issue.record("an error of another type: \(error)")
    }
  }

  /// A text that is as it was two times in three.
  mutating func perhapsChanged(_ text: String) -> String {
    random.chance(67) ? text : mutator.changed(text, times: 1 + random.below(3))
  }

  private mutating func ask(_ totals: inout FuzzingTotals) async throws {
    makeValues(&totals)
    var programLimits = ProgramLimits()
    if random.chance(20) { programLimits.maximumDepth = random.below(40) - 5 }
    if random.chance(20) { programLimits.maximumStatements = random.below(20) - 5 }
    let program = try Program(text: perhapsChanged(sample.text), limits: programLimits)
    totals.programs += 1
    _ = program.warnings
    var facts =
      try random.pick(program.scenarios).map { title throws in try program.facts(ofScenario: title) }
      ?? program.facts
    for _ in 0..<random.below(6) { tell(&facts, &totals) }
    let host = host(for: program)
    for _ in 0..<2 {
      do {
        let text = perhapsChanged(random.pick(sample.questions) ?? "true")
        let query = try program.query(text, accordingTo: random.chance(10) ? random.pick(mutator.words) : nil)
        totals.queries += 1
        try await ask(query, facts, host, &totals)
      } catch let error as CasusError { totals.note(error) }
    }
  }

  private mutating func tell(_ facts: inout Facts, _ totals: inout FuzzingTotals) {
    let fact = FactCase(perhapsChanged(random.pick(sample.statements) ?? "x"))
    let views = random.chance(20) ? [random.pick(mutator.words) ?? ""] : []
    do throws(CasusError) {
      switch random.below(7) {
      case 0: try facts.assert(fact, accordingTo: views, source: "somewhere")
      case 1: try facts.deny(fact, from: moment(), until: moment(), accordingTo: views)
      case 2: try facts.assert(fact, on: moment() ?? .never, accordingTo: views)
      case 3: try facts.assert(fact, is: told(), from: moment(), accordingTo: views)
      case 4: try facts.withdraw(fact)
      case 5: try facts.add(contentsOf: mutator.changed(#"{"fact": "\#(fact)", "value": true}"#, times: 1))
      default: try facts.add(contentsOf: mutator.changed("fact,value\n\"\(fact)\",true\n", times: 1), named: "x.csv")
      }
      totals.facts += 1
    } catch { totals.note(error) }
  }

  private mutating func told() -> Told {
    let number = Value.number(Fraction(random.pick([0, 1, -1, 7, .max, .min]) ?? 0))
    switch random.below(6) {
    case 0: return .unknown
    case 1: return .value(number)
    case 2: return .between(number, nil)
    case 3: return .oneOf([number, .text("Alba"), .date(.never)])
    case 4: return .oneOf([])
    default: return .value(.text(random.pick(mutator.words) ?? ""))
    }
  }

  mutating func moment() -> Moment? {
    random.chance(30) ? nil : try? .day(1 + random.below(9_999), 1 + random.below(12), 1 + random.below(28))
  }

  /// Functions for some facts, which say anything.
  private mutating func host(for program: Program) -> HostFacts {
    var host = program.hostFacts
    let replies = [Interview.Reply.yes, .no, .unknown, .told(told())]
    for statement in sample.statements {
      let reply = random.pick(replies) ?? .yes
      let name = String(statement.prefix { $0 != "(" && $0 != " " })
      if random.chance(40) { try? host.supply(each: name) { _ in reply } }
      if random.chance(20) { try? host.supply(FactCase(statement)) { reply } }
      if random.chance(10) { try? host.supply(each: name) { _ -> Bool in throw MadeUpError() } }
    }
    return host
  }

  private mutating func ask(
    _ query: Query, _ facts: Facts, _ host: HostFacts, _ totals: inout FuzzingTotals
  ) async throws {
    var limits = Limits()
    limits.maximumSteps = random.pick([20_000, 20_000, 200, 3, 0, -1, .min]) ?? 0
    limits.maximumDiagramNodes = random.pick([20_000, 20_000, 50, 0, -1]) ?? 0
    limits.maximumMoments = random.pick([20_000, 20_000, 5, 0]) ?? 0
    let (date, kind, delay, bounds) = (moment(), random.below(7), random.below(300), limits)
    if kind == 0 {
      let task = Task { try query.answer(given: facts, asOf: date, limits: bounds).json }
      try await Task.sleep(for: .microseconds(delay))
      task.cancel()
      _ = try await task.value
    }
    let answer = try query.answer(given: facts, asOf: date, limits: limits)
    totals.answers += 1
    #expect(try query.answer(given: facts, asOf: date, limits: limits).json == answer.json, "\(query)")
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(answer.json.utf8)) }
    switch kind {
    case 1: _ = try query.explanation(given: facts, asOf: date, limits: limits).json
    case 2: _ = try query.answer(given: facts, asOf: date, asking: host, limits: limits).description
    case 3: try await resolve(query, facts, date, limits, &totals)
    case 4: try interview(query, facts, date, limits, &totals)
    case 5, 6: try await askPrepared(query, facts, date, limits, &totals)
    default: break
    }
  }

  /// A host that is asked one fact at a time, whose replies fit or do not, who fails, or whose task is cancelled.
  private mutating func resolve(
    _ query: Query, _ facts: Facts, _ date: Moment?, _ limits: Limits, _ totals: inout FuzzingTotals
  ) async throws {
    let replies: [Interview.Reply] = [.unknown, .yes, .no, .told(told()), .unknown]
    let (failing, offset, delay) = (random.below(8), random.below(5), random.below(300))
    let interview = try query.interview(given: facts, asOf: date, limits: limits)
    if interview.next != nil { totals.turns += 1 }
    let task = Task {
      let turns = interview.turns { open in
        if open.fact.description.utf8.count % 8 == failing { throw MadeUpError() }
        return replies[(open.fact.description.utf8.count + offset) % replies.count]
      }
      for try await turn in turns { #expect(turn.interview.count > 0) }
    }
    if random.chance(30) {
      try await Task.sleep(for: .microseconds(delay))
      task.cancel()
    }
    do {
      try await task.value
    } catch is MadeUpError {}
    _ = try await query.resolve(given: facts, asOf: date, limits: limits) { _ in .unknown }
  }

  private mutating func interview(
    _ query: Query, _ facts: Facts, _ date: Moment?, _ limits: Limits, _ totals: inout FuzzingTotals
  ) throws {
    var interview = try query.interview(given: facts, asOf: date, limits: limits)
    for _ in 0..<60 where interview.next != nil {
      let before = interview.count
      do throws(CasusError) {
        let replies: [Interview.Reply] = [.yes, .no, .unknown, .told(told())]
        let reply = random.pick(replies) ?? .yes
        try interview.reply(reply, accordingTo: random.chance(10) ? [random.pick(mutator.words) ?? ""] : [])
      } catch {
        totals.note(error)
        #expect(interview.count == before, "a reply that fails changes nothing")
        try interview.reply(.unknown)
      }
      if random.chance(10) { #expect(interview.goBack() && interview.count == before) }
    }
  }
}
