import CasusSemantics

/// The stretch of time that a picture shows, and the dates to mark on it.
struct TimelineAxis {
  struct Tick: Equatable {
    var moment: Moment
    var text: String
  }

  let low: Moment
  let high: Moment
  let ticks: [Tick]

  /// - Parameters:
  ///   - moments: what is to be seen; a margin is left around it.
  ///   - low: where the time begins, where that is wanted.
  ///   - high: where it ends.
  ///   - today: the middle of what is shown where there is nothing to see.
  ///   - width: in the units in which a character takes `characterWidth`.
  init(showing moments: [Moment], low: Moment?, high: Moment?, today: Moment, width: Double, characterWidth: Double) {
    let dates = moments.filter { !$0.isNever }
    let first = dates.min() ?? low ?? high ?? today
    let last = dates.max() ?? high ?? low ?? today
    let span = max((high ?? last).minutes - (low ?? first).minutes, 0)
    let margin = span == 0 ? 365 * TimelineAxis.day : max(span / 20, 10)
    func bounded(_ minutes: Int64) -> Moment {
      Moment(minutes: max(Moment.earliest.minutes, min(Moment.latest.minutes, minutes))) ?? .latest
    }
    self.low = low ?? bounded(first.minutes - margin)
    self.high = high ?? bounded(max(last, self.low).minutes + margin)
    ticks = TimelineAxis.ticks(from: self.low, to: self.high, width: width, characterWidth: characterWidth)
  }

  /// Where a moment lies, from 0 to 1; what lies outside is moved to the nearer end.
  func position(of moment: Moment) -> Double {
    let span = Double(max(high.minutes - low.minutes, 1))
    return max(0, min(1, Double(max(min(moment.minutes, high.minutes), low.minutes) - low.minutes) / span))
  }

  // MARK: Ticks

  private static let day: Int64 = 1_440

  /// Distances from one tick to the next, the first that leaves room for its texts is taken.
  private enum Step {
    case minutes(Int64)
    case months(Int)

    /// About how many minutes.
    var length: Double {
      switch self {
      case .minutes(let count): Double(count)
      case .months(let count): Double(count) * 43_829.1
      }
    }

    /// The characters of a date in the precision that the step needs.
    var characters: Int {
      switch self {
      case .minutes(let count): count < TimelineAxis.day ? 16 : 10
      case .months(let count): count < 12 ? 7 : 4
      }
    }
  }

  private static let steps: [Step] =
    [1, 5, 15, 30, 60, 180, 360, 720, day, 2 * day, 5 * day, 10 * day].map { .minutes($0) }
    + [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 2_400, 6_000, 12_000, 24_000].map { .months($0) }

  private static func ticks(from low: Moment, to high: Moment, width: Double, characterWidth: Double) -> [Tick] {
    let span = Double(max(high.minutes - low.minutes, 1))
    let fitting = steps.first { step in
      step.length / span * width >= Double(step.characters + 2) * characterWidth
    }
    guard let step = fitting else { return [] }
    switch step {
    case .minutes(let count):
      let start = low.minutes + (count - remainder(low.minutes, count)) % count
      return stride(from: start, through: high.minutes, by: Int64.Stride(count)).compactMap { minutes in
        Moment(minutes: minutes).map { Tick(moment: $0, text: text(of: $0, step)) }
      }
    case .months(let count):
      guard let first = low.calendarDate, let last = high.calendarDate else { return [] }
      let start = first.year * 12 + first.month - 1
      let months = stride(from: (start / count) * count, through: last.year * 12 + last.month - 1, by: count)
      let dates = months.compactMap { CalendarDate(year: $0 / 12, month: $0 % 12 + 1, day: 1) }
      let moments = dates.map { Moment($0) }.filter { low <= $0 && $0 <= high }
      return moments.map { Tick(moment: $0, text: text(of: $0, step)) }
    }
  }

  private static func remainder(_ minutes: Int64, _ count: Int64) -> Int64 {
    let rest = minutes % count
    return rest < 0 ? rest + count : rest
  }

  /// A date in no more precision than the distance of the ticks asks for.
  private static func text(of moment: Moment, _ step: Step) -> String {
    guard let date = moment.calendarDate, let time = moment.timeOfDay else { return "" }
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    switch step {
    case .months(let count): return count < 12 ? String(date.description.prefix(7)) : "\(date.year)"
    case .minutes(let count):
      return count < day ? "\(date) \(padded(time.hour)):\(padded(time.minute))" : date.description
    }
  }
}
