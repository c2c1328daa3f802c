internal import CasusSemantics

/// What a condition is over all time, in one view: its truth alone, without where it comes from.
struct TruthCourse: Sendable {
  enum State: UInt8, Sendable {
    case fails, open, holds
    /// No statement speaks; of a rule's case alone.
    case silent
  }

  struct Change: Sendable {
    var minutes: Int64
    var state: State
  }

  /// What is so before all changes.
  private(set) var first: State
  /// In order; neighbours differ.
  fileprivate(set) var changes: [Change] = []

  init(_ first: State) { self.first = first }

  /// Goes on from a moment later than all before; the least number stands for all time before the others.
  mutating func append(_ state: State, from minutes: Int64) {
    if minutes == .min {
      first = state
    } else if (changes.last?.state ?? first) != state {
      changes.append(Change(minutes: minutes, state: state))
    }
  }

  /// Where a condition holds from one moment up to another; nil is no bound.
  init(_ period: CircuitPeriod) {
    self.init(period.from == nil ? .holds : .fails)
    if let from = period.from { append(.holds, from: from.minutes) }
    guard let until = period.until else { return }
    if let from = period.from, until <= from {
      self.init(.fails)
    } else {
      append(.fails, from: until.minutes)
    }
  }

  /// The same with other states.
  func mapped(_ transform: (State) -> State) -> TruthCourse {
    var mapped = TruthCourse(transform(first))
    for change in changes { mapped.append(transform(change.state), from: change.minutes) }
    return mapped
  }
}

extension FactBase {
  /// What is told of a condition over all time, in a view (nil: without a view). It is that of the ``course(_:view:)``.
  func truthCourse(_ key: CaseKey, view: EntityID?) -> TruthCourse {
    let untold: TruthCourse.State = program.isFact(key.declaration) ? TruthCourse.State(self.untold(key)) : .silent
    if let course = successiveCourse(key, untold) { return course }
    let course = self.course(key, view: view)
    var found = TruthCourse(course.readings[0].map { TruthCourse.State($0) } ?? untold)
    for (start, reading) in zip(course.starts, course.readings.dropFirst()) {
      found.append(reading.map { TruthCourse.State($0) } ?? untold, from: start.minutes)
    }
    return found
  }

  /// The same where each statement speaks until the next begins, so that of those that have begun the last one counts;
  /// nil where it is not so simple.
  private func successiveCourse(_ key: CaseKey, _ untold: TruthCourse.State) -> TruthCourse? {
    if hasPatterns(of: key.declaration) { return nil }
    guard let ofFiles = file.beginnings(of: key, before: visibleCount),
      let ofScenario = scenario.beginnings(of: key, before: visibleCount)
    else { return nil }
    // Those of a scenario come before those of files, whenever they begin.
    if !ofFiles.isEmpty && !ofScenario.isEmpty { return nil }
    var beginnings = ofScenario.isEmpty ? ofFiles : ofScenario
    var isInOrder = true
    for next in beginnings.indices.dropFirst() where beginnings[next].minutes <= beginnings[next - 1].minutes {
      isInOrder = false
    }
    if !isInOrder {
      beginnings.sort { $0.minutes < $1.minutes }
      // What begins together counts together.
      for next in 1..<beginnings.count where beginnings[next].minutes == beginnings[next - 1].minutes { return nil }
    }
    var course = TruthCourse(untold)
    course.changes.reserveCapacity(beginnings.count)
    for beginning in beginnings { course.append(beginning.state, from: beginning.minutes) }
    return course
  }
}

extension TruthCourse.State {
  init(_ reading: Reading) {
    switch reading.state {
    case .truth(let truth): self = truth ? .holds : .fails
    case .open, .values: self = .open
    }
  }
}

extension ToldStatements {
  /// What a statement says from its beginning on, for good; nil where it ends, or is somebody's.
  func beginning(of position: Int32) -> TruthCourse.Change? {
    property(of: position) { statement in
      guard statement.views.isEmpty, case .period(let from, nil) = statement.time else { return nil }
      let state: TruthCourse.State
      if case .truth(let truth) = statement.told { state = truth ? .holds : .fails } else { state = .open }
      return TruthCourse.Change(minutes: from?.minutes ?? .min, state: state)
    }
  }
}
