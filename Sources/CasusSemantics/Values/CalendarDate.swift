/// A day of the proleptic Gregorian calendar, from 0001-01-01 to 9999-12-31.
package struct CalendarDate: Hashable, Sendable {
  package let year: Int
  package let month: Int
  package let day: Int

  package static var years: ClosedRange<Int> { 1...9999 }

  /// The day, or nil where no calendar has it.
  package init?(year: Int, month: Int, day: Int) {
    guard CalendarDate.years.contains(year), 1...12 ~= month else { return nil }
    guard 1...CalendarDate.daysInMonth(month, ofYear: year) ~= day else { return nil }
    self.init(existingYear: year, month: month, day: day)
  }

  private init(existingYear year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  package static func isLeapYear(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// - Parameter month: 1 to 12.
  package static func daysInMonth(_ month: Int, ofYear year: Int) -> Int {
    switch month {
    case 2: isLeapYear(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The same day of the month so many months later or earlier, or that month's last where it has no such day; nil
  /// beyond the calendar.
  package func adding(months: Int64) -> CalendarDate? {
    let (count, overflow) = Int64(year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, count >= 0, let targetYear = Int(exactly: count / 12) else { return nil }
    guard CalendarDate.years.contains(targetYear) else { return nil }
    let targetMonth = Int(count % 12) + 1
    let lastDay = CalendarDate.daysInMonth(targetMonth, ofYear: targetYear)
    return CalendarDate(existingYear: targetYear, month: targetMonth, day: min(day, lastDay))
  }
}

/// Days as numbers, 1970-01-01 being 0.
extension CalendarDate {
  /// The number of 1970-01-01 when 0001-01-01 is 0.
  private static var epoch: Int { 719_162 }
  private static var daysInFourCenturies: Int { 146_097 }
  private static var daysInCentury: Int { 36_524 }
  private static var daysInFourYears: Int { 1_461 }

  package var dayNumber: Int {
    let before = year - 1
    let leapDays = before / 4 - before / 100 + before / 400
    return before * 365 + leapDays + CalendarDate.daysBeforeMonth(month, ofYear: year) + day - 1 - CalendarDate.epoch
  }

  /// The day with this number, or nil beyond the calendar.
  package init?(dayNumber: Int) {
    guard -CalendarDate.epoch...2_932_896 ~= dayNumber else { return nil }
    var rest = dayNumber + CalendarDate.epoch
    let fourCenturies = rest / CalendarDate.daysInFourCenturies
    rest %= CalendarDate.daysInFourCenturies
    // The last century of four and the last year of four are a day longer, so a quotient of 4 belongs to the fourth.
    let centuries = min(rest / CalendarDate.daysInCentury, 3)
    rest -= centuries * CalendarDate.daysInCentury
    let fourYears = rest / CalendarDate.daysInFourYears
    rest %= CalendarDate.daysInFourYears
    let years = min(rest / 365, 3)
    rest -= years * 365
    let year = fourCenturies * 400 + centuries * 100 + fourYears * 4 + years + 1
    // No month is longer than 31 days, so this is the month sought or the one before it.
    var month = rest / 31 + 1
    if month < 12, rest >= CalendarDate.daysBeforeMonth(month + 1, ofYear: year) { month += 1 }
    let day = rest - CalendarDate.daysBeforeMonth(month, ofYear: year) + 1
    self.init(existingYear: year, month: month, day: day)
  }

  private static func daysBeforeMonth(_ month: Int, ofYear year: Int) -> Int {
    let leapDay = month > 2 && isLeapYear(year) ? 1 : 0
    return leapDay + daysBeforeMonthOfCommonYear(month)
  }

  private static func daysBeforeMonthOfCommonYear(_ month: Int) -> Int {
    switch month {
    case 1: 0
    case 2: 31
    case 3: 59
    case 4: 90
    case 5: 120
    case 6: 151
    case 7: 181
    case 8: 212
    case 9: 243
    case 10: 273
    case 11: 304
    default: 334
    }
  }
}
