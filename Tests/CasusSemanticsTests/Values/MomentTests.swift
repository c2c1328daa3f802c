import Testing

@testable import CasusSemantics

@Suite struct MomentTests {
  @Test(arguments: [
    ("2024-06-19", "2024-06-19"), ("2024-06-19T00:00Z", "2024-06-19"), ("2024-06-19T05:30Z", "2024-06-19T05:30Z"),
    ("2024-06-19T14:30+09:00", "2024-06-19T05:30Z"), ("2024-06-19T00:30+09:00", "2024-06-18T15:30Z"),
    ("2024-12-31T20:00-05:00", "2025-01-01T01:00Z"), ("1850-03-01T12:07Z", "1850-03-01T12:07Z"),
    ("0001-01-01", "0001-01-01"), ("9999-12-31T23:59Z", "9999-12-31T23:59Z"), ("2024-02-29", "2024-02-29"),
  ])
  func datesReadAndPrint(text: String, printed: String) throws {
    let moment = try Moment(text: text)
    #expect(moment.description == printed)
    #expect(try Moment(text: printed) == moment)
  }

  @Test(arguments: [
    ("2024-00-01", MomentTextFault.noSuchMonth), ("2024-13-01", .noSuchMonth), ("2024-01-00", .noSuchDay),
    ("1914-08-32", .noSuchDay), ("2023-02-29", .noSuchDay), ("1900-02-29", .noSuchDay), ("0000-01-01", .noSuchYear),
    ("2024-01-01T24:00Z", .noSuchHour), ("2024-01-01T23:60Z", .noSuchMinute),
    ("2024-01-01T23:00+24:00", .noSuchOffset), ("2024-01-01T23:00+01:60", .noSuchOffset),
    ("0001-01-01T00:00+00:01", .outOfRange), ("9999-12-31T23:59-00:01", .outOfRange), ("", .malformed),
    ("2024-1-01", .malformed), ("24-01-01", .malformed), ("2024-01-01 ", .malformed), ("2024-01-01T05:30", .malformed),
    ("2024-01-01T05:30:00Z", .malformed), ("2024-01-01T05:30z", .malformed), ("2024-01-01T05:30+09", .malformed),
    ("2024-01-01T05:30+0900", .malformed), ("2024/01/01", .malformed), ("-024-01-01", .malformed),
    ("2024-01-01T5:30Z", .malformed), ("٢٠٢٤-٠١-٠١", .malformed), ("never", .malformed),
  ])
  func whatIsNoDateTellsWhy(text: String, fault: MomentTextFault) {
    #expect(throws: fault) { try Moment(text: text) }
  }

  @Test func everyPrefixIsReadOrRefused() {
    let text = "2024-06-19T14:30+09:00"
    let readable = text.indices.filter { (try? Moment(text: String(text[..<$0]))) != nil }
    #expect(readable.map { text.distance(from: text.startIndex, to: $0) } == [10])
  }

  @Test(arguments: [
    ("2024-01-31", "1 month", "2024-02-29"), ("2023-01-31", "1 month", "2023-02-28"),
    ("2024-02-29", "1 year", "2025-02-28"), ("2024-02-29", "4 years", "2028-02-29"),
    ("2024-01-31T05:30Z", "1 month", "2024-02-29T05:30Z"), ("2024-12-31", "2 months", "2025-02-28"),
    ("2024-08-06T12:00Z", "36 hours", "2024-08-08"), ("2024-02-28", "2 days", "2024-03-01"),
    ("1969-12-31T23:59Z", "1 minute", "1970-01-01"), ("1848-03-15", "100 years", "1948-03-15"),
    ("2024-06-19", "3 weeks", "2024-07-10"), ("2024-03-31", "-1 months", "2024-02-29"),
    ("2024-01-15", "-1 months", "2023-12-15"),
  ])
  func durationsAdd(start: String, duration: String, end: String) throws {
    let added = try Moment(text: start).adding(CalendarDuration(text: duration))
    #expect(added.description == end)
  }

  @Test func durationsSubtract() throws {
    let month = try CalendarDuration(1, .month)
    #expect(try Moment(text: "2024-03-31").subtracting(month).description == "2024-02-29")
    #expect(try Moment(text: "2024-03-01").subtracting(CalendarDuration(2, .day)).description == "2024-02-28")
  }

  @Test func theCalendarEnds() throws {
    let minute = try CalendarDuration(1, .minute)
    #expect(throws: ArithmeticFault.overflow) { try Moment.latest.adding(minute) }
    #expect(throws: ArithmeticFault.overflow) { try Moment.earliest.subtracting(minute) }
    for unit in CalendarDuration.Unit.allCases {
      #expect(throws: ArithmeticFault.overflow) { try Moment.latest.adding(CalendarDuration(1, unit)) }
    }
    for amount in [Int64.max, .min, .max - 1, .min + 1, 1 << 40, -(1 << 40)] {
      for measure in [CalendarDuration.Measure.clock, .months] {
        let duration = CalendarDuration(amount, measure)
        #expect(throws: ArithmeticFault.overflow) { try Moment(minutes: 0)?.adding(duration) }
        #expect(throws: ArithmeticFault.overflow) { try Moment(minutes: 0)?.subtracting(duration) }
      }
    }
  }

  @Test func neverStaysNever() throws {
    let never = Moment.never
    for text in ["1 day", "9223372036854775807 months", "0 hours"] {
      let duration = try CalendarDuration(text: text)
      #expect(try never.adding(duration) == never)
      #expect(try never.subtracting(duration) == never)
    }
    #expect(never.startOfDay == never && never.endOfDay == never)
    #expect(!never.isMidnight && never.isNever)
    #expect(never.calendarDate == nil && never.timeOfDay == nil)
    #expect(never.description == "never")
    #expect(throws: ArithmeticFault.distanceToNever) { try never.duration(since: never) }
    #expect(throws: ArithmeticFault.distanceToNever) { try Moment.latest.duration(since: never) }
  }

  @Test func randomMomentsKeepTheirFields() throws {
    var random = SplitMix(seed: 3)
    for _ in 0..<5_000 {
      let minutes = Int64.random(in: Moment.earliest.minutes...Moment.latest.minutes, using: &random)
      let moment = try #require(Moment(minutes: minutes))
      let (date, time) = (try #require(moment.calendarDate), try #require(moment.timeOfDay))
      #expect(Moment(date, hour: time.hour, minute: time.minute) == moment)
      #expect(try Moment(text: moment.description) == moment)
      #expect(moment.startOfDay == Moment(date) && moment.startOfDay.isMidnight)
      #expect(moment.endOfDay.timeOfDay ?? (0, 0) == (23, 59))
      #expect(moment.endOfDay.calendarDate == date)
      #expect(moment.isMidnight == (time == (0, 0)))
      let other = try #require(Moment(minutes: .random(in: -1_000_000...1_000_000, using: &random)))
      #expect(try other.adding(moment.duration(since: other)) == moment)
    }
  }
}
