import CasusSemantics
import Foundation
import Testing

@testable import CasusEngine

/// The timeline of `Examples/russia-dprk-succession` at each of its bounds, a minute before and a minute after.
///
/// The bounds are derived from what sources say of the treaties, not from the example:
///
/// * 1961-09-10 and 1996-09-10: ten years, then five years each time, and the next expiry is 10 September 1996 (Fritsche,
///   BIOst 13/1996, ssoar.info document 4609; ATOP 4.01 has 1996-09-10 as the end of alliance 3440). Ten years and five
///   times five before that lies the beginning.
/// * 2024-12-04: in force from the exchange of instruments, from which date the treaty of 2000 ceases to have effect
///   (Interfax and KCNA, 2024-12-05; tass.com/world/1882445).
/// * 2000-10-09: the entry into force of the treaty of 9 February 2000 (ATOP 4.01, alliance 4940, has the signature
///   alone); from memory, unverified, as the example says.
@Suite struct SuccessionTests {
  private static let expiry = CalendarDate(year: 1996, month: 9, day: 10).map { Moment($0) }
  private static let second = CalendarDate(year: 2000, month: 10, day: 9).map { Moment($0) }
  private static let third = CalendarDate(year: 2024, month: 12, day: 4).map { Moment($0) }

  /// What a timeline says between two bounds: which of the treaties, in the order of the example's type.
  private enum Status: Equatable {
    case oneOf([Int])
    case contested
  }

  private static let (of1961, of2000, of2024, noTreaty) = (0, 1, 2, 3)

  @Test(arguments: [nil, "Lapsed", "Renewed", "Undecided"])
  func statusLineIsRightAtEachBound(_ view: String?) throws {
    let expiry = try #require(Self.expiry)
    let first = try [10, 5, 5, 5, 5, 5].reduce(expiry) { moment, years in
      try moment.subtracting(CalendarDuration(Int64(years), .year))
    }
    let second = try #require(Self.second)
    let third = try #require(Self.third)
    let disputed: Status =
      switch view {
      case nil: .contested
      case "Lapsed": .oneOf([Self.noTreaty])
      case "Renewed": .oneOf([Self.of1961])
      default: .oneOf([Self.of1961, Self.noTreaty])
      }
    let bounds: [(moment: Moment, before: Status, from: Status)] = [
      (first, .oneOf([Self.noTreaty]), .oneOf([Self.of1961])),
      (expiry, .oneOf([Self.of1961]), disputed),
      (second, disputed, .oneOf([Self.of2000])),
      (third, .oneOf([Self.of2000]), .oneOf([Self.of2024])),
    ]
    let (facts, question) = try Self.question(according: view)
    let timeline = try TimelineRunner(facts).answers(to: [question])[0].get()
    for bound in bounds {
      for (moment, expected) in [
        (bound.moment.minuteBefore, bound.before), (bound.moment, bound.from), (bound.moment.minuteAfter, bound.from),
      ] {
        let interval = timeline.rows[0].intervals.first { interval in
          (interval.from.map { $0 <= moment } ?? true) && (interval.until.map { moment < $0 } ?? true)
        }
        #expect(Self.status(interval?.outcome) == expected, "the timeline at \(moment), \(view ?? "no view")")
        let answer = try QuestionRunner(facts).answer(question, asOf: moment)
        #expect(Self.status(answer.outcome) == expected, "asked as of \(moment), \(view ?? "no view")")
      }
    }
    // There are no other bounds: where the reading is that nothing changed in 1996, not even that one.
    let expected = bounds.filter { $0.before != $0.from }.map { $0.moment }
    #expect(timeline.rows[0].intervals.compactMap { $0.from } == expected)
  }

  private static func status(_ outcome: Answer.Outcome?) -> Status? {
    switch outcome {
    case .contested: .contested
    case .value(.oneOf(let scalars)): .oneOf(scalars.compactMap { $0.integer.flatMap { Int(exactly: $0) } })
    default: nil
    }
  }

  private static func question(according view: String?) throws -> (FactBase, Question) {
    let folder = ConformanceCase.root.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Examples/russia-dprk-succession").path
    let text = "use \"facts.casus\"\nask treaty_in_force" + (view.map { " according to \($0)" } ?? "")
    let main = folder + "/asked.casus"
    let compilation = compile(main: main) { path in
      if path == main { return .bytes(Array(text.utf8)) }
      guard let data = FileManager.default.contents(atPath: path) else { return .failed("no such file") }
      return .bytes(Array(data))
    }
    let program = try #require(compilation.program)
    return (FactBase(program), try #require(program.questions.first))
  }
}
