import CasusSemantics
import Testing

@testable import CasusEngine

/// Timelines of plain conditions, answered all at once, are those that each question has when every moment is settled by
/// itself.
@Suite struct PlainTimelineTests {
  @Test func allAtOnceIsEachByItself() async {
    let totals = await PropertyRun.overSeeds { seed, totals in
      let text = PlainProgram.text(seed: seed)
      guard let program = CompiledText(text).program else { return }
      totals.programs += 1
      for scenario in program.scenarios {
        totals.asked += compare(scenario, in: program, "seed \(seed)\n\(text)")
      }
    }
    // Most compile, and most of their questions are plain.
    #expect(totals.asked > totals.programs && totals.programs > 0)
  }

  @Test func randomProgramsAgree() async {
    _ = await PropertyRun.overSeeds { seed, _ in
      guard let (text, program) = PropertyRun.program(seed: seed) else { return }
      for scenario in program.scenarios.prefix(2) { _ = compare(scenario, in: program, "seed \(seed)\n\(text)") }
    }
  }

  @Test func manyChangesFillSeveralBlocks() throws {
    var lines = ["fact a", "fact b presumed false", "rule both when a and not b"]
    for number in 0..<10_000 {
      let fact = number % 3 == 0 ? "b" : "a"
      let told = number % 7 == 0 ? " is unknown" : number % 2 == 0 ? "" : " is false"
      let moment = try #require(Moment(minutes: 10_000_000 + Int64(number) * 977))
      lines.append("assert \(fact)\(told) from \(moment)")
    }
    let program = try #require(
      CompiledText((lines + ["ask both", "ask a or b", "ask b", "ask a or not a"]).joined(separator: "\n")).program)
    let runner = TimelineRunner(FactBase(program))
    let plain = PlainTimelines(runner, of: program.questions, from: nil, to: nil).answers()
    #expect(program.questions.indices.map { plain[$0] == nil } == [false, false, false, true])
    for (number, question) in program.questions.prefix(3).enumerated() {
      var facts = runner.facts
      let alone = try runner.answer(to: question, nil, nil, &facts)
      #expect(try plain[number]?.get().rows == alone.rows, "\(question.text)")
    }
  }

  /// How many questions of a scenario were plain.
  private func compare(_ scenario: Scenario, in program: Program, _ name: String) -> Int {
    let runner = TimelineRunner(FactBase(program, scenario: scenario.told))
    let bounds: [(Moment?, Moment?)] = [(nil, nil), (PlainProgram.day(9), PlainProgram.day(22))]
    var plainCount = 0
    for (start, end) in bounds {
      let questions = scenario.asked
      let plain = PlainTimelines(runner, of: questions, from: start, to: end).answers()
      for (number, question) in questions.enumerated() {
        guard case .success(let found)? = plain[number] else { continue }
        plainCount += 1
        var facts = runner.facts
        do throws(EngineError) {
          let alone = try runner.answer(to: question, start, end, &facts)
          #expect(found.rows.map(\.values) == alone.rows.map(\.values), "\(question.text), \(name)")
          for (row, other) in zip(found.rows, alone.rows) {
            #expect(row.intervals.allSatisfy { $0.isProved && !$0.isCircular })
            #expect(row.intervals.joined == other.intervals.joined, "\(question.text), \(name)")
          }
        } catch {
          Issue.record("\(question.text): \(error), \(name)")
        }
      }
    }
    return plainCount
  }
}

extension Scenario {
  fileprivate var told: [CheckedStatement] {
    entries.compactMap { if case .told(let statement) = $0 { statement } else { nil } }
  }

  fileprivate var asked: [Question] {
    entries.compactMap { if case .question(let question) = $0 { question } else { nil } }
  }
}

extension TimelineIntervals {
  /// Neighbours with the same outcome as one, however surely it is told.
  fileprivate var joined: [TimelineAnswer.Interval] {
    reduce(into: []) { joined, interval in
      var interval = interval
      interval.isProved = true
      if let last = joined.last, last.outcome == interval.outcome {
        joined[joined.count - 1].until = interval.until
      } else {
        joined.append(interval)
      }
    }
  }
}

/// Random programs of conditions that look at nothing but the moment.
private struct PlainProgram {
  private var random: RandomSource
  private let states = ["A", "B"]

  static func text(seed: UInt64) -> String {
    var program = PlainProgram(random: RandomSource(seed: seed))
    return program.text()
  }

  static func day(_ number: Int) -> Moment? { Moment(minutes: Int64(18_262 + number) * 1_440) }

  private mutating func text() -> String {
    var lines = ["type State", "entity A, B: State"]
    for number in 0..<4 { lines.append("fact p\(number)(_ x: State)" + (random.chance(30) ? " presumed false" : "")) }
    lines.append("rule r0(_ x: State) when \(condition(2, "x"))")
    lines.append("treaty T {")
    if random.chance(60) { lines.append("in force from \(date()) until 2020-02-\(10 + random.below(15))") }
    lines.append("rule r1(_ x: State) when \(condition(2, "x"))" + (random.chance(30) ? " unless p0(x)" : ""))
    lines.append("rule r1(_ x: State) when \(condition(1, "x"))")
    if random.chance(40) { lines.append("exception to r1 when r0(x)") }
    lines.append("}")
    for _ in 0..<random.below(12) { lines.append(statement()) }
    lines.append("scenario \"asked\" {\nas of 2020-01-20")
    for _ in 0..<random.below(8) { lines.append(statement()) }
    for _ in 0..<3 { lines.append("ask \(condition(2, states[random.below(2)]))") }
    lines.append("ask T.r1(any)\n}")
    return lines.joined(separator: "\n")
  }

  private mutating func condition(_ depth: Int, _ state: String) -> String {
    if depth == 0 || random.chance(20) {
      let leaf = "p\(random.below(4))(\(random.chance(80) ? state : states[random.below(2)]))"
      return random.chance(25) ? "not \(leaf)" : leaf
    }
    let (left, right) = (condition(depth - 1, state), condition(depth - 1, state))
    return "(\(left) \(random.chance(50) ? "and" : "or") \(right))"
  }

  private mutating func date() -> String { "2020-01-0\(1 + random.below(9))" }

  private mutating func statement() -> String {
    let name = random.chance(15) ? (random.chance(50) ? "r0" : "T.r1") : "p\(random.below(4))"
    let told = random.chance(25) ? " is unknown" : random.chance(40) ? " is false" : ""
    let start = random.chance(80) ? " from 2020-01-\(10 + random.below(20))" : ""
    let end = random.chance(30) ? " until 2020-02-\(10 + random.below(15))" : ""
    let argument = random.chance(10) ? "any" : states[random.below(2)]
    return "assert \(name)(\(argument))\(told)\(start)\(end)"
  }
}
