package import CasusSemantics

/// The moments that a question looks at, in order. Between one and the next nothing changes.
///
/// The first stands for all time before the second. What begins there has its consequences at the early moments, which
/// lie before all dates as well. The last is the moment asked about, one minute long.
package struct Timeline: Sendable {
  package let moments: [Moment]
  /// For each moment, which stretch between change points it lies in. What is untold has one value in a stretch.
  package let stretches: [Int]
  /// How many moments, at least the first, lie before all dates.
  package let earlyCount: Int
  /// Whether every change that the question derives from dates has its moment; else what rests on time is unproved.
  package let isComplete: Bool

  /// - Parameters:
  ///   - changes: where something changes; the minute after each is looked at too, as that is when it has been seen.
  ///   - others: what else is looked at, though nothing untold changes there.
  ///   - early: what is looked at before all dates.
  ///   - asked: the moment asked about.
  package init(
    changes: [Moment], others: Set<Moment> = [], early: Set<Moment> = [], asked: Moment, isComplete: Bool = true
  ) {
    var points = others.union(early).filter { $0 < asked }.union([.earliest, asked])
    var starts: Set<Moment> = [.earliest, asked]
    for change in changes where change < asked {
      points.insert(change)
      starts.insert(change)
      if change.minuteAfter < asked { points.insert(change.minuteAfter) }
    }
    moments = points.sorted()
    var stretch = -1
    var found: [Int] = []
    for moment in moments {
      if starts.contains(moment) { stretch += 1 }
      found.append(stretch)
    }
    stretches = found
    earlyCount = moments.dropLast().prefix { $0 == .earliest || early.contains($0) }.count
    self.isComplete = isComplete
  }

  /// A single moment, which stands for all the time up to it.
  package init(only moment: Moment) {
    moments = [moment]
    stretches = [0]
    earlyCount = 0
    isComplete = true
  }

  package var asked: Moment { moments[moments.count - 1] }

  /// The last minute of a lane.
  package func lastMinute(of lane: Int) -> Moment {
    lane + 1 < moments.count ? moments[lane + 1].minuteBefore : moments[lane]
  }

  /// The lane in which a moment lies; the first for all before.
  package func lane(of moment: Moment) -> Int {
    var low = 0
    var high = moments.count
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if moments[middle] <= moment { low = middle } else { high = middle }
    }
    return low
  }

  /// Whether all that happens in a lane happens at one minute.
  package func isOneMinute(_ lane: Int) -> Bool { lane + 1 >= moments.count || lastMinute(of: lane) == moments[lane] }

  /// Whether a lane lies before all dates.
  package func isEarly(_ lane: Int) -> Bool { lane < earlyCount }

  /// When what comes about in a lane does so: from its first minute to its last; before all dates, that is up to the
  /// last minute before them.
  func date(of lane: Int) -> (first: Moment?, last: Moment) {
    isEarly(lane) ? (nil, lastMinute(of: earlyCount - 1)) : (moments[lane], lastMinute(of: lane))
  }

  /// The timeline as it would be, were an earlier of its moments the one asked about.
  package func cut(at lane: Int) -> Timeline {
    Timeline(
      moments: Array(moments[...lane]),
      stretches: Array(stretches[..<lane]) + [lane > 0 ? stretches[lane - 1] + 1 : 0],
      earlyCount: min(earlyCount, lane), isComplete: isComplete)
  }

  /// The moments behind a lane, up to another, which is the one asked about; the first stands for all before.
  func window(behind start: Int, endingAt lane: Int) -> Timeline {
    let kept = start + 1..<lane
    return Timeline(
      moments: [.earliest] + moments[kept] + [moments[lane]],
      stretches: [0] + kept.map { stretches[$0] - stretches[start] + 1 } + [stretches[lane - 1] - stretches[start] + 2],
      earlyCount: 1, isComplete: isComplete)
  }

  private init(moments: [Moment], stretches: [Int], earlyCount: Int, isComplete: Bool) {
    self.moments = moments
    self.stretches = stretches
    self.earlyCount = earlyCount
    self.isComplete = isComplete
  }
}
