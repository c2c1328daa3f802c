import Testing

@testable import CasusSemantics

@Suite struct CalendarDurationTests {
  @Test(arguments: [
    ("48 hours", "48 hours"), ("2 days", "2 days"), ("30 minutes", "30 minutes"), ("60 minutes", "1 hour"),
    ("90 minutes", "90 minutes"), ("3 weeks", "21 days"), ("6 months", "6 months"), ("12 months", "1 year"),
    ("18 months", "18 months"), ("2 years", "2 years"), ("1 year", "1 year"), ("1 day", "1 day"),
    ("36 hours", "36 hours"),
    ("1_000 days", "1000 days"), ("1 days", "1 day"), ("2 hour", "2 hours"), ("0 days", "0 days"),
    ("-2 days", "-2 days"),
    ("0 years", "0 months"), ("0 hours", "0 hours"), ("-1 year", "-1 year"),
  ])
  func durationsReadAndPrint(text: String, printed: String) throws {
    let duration = try CalendarDuration(text: text)
    #expect(duration.description == printed)
    #expect(try CalendarDuration(text: printed) == duration)
  }

  @Test(arguments: [
    ("", DurationTextFault.malformed), ("2", .malformed), ("days", .malformed), ("x days", .malformed),
    ("1.5 hours", .malformed), ("1.0 hours", .malformed), ("--1 days", .malformed), (" days", .malformed),
    ("2 fortnights", .unknownUnit("fortnights")), ("2  days", .unknownUnit(" days")),
    ("2 dayss", .unknownUnit("dayss")),
    ("2 ", .unknownUnit("")), ("9223372036854775808 days", .overflow), ("9223372036854775807 hours", .overflow),
    ("99999999999999999999999999999999999999999999 days", .overflow),
  ])
  func whatIsNoDurationTellsWhy(text: String, fault: DurationTextFault) {
    #expect(throws: fault) { try CalendarDuration(text: text) }
  }

  @Test func equallyLongIsNotInterchangeable() throws {
    let (hours, days) = (try CalendarDuration(48, .hour), try CalendarDuration(2, .day))
    #expect(hours.compared(to: days) == .equal)
    #expect(hours != days)
    #expect(!hours.runsToEndOfDay && days.runsToEndOfDay)
    #expect(try CalendarDuration(36, .hour).compared(to: days) == .shorter)
    #expect(try CalendarDuration(1, .week).compared(to: days) == .longer)
    #expect(try CalendarDuration(1, .week) == CalendarDuration(7, .day))
    #expect(try CalendarDuration(11, .month).compared(to: CalendarDuration(1, .year)) == .shorter)
    #expect(try CalendarDuration(1, .month).runsToEndOfDay)
  }

  @Test func daysAndMonthsDoNotMix() throws {
    let (days, months) = (try CalendarDuration(30, .day), try CalendarDuration(1, .month))
    #expect(days.compared(to: months) == nil)
    #expect(months.compared(to: days) == nil)
    #expect(throws: ArithmeticFault.incomparableDurations) { try days.adding(months) }
    #expect(throws: ArithmeticFault.incomparableDurations) { try months.subtracting(days) }
  }

  @Test func arithmeticKeepsTheMeasure() throws {
    let (hours, days) = (try CalendarDuration(12, .hour), try CalendarDuration(2, .day))
    #expect(try days.adding(hours).description == "60 hours")
    #expect(try days.adding(days).description == "4 days")
    #expect(try days.subtracting(days).description == "0 days")
    #expect(try days.multiplied(by: 3).description == "6 days")
    #expect(try CalendarDuration(6, .month).multiplied(by: 3).description == "18 months")
    #expect(try hours.negated().description == "-12 hours")
  }

  @Test func overflowIsAFault() throws {
    let greatest = CalendarDuration(.max, .clock)
    #expect(throws: ArithmeticFault.overflow) { try greatest.adding(CalendarDuration(1, .clock)) }
    #expect(throws: ArithmeticFault.overflow) { try CalendarDuration(.min, .months).negated() }
    #expect(throws: ArithmeticFault.overflow) { try CalendarDuration(.min, .clock).subtracting(greatest) }
    #expect(throws: ArithmeticFault.overflow) { try greatest.multiplied(by: 2) }
    #expect(throws: ArithmeticFault.overflow) { try CalendarDuration(.max, .year) }
  }

  @Test func differencesOfDatesAreInDays() throws {
    let (first, second) = (try Moment(text: "2024-02-28"), try Moment(text: "2024-03-01"))
    #expect(try second.duration(since: first).description == "2 days")
    #expect(try first.duration(since: second).description == "-2 days")
    #expect(try Moment(text: "2024-03-01T06:00Z").duration(since: first).description == "54 hours")
  }
}
