internal import CasusSemantics

/// What may tell moments apart where something is open.
struct TimeMeasures: Sendable {
  /// The dates that the question rests on, those to come included, in order.
  var dates: [Moment] = []
  /// The durations that windows, deadlines and sums of dates may have.
  var durations: Set<CalendarDuration> = []
  /// How often those are built upon one another.
  var levels = 0
  /// How many dates a timeline is refined with at most.
  static let maximumDates = 256

  /// How far a date can reach, in minutes.
  private var reach: Int64 {
    let longest = durations.map { ($0.measure == .months ? 44_640 : 1) * abs($0.amount) }.max() ?? 0
    let (product, overflow) = longest.multipliedReportingOverflow(by: Int64(levels))
    return overflow ? .max : product
  }

  /// The dates that can matter between two moments.
  func dates(near first: Moment, _ last: Moment) -> ArraySlice<Moment> {
    let margin = min(reach, Moment.latest.minutes) + 1_440 * Int64(levels + 1)
    let start = dates.partitioningIndex { $0.minutes >= first.minutes - margin }
    let end = dates.partitioningIndex { $0.minutes > last.minutes + margin }
    return dates[start..<end]
  }
}

extension [Moment] {
  /// In ascending order, the first position from which on a test holds.
  fileprivate func partitioningIndex(_ test: (Moment) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if test(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension Timeline {
  /// The same, with the moments that can matter where something is open: what nobody tells of may begin or happen at any
  /// minute.
  ///
  /// These are the moments that lie durations away from known ones, in both directions, and one between each two.
  /// Whatever can happen can so happen at one of them, and the question cannot tell the difference. Where they are too
  /// many, those fewest durations away are looked at.
  ///
  /// - Parameter isWindow: whether the first moment stands for a past that is known, to which none are added.
  func refined(by measures: TimeMeasures, isWindow: Bool = false) -> Timeline {
    if moments.count == 1 { return self }
    let start = isWindow ? moments[1] : .earliest
    var points = Set(isWindow ? measures.dates(near: start, asked) : measures.dates[...]).union([asked])
    for (lane, moment) in moments.enumerated() where lane > 0 && stretches[lane] != stretches[lane - 1] {
      points.insert(moment)
    }
    var fresh = points
    for _ in 0..<measures.levels {
      let found = Self.distant(from: fresh, measures.durations).subtracting(points)
      if points.count + found.count > TimeMeasures.maximumDates { break }
      points.formUnion(found)
      fresh = found
    }
    if isWindow { points.insert(start) }
    let sorted = points.filter { .earliest < $0 && start <= $0 && $0 < asked }.sorted() + [asked]
    let between = zip(sorted, sorted.dropFirst()).compactMap { first, second in
      second.minutes - first.minutes > 1 ? Moment(minutes: first.minutes + (second.minutes - first.minutes) / 2) : nil
    }
    return Timeline(
      changes: sorted + between, others: Set(moments), early: Set(moments.prefix(earlyCount)), asked: asked,
      isComplete: isComplete)
  }

  /// What lies a duration behind moments or before them: where a window on them begins or ends, and a deadline.
  private static func distant(from moments: Set<Moment>, _ durations: Set<CalendarDuration>) -> Set<Moment> {
    var found: Set<Moment> = []
    for moment in moments where !moment.isNever {
      for duration in durations {
        if let later = try? moment.adding(duration) {
          found.formUnion([later, later.minuteAfter])
          if duration.runsToEndOfDay { found.insert(later.endOfDay.minuteAfter) }
        }
        let starts = duration.runsToEndOfDay ? [moment, moment.startOfDay] : [moment]
        for start in starts {
          guard let earlier = try? start.subtracting(duration) else { continue }
          found.formUnion([earlier, earlier.minuteBefore])
        }
      }
    }
    return found
  }
}
