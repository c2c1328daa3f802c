package import CasusSemantics

extension Grounder {
  /// The moments that a question looks at: the one asked about, every date at which something told changes, and what
  /// windows, deadlines and sums of dates and durations derive from these.
  package func timeline(asked: Moment) throws(EngineError) -> Timeline {
    guard isTemporal else { return Timeline(only: asked) }
    var points = toldChanges()
    points.insert(asked)
    for duration in durations { if let back = try? asked.subtracting(duration) { points.insert(back) } }
    let (changes, isComplete) = try derivedChanges(from: points, until: asked)
    let early = earlyMoments(before: changes.min() ?? asked)
    return Timeline(
      changes: changes.sorted(), early: early.moments, asked: asked, isComplete: isComplete && early.isComplete)
  }

  /// What may tell moments apart where something is open.
  var measures: TimeMeasures {
    if !isTemporal { return TimeMeasures() }
    return TimeMeasures(
      dates: toldChanges().sorted(), durations: durations.union(toldDurations), levels: circuit.depthInTime.levels)
  }

  /// The dates of all that the question rests on.
  func toldChanges() -> Set<Moment> {
    var points = dates
    for period in circuit.periods { points.formUnion([period.from, period.until].compactMap { $0 }) }
    for input in circuit.inputs {
      guard case .told(let key) = input.source else { continue }
      for position in facts.statements(of: key) {
        note(facts.statements.time(of: position), facts.statements.told(of: position), in: &points)
      }
    }
    if circuit.hasDateDeadline { points.formUnion(points.filter { $0.isMidnight }.map { $0.endOfDay.minuteAfter }) }
    return points
  }

  var durations: Set<CalendarDuration> { Set(circuit.constants.compactMap { $0.duration }) }

  /// Moments, and what windows, deadlines and sums of dates and durations derive from them; and whether that is all.
  func derivedChanges(
    from moments: Set<Moment>, until asked: Moment
  ) throws(EngineError) -> (points: Set<Moment>, isComplete: Bool) {
    var points = moments
    let durations = durations
    let depth = circuit.depthInTime
    var fresh = points
    for _ in 0..<depth.levels where !fresh.isEmpty {
      fresh = derived(from: fresh, durations, until: asked).subtracting(points)
      points.formUnion(fresh)
      if points.count > limits.maximumMoments { throw .limit(.moments(limits.maximumMoments)) }
    }
    return (points, !depth.isCapped)
  }

  private func note(_ time: CheckedStatement.Time, _ told: Told, in points: inout Set<Moment>) {
    switch time {
    case .period(let first, let last), .occurrence(let first, let last):
      if let first { points.insert(first) }
      if let last { points.insert(last) }
    }
    switch told {
    case .value(.date(let moment)): points.insert(moment)
    case .range(.date(let low)?, .date(let high)?): points.formUnion([low, high])
    default: break
    }
  }

  /// What lies a duration behind each moment, and the minute after; for deadlines, which end with their day, the next day.
  func derived(
    from points: Set<Moment>, _ durations: Set<CalendarDuration>, until asked: Moment
  ) -> Set<Moment> {
    var found: Set<Moment> = []
    for point in points where !point.isNever {
      for duration in durations {
        guard let end = try? point.adding(duration), end < asked else { continue }
        found.formUnion([end, end.minuteAfter])
        if duration.runsToEndOfDay { found.insert(end.endOfDay.minuteAfter) }
      }
    }
    return found.filter { $0 < asked }
  }
}

extension Circuit {
  private static var maximumDepthInTime: Int { 8 }

  var hasDateDeadline: Bool { nodes.contains(.startOfToday) }

  private func isDerivedInTime(_ node: Node) -> Bool {
    switch node {
    case .windowStart, .deadlineEnd, .startOfToday: true
    case .arithmetic(_, _, _, .dateAndDuration): true
    default: false
    }
  }

  /// How often windows, deadlines and sums of dates and durations are built upon one another; in a circle through
  /// time they are without end, and only so many levels are followed.
  var depthInTime: (levels: Int, isCapped: Bool) {
    let levels = depth(atMost: Circuit.maximumDepthInTime) { id, depths in
      depthBelow(id, depths) + (isDerivedInTime(self[id]) ? 1 : 0)
    }
    return (levels, levels == Circuit.maximumDepthInTime)
  }

  /// Where two sides meet, what is derived from one is derived from the other once more: a deadline runs from where a
  /// condition began, and the present passes a date with all that either is moved by.
  private func depthBelow(_ id: NodeID, _ depths: [Int]) -> Int {
    let below = children(of: id).map { depths[Int($0.index)] }
    switch self[id] {
    case .atStart, .compare, .arithmetic(_, _, _, .dateAndDuration), .arithmetic(_, _, _, .dates):
      return below.reduce(0, +)
    default:
      let delayed = delayedChild(of: id).map { depths[Int($0.index)] } ?? 0
      return max(below.max() ?? 0, delayed)
    }
  }
}
