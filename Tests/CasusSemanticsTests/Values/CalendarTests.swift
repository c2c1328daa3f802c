import Testing

@testable import CasusSemantics

@Suite struct CalendarTests {
  /// Walks through all years day by day, by the rules one learns at school, and compares.
  @Test func everyDayHasItsNumber() throws {
    var number = -719_162
    for year in 1...9999 {
      let isLeapYear = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      let lengths = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for (index, length) in lengths.enumerated() {
        // Every day of some years, the first and last days of each month of the others.
        for day in 1...length where year % 97 == 0 || day == 1 || day >= 28 {
          let date = CalendarDate(year: year, month: index + 1, day: day)
          guard date != nil, date?.dayNumber == number + day - 1, CalendarDate(dayNumber: number + day - 1) == date
          else {
            Issue.record("\(year)-\(index + 1)-\(day)")
            return
          }
        }
        number += length
        #expect(CalendarDate(year: year, month: index + 1, day: length + 1) == nil)
      }
    }
    #expect(number == 2_932_897)
    #expect(CalendarDate(dayNumber: number) == nil)
    #expect(CalendarDate(dayNumber: -719_163) == nil)
  }

  @Test func knownDays() {
    #expect(CalendarDate(year: 1970, month: 1, day: 1)?.dayNumber == 0)
    #expect(CalendarDate(year: 2000, month: 3, day: 1)?.dayNumber == 11_017)
    #expect(CalendarDate(year: 1900, month: 2, day: 29) == nil)
    #expect(CalendarDate(year: 2000, month: 2, day: 29) != nil)
    #expect(CalendarDate(year: 0, month: 1, day: 1) == nil)
    #expect(CalendarDate(year: 2024, month: 13, day: 1) == nil)
    #expect(CalendarDate(year: 2024, month: 1, day: 0) == nil)
  }

  @Test func boundsAreThoseOfTheCalendar() throws {
    #expect(Moment.earliest == (try Moment(text: "0001-01-01")))
    #expect(Moment.latest == (try Moment(text: "9999-12-31T23:59Z")))
    #expect(Moment(minutes: Moment.latest.minutes + 1) == nil)
    #expect(Moment(minutes: Moment.earliest.minutes - 1) == nil)
    #expect(Moment(minutes: .max) == nil)
    #expect(Moment.never > Moment.latest)
  }
}
