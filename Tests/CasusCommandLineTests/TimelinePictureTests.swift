import CasusSemantics
import Foundation
import Testing

@testable import CasusAnalysis
@testable import CasusCommandLine

/// Pictures of timelines.
@Suite struct TimelinePictureTests {
  private static func date(_ text: String) -> Moment { (try? Moment(text: text)) ?? .never }

  /// One of each sign.
  static var sample: TimelineReport {
    typealias Interval = TimelineReport.Interval
    let (first, second, third) = (date("1920-01-01"), date("1921-01-01"), date("1922-07-01"))
    var report = TimelineReport(file: "debt.casus", scenario: "a <b> & c")
    report.rows = [
      .init(
        query: "payment(Alba)",
        intervals: [
          Interval(from: nil, until: first, outcome: .truth(.false)),
          Interval(from: first, until: second, outcome: .truth(.true)),
          Interval(from: second, until: third, outcome: .truth(.unknown)),
          Interval(from: third, until: nil, outcome: .truth(.contested)),
        ],
        events: [
          .init(at: first, kind: .owed, isCertain: true), .init(at: first, kind: .fulfilled, isCertain: false),
          .init(at: second, kind: .breached, isCertain: true), .init(at: third, kind: .lapsed, isCertain: true),
        ]),
      .init(
        query: "10 / n",
        intervals: [
          Interval(from: nil, until: second, outcome: .value(.single(SampleReports.whole(5))), isProved: false),
          Interval(from: second, until: nil, outcome: .fault(.init(message: "the divisor is zero", file: "", line: 0))),
        ]),
    ]
    return report
  }

  private static let golden = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Golden")

  /// With `CASUS_WRITE_GOLDEN` set, the files are written anew: look at them before you commit them.
  private func compare(_ text: String, with name: String) throws {
    let file = Self.golden.appending(path: name)
    if ProcessInfo.processInfo.environment["CASUS_WRITE_GOLDEN"] != nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(text == (try String(contentsOf: file, encoding: .utf8)), "\(name) differs")
  }

  private var picture: String { TimelineSVGRenderer(Self.sample, today: Self.date("2000-01-01")).render() }

  @Test func thePictureIsAsItWasSeen() throws { try compare(picture, with: "timeline.svg") }

  @Test func theTextIsAsItWasSeen() throws {
    let text = TimelineTextRenderer(paint: Paint(isColored: false), isQuiet: false).render(Self.sample)
    try compare(text, with: "timeline.txt")
  }

  @Test func thePictureIsWellFormedAndTellsAllInWords() throws {
    let parser = XMLChecker(picture)
    #expect(parser.isWellFormed)
    #expect(picture.contains("payment(Alba): false until 1920-01-01; true from 1920-01-01 until 1921-01-01;"))
    #expect(picture.contains("<title>may be fulfilled, 1920-01-01</title>"))
    #expect(picture.contains("a &lt;b&gt; &amp; c"))
  }

  @Test(arguments: [
    ("1920-01-01", "1920-01-02", 16), ("1920-01-01", "1920-03-01", 10), ("1920-01-01", "1923-01-01", 7),
    ("1800-01-01", "1990-01-01", 4), ("0001-01-01", "9999-01-01", 4), ("1920-01-01", "1920-01-01", 7),
  ])
  func datesOnTheAxisNeverTouch(_ low: String, _ high: String, _ characters: Int) {
    let axis = TimelineAxis(
      showing: [Self.date(low), Self.date(high)], low: nil, high: nil, today: .latest, width: 600, characterWidth: 6)
    #expect(axis.ticks.count >= 2)
    #expect(axis.ticks.allSatisfy { $0.text.utf8.count <= characters })
    for (tick, next) in zip(axis.ticks, axis.ticks.dropFirst()) {
      let distance = (axis.position(of: next.moment) - axis.position(of: tick.moment)) * 600
      #expect(distance > Double(tick.text.utf8.count) * 6, "\(tick.text) \(next.text)")
    }
  }

  @Test func marksOfOneMomentStandBelowEachOther() {
    let layout = TimelineLayout(Self.sample, today: .latest, legend: TimelineLegend(Self.sample))
    #expect(layout.rows[0].marks.map { $0.track } == [0, 1, 0, 0])
    #expect(layout.rows[1].top >= layout.rows[0].top + layout.rows[0].height)
  }

  @Test(arguments: [
    ("a", ["a"]), ("", [""]), ("one two three", ["one two", "  three"]),
    ("mutual_assistance(Alba)", ["mutual_", "  assistanc", "  e(Alba)"]),
  ])
  func labelsAreBrokenWhereTheyMay(_ text: String, _ lines: [String]) {
    #expect(TimelineLayout.wrapped(text, to: 11) == lines)
  }
}

/// Whether tags are closed in order: enough to know that nothing in a name broke the picture.
private struct XMLChecker {
  var isWellFormed = true

  init(_ text: String) {
    var open: [Substring] = []
    for part in text.split(separator: "<").dropFirst(text.hasPrefix("<") ? 0 : 1) {
      guard let end = part.firstIndex(of: ">") else {
        isWellFormed = false
        return
      }
      let tag = part[..<end]
      let name = tag.drop { $0 == "/" }.prefix { $0 != " " && $0 != "/" }
      if tag.hasPrefix("/") {
        isWellFormed = isWellFormed && open.popLast() == name
      } else if !tag.hasSuffix("/") {
        open.append(name)
      }
    }
    isWellFormed = isWellFormed && open.isEmpty
  }
}
