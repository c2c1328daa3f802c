package import CasusSemantics

/// What is known of an event's case over all time, in one view.
package struct EventHistory: Equatable, Sendable {
  /// From one moment to another, both included. Without the first it is open; without the last it goes on up to the
  /// moment asked about.
  package struct Span: Equatable, Sendable {
    package var first: Moment?
    package var last: Moment?
  }
  /// It happened once, at a moment in one of the spans, which stand in order and do not touch.
  package struct Occurrence: Equatable, Sendable {
    package var spans: [Span]
    /// Whether no moment was told: then it has happened by the moment asked about.
    package var isUndated: Bool
    package var statement: Int32

    package var first: Moment? { spans[0].first }
    package var last: Moment? { spans[spans.count - 1].last }
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
  /// Whether it is only presumed not to have happened.
  package var isPresumed: Bool

  /// The history as one knows it who asks at a moment: what is told without a date has happened by then.
  package func asked(at moment: Moment) -> EventHistory {
    var history = self
    history.occurrences = occurrences.compactMap { occurrence in
      guard occurrence.isUndated else { return occurrence }
      var known = occurrence
      known.spans = occurrence.spans.filter { $0.first.map { $0 <= moment } ?? true }
      guard let last = known.spans.indices.last else { return nil }
      known.spans[last].last = min(known.spans[last].last ?? moment, moment)
      return known
    }
    return history
  }

  /// What is known at a moment: true, false, or open where it may have happened by then. Of one who asks then or later.
  package func state(at moment: Moment) -> CaseState {
    if occurrences.contains(where: { $0.last.map { $0 <= moment } ?? false }) { return .truth(true) }
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
  /// takes its period away from occurrences that it ranks with or above.
  package func history(_ key: CaseKey, view: EntityID?) -> EventHistory {
    let positions = statements(of: key).reversed().filter { sees($0, view) != nil }
    var denials = DenialTable()
    for position in positions where statements.told(of: position) == .truth(false) {
      guard case .period(let from, let until) = statements.time(of: position),
        let precedence = precedence(of: position, view: view)
      else { continue }
      denials.add(from: from, until: until, rank: precedence.rank)
    }
    var occurrences: [EventHistory.Occurrence] = []
    for position in positions {
      guard case .occurrence(let first, let last) = statements.time(of: position),
        statements.told(of: position) == .truth(true), let precedence = precedence(of: position, view: view)
      else { continue }
      let spans = denials.remainder(of: EventHistory.Span(first: first, last: last), rank: precedence.rank)
      if spans.isEmpty { continue }
      occurrences.append(.init(spans: spans, isUndated: last == nil, statement: position))
    }
    let isUntold = occurrences.isEmpty && presumption(of: key.declaration) == nil
    return EventHistory(
      occurrences: occurrences, open: openStretches(of: course(key, view: view), isUntold: isUntold),
      isPresumed: positions.isEmpty && presumption(of: key.declaration) != nil)
  }

  /// The same as one knows it who asks at a moment.
  package func history(_ key: CaseKey, view: EntityID?, asked moment: Moment) -> EventHistory {
    history(key, view: view).asked(at: moment)
  }

  /// Where the statement that counts, or the lack of one, leaves occurrences open.
  private func openStretches(of course: Course, isUntold: Bool) -> [EventHistory.Stretch] {
    var open: [EventHistory.Stretch] = []
    for (number, reading) in course.readings.enumerated() {
      guard reading.map({ $0.state == .open }) ?? isUntold else { continue }
      let from = number == 0 ? nil : course.starts[number - 1]
      let until = number < course.starts.count ? course.starts[number] : nil
      if let end = open.last?.until, end == from {
        open[open.count - 1].until = until
      } else {
        open.append(.init(from: from, until: until))
      }
    }
    return open
  }
}

/// The time that denials cover, by how they rank.
private struct DenialTable {
  /// Half open, in minutes.
  private struct Stretch {
    var from: Int64
    var until: Int64
  }
  private var told: [(rank: Int, stretch: Stretch)] = []
  /// What denials of a rank and of those above cover together: stretches in order that do not touch.
  private var covered: [Int: [Stretch]] = [:]

  mutating func add(from: Moment?, until: Moment?, rank: Int) {
    told.append((rank, Stretch(from: from?.minutes ?? .min, until: until?.minutes ?? .max)))
  }

  /// What denials that rank with it or above leave of an occurrence.
  mutating func remainder(of span: EventHistory.Span, rank: Int) -> [EventHistory.Span] {
    let covered = coverage(rank)
    let end = span.last?.minutes ?? .max
    var spans: [EventHistory.Span] = []
    var first = span.first?.minutes ?? .min
    for stretch in covered[firstBehind(first, in: covered)...] {
      if stretch.from > end { break }
      if first < stretch.from { spans.append(Self.span(from: first, until: stretch.from)) }
      first = stretch.until
    }
    if first <= end, first < .max { spans.append(Self.span(from: first, until: end == .max ? .max : end + 1)) }
    return spans
  }

  private static func span(from: Int64, until: Int64) -> EventHistory.Span {
    EventHistory.Span(
      first: from == .min ? nil : Moment(minutes: from), last: until == .max ? nil : Moment(minutes: until - 1))
  }

  /// The first stretch that ends behind a minute.
  private func firstBehind(_ minute: Int64, in stretches: [Stretch]) -> Int {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = low + (high - low) / 2
      if stretches[middle].until <= minute { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func coverage(_ rank: Int) -> [Stretch] {
    if let known = covered[rank] { return known }
    var found: [Stretch] = []
    for (_, stretch) in told.filter({ $0.rank >= rank }).sorted(by: { $0.stretch.from < $1.stretch.from }) {
      if let last = found.last, stretch.from <= last.until {
        found[found.count - 1].until = max(last.until, stretch.until)
      } else {
        found.append(stretch)
      }
    }
    covered[rank] = found
    return found
  }
}
