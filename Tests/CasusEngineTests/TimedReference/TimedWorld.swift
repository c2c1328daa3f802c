import CasusSemantics

/// The moments that there are, in order: enough of them that anything that can happen can happen at one of them. The
/// first stands for all time before the second.
struct TimedWorld {
  let moments: [Moment]

  /// Every minute between two.
  init(from first: Moment, to last: Moment) {
    moments = (first.minutes...last.minutes).compactMap { Moment(minutes: $0) }
  }

  /// In every day between two: midnight, noon, and the minutes around both.
  init(days first: Moment, to last: Moment) {
    var found: [Moment] = []
    var day = first.startOfDay
    while day <= last {
      for minute in [0, 1, 719, 720, 721, 1_439] as [Int64] {
        if let moment = Moment(minutes: day.minutes + minute), moment <= last { found.append(moment) }
      }
      guard let next = Moment(minutes: day.minutes + 1_440) else { break }
      day = next
    }
    moments = found
  }

  func number(of moment: Moment) -> Int? { moments.firstIndex(of: moment) }

  /// The number of the last moment that is not later; the first stands for all before it.
  func lastNumber(upTo moment: Moment) -> Int { (moments.lastIndex { $0 <= moment }) ?? 0 }
}

/// Where and how something is read: at a moment, by its number, and by a declaration or by a question.
///
/// A condition inside a declaration that reads a status sees what happened before the moment it is read at.
struct TimedPlace: Hashable {
  var at: Int
  var isInside: Bool

  func inside() -> TimedPlace { TimedPlace(at: at, isInside: true) }
}

extension Moment {
  /// Whether it lies in the first month of the calendar, where the engine puts what is before all dates.
  var isEarly: Bool { minutes < Moment.earliest.minutes + 31 * 1_440 }
}
