package import CasusSemantics

/// What is known of an event's case over all time, in one view.
package struct EventHistory: Equatable, Sendable {
  /// It happened, once, at a moment between the two, both included; an end that is nil is open.
  package struct Occurrence: Equatable, Sendable {
    package var first: Moment?
    package var last: Moment?
    package var statement: Int32
  }
  /// From the first moment, up to and without the second.
  package struct Stretch: Equatable, Sendable {
    package var from: Moment?
    package var until: Moment?
  }
  /// What is told to have happened, in order of appearance.
  package var occurrences: [Occurrence]
  /// When more may have happened, told or not.
  package var open: [Stretch]
  /// Whether it is only presumed not to have happened, or to have.
  package var isPresumed: Bool

  /// What is known at a moment: true, false, or open where it may have happened by then.
  package func state(at moment: Moment, asked: Moment) -> CaseState {
    if occurrences.contains(where: { ($0.last ?? asked) <= moment }) { return .truth(true) }
    let mayHave =
      occurrences.contains { $0.first.map { $0 <= moment } ?? true }
      || open.contains { $0.from.map { $0 <= moment } ?? true }
    return mayHave ? .open : .truth(false)
  }
}

extension FactBase {
  /// The history of an event's case as a view sees it.
  ///
  /// Once an occurrence is told, the case has those told and no others, but where a statement leaves it open; a denial
  /// takes its period away from occurrences that it ranks with or above. One told without a moment happened by the
  /// moment asked about.
  package func history(_ key: CaseKey, view: EntityID?, asked: Moment) -> EventHistory {
    let positions = statements(of: key).reversed().filter { sees(statements[Int($0)], view) != nil }
    var occurrences: [EventHistory.Occurrence] = []
    for position in positions {
      guard case .occurrence(let first, let last) = statements[Int(position)].time,
        statements[Int(position)].told == .truth(true)
      else { continue }
      let told = EventHistory.Occurrence(first: first, last: last ?? asked, statement: position)
      if let kept = remainder(of: told, among: positions, view: view) { occurrences.append(kept) }
    }
    let presumed = presumption(of: key.declaration)
    if occurrences.isEmpty, positions.isEmpty, presumed == .truth(true) {
      return EventHistory(
        occurrences: [.init(first: nil, last: nil, statement: -1)], open: [], isPresumed: true)
    }
    let isOpenUntold = occurrences.isEmpty && presumed == nil
    let open = openStretches(key, among: positions, view: view, isOpenUntold: isOpenUntold)
    return EventHistory(
      occurrences: occurrences, open: open, isPresumed: occurrences.isEmpty && presumed != nil && positions.isEmpty)
  }

  /// What denials of its own rank or a higher one leave of an occurrence; nil where they leave nothing.
  private func remainder(
    of occurrence: EventHistory.Occurrence, among positions: [Int32], view: EntityID?
  ) -> EventHistory.Occurrence? {
    var kept = occurrence
    for position in positions {
      let denial = statements[Int(position)]
      guard denial.told == .truth(false), case .period(let from, let until) = denial.time,
        !ranks(occurrence.statement, above: position, view: view)
      else { continue }
      let coversFirst = from.map { from in kept.first.map { from <= $0 } ?? false } ?? true
      let coversLast = until.map { until in kept.last.map { $0 < until } ?? false } ?? true
      if coversFirst && coversLast { return nil }
      if coversFirst, let until, kept.first.map({ $0 < until }) ?? true { kept.first = until }
      if coversLast, let from, kept.last.map({ from <= $0 }) ?? true { kept.last = from.minuteBefore }
    }
    return kept
  }

  /// Whether the first statement comes before the second whatever their dates.
  private func ranks(_ first: Int32, above second: Int32, view: EntityID?) -> Bool {
    func rank(_ position: Int32) -> Int {
      let statement = statements[Int(position)]
      let ofView = sees(statement, view) == true ? 4 : 0
      return ofView + (position >= fileCount ? 2 : 0) + (statement.arguments.contains(nil) ? 0 : 1)
    }
    return rank(first) > rank(second)
  }

  /// The stretches in which the statement that counts, or the lack of one, leaves occurrences open.
  private func openStretches(
    _ key: CaseKey, among positions: [Int32], view: EntityID?, isOpenUntold: Bool
  ) -> [EventHistory.Stretch] {
    var bounds: Set<Moment> = []
    for position in positions {
      guard case .period(let from, let until) = statements[Int(position)].time else { continue }
      if let from { bounds.insert(from) }
      if let until { bounds.insert(until) }
    }
    let moments = bounds.sorted()
    var open: [EventHistory.Stretch] = []
    for index in 0...moments.count {
      let from = index == 0 ? nil : moments[index - 1]
      let until = index == moments.count ? nil : moments[index]
      let sample = from ?? until?.minuteBefore ?? .earliest
      let isOpen = told(key, view: view, at: sample).map { $0.state == .open } ?? isOpenUntold
      guard isOpen else { continue }
      if let last = open.last, last.until == from, from != nil {
        open[open.count - 1].until = until
      } else {
        open.append(.init(from: from, until: until))
      }
    }
    return open
  }
}
