internal import CasusSemantics

/// What lanes know of inputs: where they are moments, from what is told over all time, read once for all of them.
extension LaneAlgebra {
  package mutating func input(_ input: InputID) -> Truth<UInt64> {
    if moments != nil, isEvent(input) {
      let table = events(of: input)
      let certain = plane { table.hasCertainlyOccurred(by: lanes[$0].moment.minutes) }
      let possible = plane { table.mayHaveOccurred(by: lanes[$0].moment.minutes) }
      return Truth(certain: certain, possible: possible | certain, fault: 0)
    }
    return told(input).truth
  }

  package mutating func told(_ input: InputID) -> (speaks: UInt64, truth: Truth<UInt64>) {
    var truth = Truth<UInt64>(certain: 0, possible: all, fault: 0)
    var speaks: UInt64 = 0
    let filling = moments?.filling
    var isGap = false
    if case .gap = circuit[input].source { isGap = true }
    forEachReading(of: input) { reading, stretch, plane in
      if reading != nil { speaks |= plane }
      switch reading?.state {
      case .truth(true)?: truth.certain |= plane
      case .truth(false)?: truth.possible &= ~plane
      default:
        guard let holding = filling?.lanes(of: input, in: isGap ? nil : stretch, plane) else { return }
        truth.certain |= holding
        truth.possible &= ~(plane & ~holding)
      }
    }
    return (speaks, truth)
  }

  package mutating func inputValue(_ input: InputID) -> [LaneValue] {
    let domain = facts.domain(of: circuit[input])
    let type = circuit[input].type
    let filling = moments?.filling
    var values = everywhere(LaneValue(domain))
    forEachReading(of: input) { reading, _, plane in
      var set: ValueSet?
      if case .values(let told)? = reading?.state { set = told }
      if let filling, let value = filling.value(of: input, in: set ?? domain, type) { set = .oneOf([value]) }
      guard let set else { return }
      for lane in values.indices where plane & (1 << UInt64(lane)) != 0 { values[lane] = LaneValue(set) }
    }
    return values
  }

  package func during(_ period: CircuitPeriod) -> UInt64 { plane { period.contains(lanes[$0].moment) } }

  private func isEvent(_ input: InputID) -> Bool {
    if case .told(let key) = circuit[input].source { facts.program.isEvent(key.declaration) } else { false }
  }

  /// Gives each thing that is known of an input, with the number of its stretch and the lanes that know it.
  private mutating func forEachReading(of input: InputID, _ body: (Reading?, Int, UInt64) -> Void) {
    guard case .told(let key) = circuit[input].source else {
      if let lane = lanes.first { body(facts.reading(circuit[input], in: lane), 0, all) }
      return
    }
    if moments == nil {
      forEachReading(of: key, body)
      return
    }
    let course = course(of: input, key)
    let untold = facts.program.isFact(key.declaration) ? facts.untold(key) : nil
    var lane = 0
    while lane < lanes.count {
      let stretch = course.stretch(at: lanes[lane].moment)
      let end = stretch < course.starts.count ? course.starts[stretch] : nil
      var plane: UInt64 = 0
      repeat {
        plane |= 1 << UInt64(lane)
        lane += 1
      } while lane < lanes.count && end.map { lanes[lane].moment < $0 } ?? true
      body(course.readings[stretch] ?? untold, stretch, plane)
    }
  }

  /// The same where lanes are views: what nobody in particular says is the same for all of one moment.
  private func forEachReading(of key: CaseKey, _ body: (Reading?, Int, UInt64) -> Void) {
    let told = facts.statements(of: key)
    if isOneMoment, let lane = lanes.first, !told.contains(where: { facts.isViewed($0) }) {
      return body(facts.reading(key, among: told, in: lane), 0, all)
    }
    for lane in lanes.indices { body(facts.reading(key, among: told, in: lanes[lane]), 0, 1 << UInt64(lane)) }
  }

  private mutating func course(of input: InputID, _ key: CaseKey) -> Course {
    if let known = moments?.courses[Int(input.index)] { return known }
    let course =
      moments?.timeline.moments.count == 1
      ? Course(facts.told(key, view: moments?.view, at: lanes[0].moment)) : facts.course(key, view: moments?.view)
    moments?.courses[Int(input.index)] = course
    return course
  }

  /// The history of an event's case, as one knows it who asks at the end of the timeline.
  mutating func events(of input: InputID) -> EventTable {
    if let known = moments?.events[Int(input.index)] { return known }
    guard let moments, case .told(let key) = circuit[input].source else {
      return EventTable(EventHistory(occurrences: [], open: [], isPresumed: false))
    }
    let history = facts.history(key, view: moments.view, asked: moments.timeline.asked)
    let table = EventTable(moments.completion?.completed(history, of: input, in: moments.timeline) ?? history)
    self.moments?.events[Int(input.index)] = table
    return table
  }
}

extension LaneAlgebra.Moments {
  /// The completion at hand, as it fills in the lanes at hand.
  fileprivate struct Filling {
    var completion: Completion
    var timeline: Timeline
    var first: Int

    func value(of input: InputID, in set: ValueSet, _ type: ValueType) -> Scalar? {
      completion.value(of: input, in: set, type, timeline)
    }

    /// The lanes of a stretch of an input in which it holds; without a stretch, it is the same at all times.
    func lanes(of input: InputID, in stretch: Int?, _ lanes: UInt64) -> UInt64 {
      guard completion.isDirected, stretch != nil else { return completion.holds(input, in: stretch ?? 0) ? lanes : 0 }
      var holding: UInt64 = 0
      var rest = lanes
      while rest != 0 {
        let lane = rest.trailingZeroBitCount
        rest &= rest &- 1
        if completion.holds(input, in: timeline.stretches[first + lane]) { holding |= 1 << UInt64(lane) }
      }
      return holding
    }
  }

  fileprivate var filling: Filling? {
    completion.map { Filling(completion: $0, timeline: timeline, first: first) }
  }
}
