import CasusSemantics
import Foundation
import Testing

@testable import CasusEngine

/// A timeline says of each moment what asking as of that moment says.
@Suite struct TimelinePropertyTests {
  @Test(arguments: ConformanceCase.all(in: "good"))
  func timelinesAgreeWithAsOf(_ file: ConformanceCase) throws {
    let text = try String(contentsOfFile: file.path, encoding: .utf8)
    // Cases that read tables cannot be compiled from their text alone; those that take no time need no timeline.
    guard let program = CompiledText(text).program, TimelineCheck.mentionsTime(text) else { return }
    for asked in AskedQuestion.all(of: program) { try TimelineCheck.check(asked, in: program, "\(file)") }
  }

  @Test(arguments: TimelineCheck.samples)
  func samplesAgreeWithAsOf(_ text: String) throws {
    let program = try #require(CompiledText(text).program, "\(CompiledText(text))")
    for question in program.questions {
      let asked = AskedQuestion(question: question, told: [], moment: .latest, place: (0, 0))
      let start: Int64 = 27_000_000
      let grid = (0..<300).compactMap { Moment(minutes: start + $0 * 5_041) }
      try TimelineCheck.check(asked, in: program, question.text, at: Set(grid))
    }
  }

  @Test func randomProgramsAgreeWithAsOf() async {
    _ = await PropertyRun.overSeeds { seed, _ in
      guard seed % 5 == 0, let (text, program) = PropertyRun.program(seed: seed) else { return }
      for asked in AskedQuestion.all(of: program).prefix(4) {
        do { try TimelineCheck.check(asked, in: program, "seed \(seed)\n\(text)") } catch {
          Issue.record("seed \(seed): \(error)")
        }
      }
    }
  }
}

enum TimelineCheck {
  static func mentionsTime(_ text: String) -> Bool {
    ["from", "until", "on ", "as of", "today", "in force"].contains { text.contains($0) }
  }

  /// Compares around each bound of the intervals, and around each moment that the engine looks at.
  static func check(
    _ asked: AskedQuestion, in program: Program, _ name: String, at others: Set<Moment> = []
  ) throws {
    let facts = FactBase(program, scenario: asked.told)
    guard case .success(let timeline) = TimelineRunner(facts).answers(to: [asked.question])[0] else { return }
    var moments = others.union([asked.moment])
    for row in timeline.rows {
      #expect(row.intervals.first?.from == nil && row.intervals.last?.until == nil)
      for (interval, next) in zip(row.intervals, row.intervals.dropFirst()) {
        #expect(interval.until == next.from)
        #expect(interval.outcome != next.outcome || interval.isProved != next.isProved || next.isCircular)
        if let bound = next.from { moments.formUnion([bound.minuteBefore, bound, bound.minuteAfter]) }
      }
    }
    for statement in facts.statements {
      guard case .period(let from?, let until) = statement.time else { continue }
      moments.formUnion([from, until ?? from, from.endOfDay])
    }
    for moment in moments.sorted().prefix(400) where moment > .earliest && moment < .latest {
      let answer = try QuestionRunner(facts).answer(asked.question, asOf: moment)
      compare(timeline, with: answer, at: moment, name + ": " + asked.question.text)
    }
  }

  private static func compare(_ timeline: TimelineAnswer, with answer: Answer, at moment: Moment, _ name: String) {
    if case .rows(let rows) = answer.outcome {
      let found = timeline.rows.compactMap { row -> Answer.Row? in
        guard let interval = interval(of: row, at: moment), interval.outcome != .truth(false) else { return nil }
        return Answer.Row(values: row.values, outcome: interval.outcome, isProved: interval.isProved)
      }
      #expect(found == rows, "\(name) as of \(moment)")
      return
    }
    guard let row = timeline.rows.first, let interval = interval(of: row, at: moment) else {
      if case .fault = answer.outcome { return }
      Issue.record("\(name): nothing as of \(moment)")
      return
    }
    if case .fault = answer.outcome, case .fault = interval.outcome { return }
    if case .value(let span) = interval.outcome, case .value(.oneOf(let values)) = answer.outcome {
      // What changes with every minute is told by its ends.
      #expect(values.allSatisfy { span.contains($0) }, "\(name) as of \(moment)")
    } else {
      #expect(interval.outcome == answer.outcome, "\(name) as of \(moment)")
    }
    #expect(interval.isCircular == answer.isCircular, "\(name) as of \(moment), circular")
    // A timeline may be unable to prove what a single moment settles, never the other way round.
    #expect(answer.isProved || !interval.isProved, "\(name) as of \(moment), proved")
  }

  private static func interval(of row: TimelineAnswer.Row, at moment: Moment) -> TimelineAnswer.Interval? {
    row.intervals.first { interval in
      (interval.from.map { $0 <= moment } ?? true) && (interval.until.map { moment < $0 } ?? true)
    }
  }

  static let samples = [
    // Sums and differences with the present, in days and months, on both sides.
    """
    fact began -> Date
    fact grace -> Duration
    assert began is 2024-01-31
    assert grace is 45 days
    ask today - began > 30 days
    ask today - 1 month >= began
    ask today + 30 days >= began
    ask today + 1 month > began
    ask today > began + 1 month
    ask today > began + grace
    ask today - grace > began
    ask today >= 2024-03-31 - 1 month and today < 2025-01-01
    """,
    // Windows, undated and ranged occurrences, denials.
    """
    type State
    entity Alba, Brabant, Cleve: State
    event raid(by actor: State)
    fact calm(_ state: State)
    assert raid(by: Alba) on 2020-02-29
    assert raid(by: Alba) on 2021-05-01T12:00Z
    assert raid(by: Brabant) on 2022-01-01..2022-06-30
    assert raid(by: Cleve)
    deny raid(by: Cleve) from 2023-01-01
    assert calm(Alba) from 2021-01-01 until 2023-01-01
    assert calm(Brabant) is unknown from 2022-03-01
    ask raid(by: any) in last 90 days
    ask raid(by: Alba) in last 1 year
    ask raid(by: Brabant) since 2022-03-01
    ask raid(by: Cleve) before 2022-01-01
    ask raid(by: any)
    ask date of raid(by: Alba)
    ask calm(Alba) for 1 year
    ask calm(Alba) for 30 days and not calm(Alba) for 60 days
    ask calm(Brabant) for 30 days and not calm(Brabant) for 60 days
    """,
    // The life of norms, in several episodes.
    """
    type State
    entity Alba, Brabant: State
    event pay(by: State)
    event report(by: State)
    fact indebted(_ state: State)
    norm payment(_ state: State): state must pay() within 60 days when indebted(state)
    norm reporting(_ state: State): state must report() by 2024-12-31 when indebted(state)
    assert indebted(Alba) from 2024-01-01 until 2024-06-01
    assert indebted(Alba) from 2024-09-01
    assert pay(by: Alba) on 2024-02-01
    assert indebted(Brabant) from 2024-03-01
    assert pay(by: Brabant) on 2024-04-01..2024-06-01
    ask payment(Alba)
    ask owed(payment(Alba))
    ask breached(payment(Alba))
    ask fulfilled(payment(any))
    ask breached(reporting(Brabant))
    ask date of breached(payment(Alba))
    """,
  ]
}
