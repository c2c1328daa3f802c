extension Moment {
  /// The minute before; the first minute of all has none and stays. *Never* stays too.
  package var minuteBefore: Moment { isNever ? self : Moment(minutes: minutes - 1) ?? self }

  /// The minute after; the last minute of all has none and stays. *Never* stays too.
  package var minuteAfter: Moment { isNever ? self : Moment(minutes: minutes + 1) ?? self }
}

extension CalendarDuration {
  /// A duration of so many minutes or months; minutes that are no whole days count by the clock.
  package init(amount: Int64, measure: Measure) {
    self.init(amount, measure == .days && amount % Moment.minutesInDay != 0 ? .clock : measure)
  }
}
