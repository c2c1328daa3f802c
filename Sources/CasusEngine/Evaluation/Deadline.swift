internal import CasusSemantics

/// When the deadline of an episode ends that is told as a duration.
struct Deadline {
  /// The last minute in which an act is in time: of an episode that began before every date, one before the first minute
  /// of all; *never* where it would lie behind the year 9999.
  let end: Int64
  /// The same as people are told it: the last day, where it ends with one.
  let due: Int64

  /// - Parameter start: when the episode begins; nil: before every date.
  init(_ duration: CalendarDuration, from start: Moment?) {
    guard let start else {
      end = Moment.earliest.minutes - 1
      due = end
      return
    }
    let last = (try? start.adding(duration)) ?? .never
    end = (duration.runsToEndOfDay ? last.endOfDay : last).minutes
    due = (duration.runsToEndOfDay ? last.startOfDay : last).minutes
  }
}

extension Moment {
  /// So much earlier; the first moment of all, or the last, where there is no such moment.
  func goingBack(_ duration: CalendarDuration) -> Moment {
    (try? subtracting(duration)) ?? (duration.amount < 0 ? .latest : .earliest)
  }
}
