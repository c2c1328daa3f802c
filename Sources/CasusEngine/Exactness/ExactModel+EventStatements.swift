internal import CasusSemantics

/// What is to be told of an event's case in one lane.
struct EventLane {
  var lane: Int
  var occurs: Bool
  var isToldUnknown: Bool
}

extension ExactModel {
  /// The statements about the lanes of an event's case that nobody tells of.
  func occurrences(_ key: CaseKey, _ lanes: [EventLane]) -> [CheckedStatement] {
    let history = facts.history(key, view: view, asked: timeline.asked)
    var statements: [CheckedStatement] = []
    for lane in lanes where lane.occurs { statements.append(occurrence(key, history, lane.lane)) }
    // What occurred has not occurred otherwise, unless a statement leaves more open.
    let needsDenial = statements.isEmpty ? lanes : lanes.filter { !$0.occurs && $0.isToldUnknown }
    for lane in needsDenial { statements += denials(key, history, lane.lane) }
    return statements
  }

  private func openStretches(_ history: EventHistory, _ lane: Int) -> [EventHistory.Stretch] {
    let (from, until) = (beginning(of: lane), end(of: lane))
    return history.open.compactMap { stretch in
      let latest = [from, stretch.from].compactMap { $0 }.max()
      let earliest = [until, stretch.until].compactMap { $0 }.min()
      if let latest, let earliest, earliest <= latest { return nil }
      return EventHistory.Stretch(from: latest, until: earliest)
    }
  }

  private func occurrence(_ key: CaseKey, _ history: EventHistory, _ lane: Int) -> CheckedStatement {
    let open = openStretches(history, lane)
    let last = min(open.last?.until?.minuteBefore ?? timeline.asked, timeline.lastMinute(of: lane))
    let first = open.first?.from
    if first == nil && timeline.moments.count == 1 {
      return statement(key, .truth(true), .occurrence(first: nil, last: nil))
    }
    return statement(key, .truth(true), .occurrence(first: first ?? .earliest, last: last))
  }

  /// A denial for each open stretch; anew where a statement begins, which would else come before it.
  private func denials(_ key: CaseKey, _ history: EventHistory, _ lane: Int) -> [CheckedStatement] {
    var denials: [CheckedStatement] = []
    for stretch in openStretches(history, lane) {
      var from = stretch.from
      let breaks = beginnings(of: key).sorted().filter { moment in
        stretch.from.map { $0 < moment } ?? true && stretch.until.map { moment < $0 } ?? true
      }
      for moment in breaks {
        denials.append(statement(key, .truth(false), .period(from: from, until: moment)))
        from = moment
      }
      denials.append(statement(key, .truth(false), .period(from: from, until: stretch.until)))
    }
    return denials
  }

  /// The denials that leave of the time in which an occurrence is told to have happened just some parts.
  ///
  /// Occurrences add up, so that a second one would not say when the first was. Nil where the event has others, or may
  /// have: a denial would strike those too.
  func denials(
    _ key: CaseKey, _ position: Int32, _ parts: [ValuePart], _ options: [Int]
  ) -> [CheckedStatement]? {
    let history = facts.history(key, view: view, asked: timeline.asked)
    guard history.open.isEmpty, history.occurrences.count == 1, let told = history.occurrences.first,
      told.statement == position, case .range(let low, let high)? = self.told(parts, options, .date).map({ $0.asRange })
    else { return nil }
    var denials: [CheckedStatement] = []
    if case .date(let low)? = low, told.first.map({ $0 < low }) ?? true {
      denials.append(statement(key, .truth(false), .period(from: told.first, until: low)))
    }
    if case .date(let high)? = high, told.last.map({ high < $0 }) ?? true {
      let until = told.last == timeline.asked ? nil : told.last?.minuteAfter
      denials.append(statement(key, .truth(false), .period(from: high.minuteAfter, until: until)))
    }
    return denials
  }
}

extension Told {
  /// A single value as the range that it is.
  fileprivate var asRange: Told { if case .value(let value) = self { .range(value, value) } else { self } }
}
