/// A point in time, to the minute, in UTC: the value of a `Date`; or *never*, which is later than every date.
///
/// Moments are ordered as their ``minutes`` are, so an engine may compare those.
package struct Moment: Hashable, Sendable {
  /// Whole minutes since 1970-01-01T00:00Z; the greatest number there is for *never*.
  package let minutes: Int64

  private init(unchecked minutes: Int64) { self.minutes = minutes }

  /// The moment so many minutes after 1970-01-01T00:00Z, or nil before the year 1 and after the year 9999.
  package init?(minutes: Int64) {
    guard Moment.earliest.minutes...Moment.latest.minutes ~= minutes else { return nil }
    self.init(unchecked: minutes)
  }

  /// The first minute of a day.
  package init(_ date: CalendarDate) {
    self.init(unchecked: Int64(date.dayNumber) * Moment.minutesInDay)
  }

  /// A minute of a day, or nil where no clock has it.
  package init?(_ date: CalendarDate, hour: Int, minute: Int) {
    guard 0...23 ~= hour, 0...59 ~= minute else { return nil }
    self.init(unchecked: Moment(date).minutes + Int64(hour * 60 + minute))
  }

  package static var never: Moment { Moment(unchecked: .max) }
  /// 0001-01-01T00:00Z.
  package static var earliest: Moment { Moment(unchecked: -1_035_593_280) }
  /// 9999-12-31T23:59Z.
  package static var latest: Moment { Moment(unchecked: 4_223_371_679) }
  static var minutesInDay: Int64 { 1_440 }

  package var isNever: Bool { minutes == .max }
}

extension Moment: Comparable {
  package static func < (left: Moment, right: Moment) -> Bool { left.minutes < right.minutes }
}

/// Calendar fields and days.
extension Moment {
  /// The day in which it lies, or nil for *never*.
  package var calendarDate: CalendarDate? {
    guard !isNever else { return nil }
    return CalendarDate(dayNumber: Int((minutes - minuteOfDay) / Moment.minutesInDay))
  }

  /// The time of day, or nil for *never*.
  package var timeOfDay: (hour: Int, minute: Int)? {
    guard !isNever else { return nil }
    return (Int(minuteOfDay / 60), Int(minuteOfDay % 60))
  }

  /// Whether it is the first minute of a day; *never* is not.
  package var isMidnight: Bool { !isNever && minuteOfDay == 0 }

  /// The first minute of its day; *never* stays never.
  package var startOfDay: Moment { isNever ? self : Moment(unchecked: minutes - minuteOfDay) }

  /// The last minute of its day, in which a deadline that is told in days still is met; *never* stays never.
  package var endOfDay: Moment {
    isNever ? self : Moment(unchecked: minutes - minuteOfDay + Moment.minutesInDay - 1)
  }

  /// Minutes since midnight, also for moments before 1970.
  private var minuteOfDay: Int64 {
    let remainder = minutes % Moment.minutesInDay
    return remainder < 0 ? remainder + Moment.minutesInDay : remainder
  }
}
