internal import CasusSemantics

/// Reads answers off an evaluation, lane by lane.
struct TimelineReading {
  let runner: QuestionRunner
  let grounder: Grounder
  let evaluation: LaneEvaluation
  let type: ValueType
  /// Whether the question reads earlier moments too: else each is settled on its own.
  let looksBack: Bool
  /// Whether a value may be another at each minute: then it is told by what it is at the first and at the last.
  let isMoving: Bool
  let start: Moment?
  let end: Moment?
  /// How many moments exact reasoning may still look at, over all that it is asked for; then the bounds must do.
  var remainingMoments: Int
  /// By view, what was last found of conditions that stay so once they have held.
  var latches: [Int: [NodeID: Latch]] = [:]

  struct Latch {
    var lane: Int
    var finding: Finding
  }

  /// The lanes that are answered for. Without a start, the one before the first change speaks for all before it; the
  /// last minute of all time is no moment of its own.
  private var lanes: Range<Int> {
    let moments = evaluation.timeline.moments
    let first = start.map { evaluation.timeline.lane(of: $0) } ?? min(evaluation.timeline.earlyCount, moments.count - 1)
    return first..<max(first, moments.count - 1)
  }

  /// What a view finds at a lane.
  private mutating func finding(
    _ root: NodeID, _ type: ValueType, view: Int, lane: Int, looksBack: Bool
  ) throws(EngineError) -> Finding {
    guard case .once = evaluation.circuit[root], looksBack, evaluation.keepsWhatHappened(view: view) else {
      return try settled(root, type, view: view, lane: lane, looksBack: looksBack)
    }
    if let known = latched(root, view, lane) { return known }
    let found = try settled(root, type, view: view, lane: lane, looksBack: true)
    if latches[view]?[root]?.finding != found { latches[view, default: [:]][root] = Latch(lane: lane, finding: found) }
    return found
  }

  /// What has once held stays so; and what may have held may still have, as long as it need not.
  private func latched(_ root: NodeID, _ view: Int, _ lane: Int) -> Finding? {
    guard let before = latches[view]?[root], before.lane <= lane else { return nil }
    switch before.finding.result {
    case .truth(true): return before.finding
    case .truth(nil) where before.finding.isProved || remainingMoments <= 0:
      return evaluation.isShownFailing(root, view: view, moment: lane) ? before.finding : nil
    default: return nil
    }
  }

  /// By the bounds, or else as if the lane's moment were the one asked about.
  private mutating func settled(
    _ root: NodeID, _ type: ValueType, view: Int, lane: Int, looksBack: Bool
  ) throws(EngineError) -> Finding {
    let bounds = evaluation.bounds(of: root, type: type, view: view, moment: lane)
    if let settled = evaluation.settled(bounds) { return settled }
    if type == .condition, evaluation.isShownOpen(root, view: view, moment: lane) { return bounds }
    let moment = evaluation.timeline.moments[lane]
    if !looksBack {
      return evaluation.settle(root, type, view: view, bounds, within: ExactSpan(timeline: Timeline(only: moment)))
    }
    var span = remainingMoments > 0 ? evaluation.span(root, view: view, endingAt: lane) : nil
    if span == nil { span = try whole(upTo: lane) }
    guard let span else { return Finding(bounds.result, isProved: false) }
    remainingMoments -= span.timeline.moments.count
    return evaluation.settle(root, type, view: view, bounds, within: span)
  }

  /// All that is looked at where a lane's moment is the one asked about; nil where that is too much.
  private func whole(upTo lane: Int) throws(EngineError) -> ExactSpan? {
    if lane > remainingMoments { return nil }
    return evaluation.whole(try grounder.timeline(asked: evaluation.timeline.moments[lane]))
  }

  mutating func intervals(of root: NodeID) throws(EngineError) -> [TimelineAnswer.Interval] {
    var intervals: [TimelineAnswer.Interval] = []
    for lane in lanes {
      let (outcome, findings) = try self.outcome(of: root, lane)
      let next = TimelineAnswer.Interval(
        from: intervals.isEmpty ? start : evaluation.timeline.moments[lane], until: end, outcome: outcome,
        isProved: findings.allSatisfy { $0.isProved }, isCircular: findings.contains { $0.isCircular })
      if let last = intervals.last, last.isLike(next) { continue }
      if !intervals.isEmpty { intervals[intervals.count - 1].until = next.from }
      intervals.append(next)
    }
    return intervals
  }

