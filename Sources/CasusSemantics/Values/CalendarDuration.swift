/// A length of time: the value of a `Duration`.
///
/// Minutes, hours, days and weeks have a fixed length; months and years have not, so the two kinds neither compare nor
/// add. `48 hours` and `2 days` are equally long, yet a deadline told in days runs to the end of its last day and one
/// told in hours to its minute. So a duration remembers how it was told. `==` takes that into account and thus tells
/// whether two durations are interchangeable; whether they are equally long is for ``compared(to:)`` to say.
package struct CalendarDuration: Hashable, Sendable {
  package enum Measure: Hashable, Sendable {
    /// To the minute: the amount counts minutes.
    case clock
    /// In whole days: the amount counts minutes here too, and is a multiple of those of a day.
    case days
    /// By the calendar: the amount counts months.
    case months
  }

  package enum Unit: CaseIterable, Hashable, Sendable {
    case minute, hour, day, week, month, year
  }

  package let amount: Int64
  package let measure: Measure

  /// - Precondition: an amount in days is a multiple of the minutes of a day.
  init(_ amount: Int64, _ measure: Measure) {
    assert(measure != .days || amount % Moment.minutesInDay == 0)
    self.amount = amount
    self.measure = measure
  }

  package init(_ count: Int64, _ unit: Unit) throws(ArithmeticFault) {
    let (amount, overflow) = count.multipliedReportingOverflow(by: unit.size)
    if overflow { throw .overflow }
    self.init(amount, unit.measure)
  }

  /// Whether a deadline so far away lasts until the end of its day.
  package var runsToEndOfDay: Bool { measure != .clock }

  /// Whether its length depends on where in the calendar it is counted from.
  package var isInMonths: Bool { measure == .months }
}

extension CalendarDuration.Unit {
  package var measure: CalendarDuration.Measure {
    switch self {
    case .minute, .hour: .clock
    case .day, .week: .days
    case .month, .year: .months
    }
  }

  /// In minutes, or in months.
  var size: Int64 {
    switch self {
    case .minute, .month: 1
    case .hour: 60
    case .day: Moment.minutesInDay
    case .week: 7 * Moment.minutesInDay
    case .year: 12
    }
  }
}

/// Arithmetic and comparison. Days and months together are a fault, or have no order.
extension CalendarDuration {
  package enum Ordering: Sendable {
    case shorter, equal, longer
  }

  /// Which is longer, however they were told; nil for one in months and one that is not.
  package func compared(to other: CalendarDuration) -> Ordering? {
    guard isInMonths == other.isInMonths else { return nil }
    if amount == other.amount { return .equal }
    return amount < other.amount ? .shorter : .longer
  }

  package func adding(_ other: CalendarDuration) throws(ArithmeticFault) -> CalendarDuration {
    guard isInMonths == other.isInMonths else { throw .incomparableDurations }
    let (sum, overflow) = amount.addingReportingOverflow(other.amount)
    if overflow { throw .overflow }
    return CalendarDuration(sum, commonMeasure(with: other))
  }

  package func subtracting(_ other: CalendarDuration) throws(ArithmeticFault) -> CalendarDuration {
    guard isInMonths == other.isInMonths else { throw .incomparableDurations }
    let (difference, overflow) = amount.subtractingReportingOverflow(other.amount)
    if overflow { throw .overflow }
    return CalendarDuration(difference, commonMeasure(with: other))
  }

  package func multiplied(by factor: Int64) throws(ArithmeticFault) -> CalendarDuration {
    let (product, overflow) = amount.multipliedReportingOverflow(by: factor)
    if overflow { throw .overflow }
    return CalendarDuration(product, measure)
  }

  package func negated() throws(ArithmeticFault) -> CalendarDuration {
    try multiplied(by: -1)
  }

  /// Days and hours together are told to the minute.
  private func commonMeasure(with other: CalendarDuration) -> Measure {
    measure == other.measure ? measure : .clock
  }
}
