import CasusSemantics
import Foundation
import Testing

@testable import CasusEngine

/// What holds of time whatever a program says.
@Suite struct TimePropertyTests {
  /// Where all dates lie so much later, everything is so much later: by minutes or by days, as the program counts.
  @Test func shiftingAllDatesShiftsTheAnswers() async {
    _ = await PropertyRun.overSeeds { seed, _ in
      let text = TimedGenerator.program(seed: seed)
      let shift = DateShift(of: text)
      guard let program = CompiledText(text).program, let later = CompiledText(shift.applied(to: text)).program else {
        return
      }
      for (asked, moved) in zip(AskedQuestion.all(of: program), AskedQuestion.all(of: later)) {
        // The default date of questions is a midnight, which is another thing for deadlines than other minutes.
        if shift.isOfMinutes && asked.moment.isMidnight { continue }
        var moved = moved
        moved.moment = shift.applied(to: asked.moment)
        let type = program[asked.question.expression].type
        #expect(
          asked.answer(program).map { shift.applied(to: $0.finding, type) } == moved.answer(later)?.finding,
          "seed \(seed), \(asked.question.text), \(shift.minutes) minutes later\n\(text)")
      }
    }
  }

  /// What has certainly been fulfilled or breached stays so, unless it rests on an occurrence told without a date: that
  /// happened before it is asked about, whenever that is.
  @Test func whatIsCertainStaysCertain() async {
    _ = await PropertyRun.overSeeds { seed, _ in
      let text = TimedGenerator.program(seed: seed)
      let isUndated = text.split(separator: "\n").contains { $0.hasPrefix("assert e") && $0.hasSuffix("( by : A )") }
      guard seed % 4 == 0, !isUndated else { return }
      let asks = ["n0", "n1"].flatMap { ["ask breached ( \($0) )", "ask fulfilled ( \($0) )"] }
      for ask in asks {
        // A norm may not be there, or not have the status.
        guard let program = CompiledText(text + ask + "\n").program else { continue }
        let facts = FactBase(program)
        guard case .success(let timeline) = TimelineRunner(facts).answers(to: program.questions)[0] else { continue }
        guard let intervals = timeline.rows.first?.intervals else { continue }
        let behind = intervals.drop { $0.outcome != .truth(true) }
        #expect(behind.allSatisfy { $0.outcome == .truth(true) }, "seed \(seed), \(ask)\n\(text)")
        for interval in behind.prefix(3) {
          guard let moment = interval.from else { continue }
          let answer = try? QuestionRunner(facts).answer(program.questions[0], asOf: moment)
          #expect(answer?.outcome == .truth(true), "seed \(seed), \(ask) as of \(moment)\n\(text)")
        }
      }
    }
  }
}

/// The same program at another time.
private struct DateShift {
  /// Programs that count minutes are moved within their day, so that no minute becomes a midnight; others by days, over
  /// the end of a February.
  let isOfMinutes: Bool
  var minutes: Int64 { isOfMinutes ? 433 : 57 * 1_440 }

  init(of text: String) { isOfMinutes = text.contains("minute") || text.contains("T00:0") }

  func applied(to text: String) -> String {
    text.replacing(#/\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}Z)?/#) { match in
      guard let moment = try? Moment(text: String(match.output.0)) else { return String(match.output.0) }
      return applied(to: moment).description
    }
  }

  /// What lies before all dates, or behind them, stays there.
  func applied(to moment: Moment) -> Moment {
    moment.isNever || moment.isEarly ? moment : Moment(minutes: moment.minutes + minutes) ?? moment
  }

  func applied(to finding: Finding, _ type: ValueType) -> Finding {
    guard type == .date, case .values(let set) = finding.result else { return finding }
    var finding = finding
    switch set {
    case .oneOf(let values): finding.result = .values(.oneOf(values.map { applied(to: $0) }))
    case .range(let low, let high):
      finding.result = .values(.range(low.map { applied(to: $0) }, high.map { applied(to: $0) }))
    }
    return finding
  }

  private func applied(to date: Scalar) -> Scalar { date.moment.map { Scalar(applied(to: $0)) } ?? date }
}