  /// What all views together find at a lane.
  private mutating func outcome(of root: NodeID, _ lane: Int) throws(EngineError) -> (Answer.Outcome, [Finding]) {
    var findings: [Finding] = []
    for view in evaluation.views.indices {
      var finding = try finding(root, type, view: view, lane: lane, looksBack: looksBack)
      if isMoving, case .values(let first) = finding.result {
        if start == nil, lane == lanes.lowerBound { finding.result = .values(.anything) }
        guard !evaluation.timeline.isOneMinute(lane) else {
          findings.append(finding)
          continue
        }
        // The last minute before a change is a lane of its own.
        let end = try self.finding(root, type, view: view, lane: lane + 1, looksBack: looksBack)
        if case .values(let last) = end.result { finding.result = .values(first.spanning(last)) }
      }
      findings.append(finding)
    }
    guard let faulty = findings.firstIndex(where: { $0.result == .fault }) else {
      return (runner.outcome(of: findings), findings)
    }
    return (.fault(evaluation.fault(of: root, view: faulty, moment: lane)), findings)
  }

  // MARK: Norms

  /// The changes of a norm's statuses, in order.
  mutating func events(of norm: NormNodes) throws(EngineError) -> [TimelineAnswer.Event] {
    var events: [TimelineAnswer.Event] = []
    var before: Standing?
    for lane in lanes {
      let now = Standing(
        owed: try truth(norm.owed, lane), fulfilled: try truth(norm.fulfilled, lane),
        breached: try truth(norm.breached, lane))
      defer { before = now }
      // What already stood at the beginning did not begin there.
      guard let before else { continue }
      let moment = evaluation.timeline.moments[lane]
      func note(_ kind: TimelineAnswer.Event.Kind, _ isCertain: Bool?) {
        if let isCertain { events.append(.init(at: moment, kind: kind, isCertain: isCertain)) }
      }
      if now.owed > before.owed { note(.owed, now.owed == .certain) }
      note(.fulfilled, try comesAbout(norm.fulfilments, lane, from: before.fulfilled, to: now.fulfilled))
      note(.breached, try comesAbout(norm.breaches, lane, from: before.breached, to: now.breached))
      if now.owed == .impossible, before.owed != .impossible,
        try truth(norm.fulfilments, lane) == .impossible, try truth(norm.breaches, lane) == .impossible
      {
        note(.lapsed, before.owed == .certain)
      }
    }
    return events
  }

  /// Whether a norm is fulfilled or breached at a lane, for the first time or once more, and whether that is certain; nil
  /// where it is not.
  private mutating func comesAbout(
    _ occurrences: NodeID, _ lane: Int, from before: Likelihood, to now: Likelihood
  ) throws(EngineError) -> Bool? {
    if before != .certain { return now > before ? now == .certain : nil }
    let again = try truth(occurrences, lane)
    if again == .impossible { return nil }
    return try again > truth(occurrences, lane - 1) ? again == .certain : nil
  }

  private mutating func truth(_ node: NodeID, _ lane: Int) throws(EngineError) -> Likelihood {
    switch try finding(node, .condition, view: 0, lane: lane, looksBack: true).result {
    case .truth(true): .certain
    case .truth(false): .impossible
    default: .possible
    }
  }
}

extension ValueSet {
  /// Both sets, and what lies between them.
  fileprivate func spanning(_ other: ValueSet) -> ValueSet {
    if self == other { return self }
    let (first, second) = (ends, other.ends)
    let low = first.low.flatMap { low in second.low.map { $0.number < low.number ? $0 : low } }
    let high = first.high.flatMap { high in second.high.map { high.number < $0.number ? $0 : high } }
    return .range(low, high)
  }
}

extension TimelineAnswer.Interval {
  fileprivate func isLike(_ other: Self) -> Bool {
    outcome == other.outcome && isProved == other.isProved && isCircular == other.isCircular
  }
}

/// Where a norm's case stands at one moment; fulfilled and breached by then.
private struct Standing {
  var owed: Likelihood
  var fulfilled: Likelihood
  var breached: Likelihood
}
