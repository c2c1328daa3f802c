extension Moment {
  /// So much later. Months keep the time of day, and the day of the month unless the month reached is too short, where
  /// it becomes the last; *never* stays never. Beyond the years 1 to 9999 it is a fault.
  package func adding(_ duration: CalendarDuration) throws(ArithmeticFault) -> Moment {
    if isNever { return self }
    switch duration.measure {
    case .clock, .days: return try adding(minutes: duration.amount)
    case .months: return try adding(months: duration.amount)
    }
  }

  /// So much earlier, by the rules of ``adding(_:)``.
  package func subtracting(_ duration: CalendarDuration) throws(ArithmeticFault) -> Moment {
    if isNever { return self }
    return try adding(duration.negated())
  }

  /// The time from `other` to here: in days if both are midnights, as dates without a time of day are, else to the
  /// minute; negative if `other` is later.
  package func duration(since other: Moment) throws(ArithmeticFault) -> CalendarDuration {
    if isNever || other.isNever { throw .distanceToNever }
    let measure: CalendarDuration.Measure = isMidnight && other.isMidnight ? .days : .clock
    return CalendarDuration(minutes - other.minutes, measure)
  }

  private func adding(minutes count: Int64) throws(ArithmeticFault) -> Moment {
    let (sum, overflow) = minutes.addingReportingOverflow(count)
    guard !overflow, let moment = Moment(minutes: sum) else { throw .overflow }
    return moment
  }

  private func adding(months: Int64) throws(ArithmeticFault) -> Moment {
    guard
      let date = calendarDate?.adding(months: months), let time = timeOfDay,
      let moment = Moment(date, hour: time.hour, minute: time.minute)
    else { throw .overflow }
    return moment
  }
}
