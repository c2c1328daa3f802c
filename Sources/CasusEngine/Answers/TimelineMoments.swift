internal import CasusSemantics

extension Grounder {
  /// The moments at which an answer is looked at, so that it is known at each in between: where something told
  /// changes, what is derived from that, and where the present passes a date that a sum or a difference makes.
  ///
  /// - Parameters:
  ///   - from: the first moment that matters; nil for all the time before.
  ///   - end: the last moment.
  ///   - isMoving: whether the answer may change with every minute: then the last before each change is looked at too.
  func answerTimeline(from: Moment?, to end: Moment, isMoving: Bool) throws(EngineError) -> Timeline {
    let (changes, isComplete) = try derivedChanges(from: toldChanges(), until: end)
    var others = try passedDates(changes)
    // Before all changes durations reach back to before all time, so the last minute speaks for what lies before.
    let first = changes.union(others).filter { $0 < end && $0 > .earliest }.min()
    let start = from ?? first?.minuteBefore ?? Moment(minutes: 0) ?? .earliest
    others.insert(start)
    if isMoving { others.formUnion(changes.union(others).union([end]).map { $0.minuteBefore }) }
    let early = earlyMoments(before: changes.union(others).min() ?? end)
    return Timeline(
      changes: changes.sorted(), others: others, early: early.moments, asked: end,
      isComplete: isComplete && early.isComplete)
  }

  /// Where a condition that computes with the present can change: a duration before each date, and behind it.
  private func passedDates(_ dates: Set<Moment>) throws(EngineError) -> Set<Moment> {
    let levels = min(circuit.arithmeticWithDates, 3)
    guard levels > 0, circuit.nodes.contains(.today) else { return [] }
    let durations = durations.union(toldDurations)
    var points = dates
    var fresh = dates
    for _ in 0..<levels {
      var found: Set<Moment> = []
      for date in fresh where !date.isNever {
        for duration in durations {
          if let behind = try? date.adding(duration) { note(behind, duration, in: &found) }
          if let before = try? date.subtracting(duration) { note(before, duration, in: &found) }
        }
      }
      fresh = found.subtracting(points)
      points.formUnion(found)
      if points.count > limits.maximumMoments { throw .limit(.moments(limits.maximumMoments)) }
    }
    return points
  }

  /// A moment and the minute after. The last days of a month may count as one in another: months look at each.
  private func note(_ moment: Moment, _ duration: CalendarDuration, in found: inout Set<Moment>) {
    found.formUnion([moment, moment.minuteAfter])
    guard duration.measure == .months else { return }
    for days in 0...3 as ClosedRange<Int64> {
      guard let later = Moment(minutes: moment.minutes + days * 1_440) else { return }
      found.formUnion([later, later.minuteAfter, later.startOfDay, later.endOfDay.minuteAfter])
    }
  }

  /// The durations that statements tell of what the question rests on.
  var toldDurations: Set<CalendarDuration> {
    var found: Set<CalendarDuration> = []
    for input in circuit.inputs where input.type == .duration {
      guard case .told(let key) = input.source else { continue }
      for position in facts.statements(of: key) {
        switch facts.statements.told(of: position) {
        case .value(.duration(let duration)): found.insert(duration)
        case .range(let low, let high):
          for case .duration(let duration)? in [low, high] { found.insert(duration) }
        case .oneOf(let values):
          for case .duration(let duration) in values { found.insert(duration) }
        default: break
        }
      }
    }
    return found
  }
}

extension Circuit {
  /// How many operations compute with dates.
  fileprivate var arithmeticWithDates: Int {
    nodes.count { node in
      switch node {
      case .arithmetic(_, _, _, .dateAndDuration), .arithmetic(_, _, _, .dates): true
      default: false
      }
    }
  }
}
