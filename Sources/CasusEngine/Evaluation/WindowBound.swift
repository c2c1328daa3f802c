internal import CasusSemantics

/// What a window asks of the moment of an occurrence, its bound known between two ends (nil: open).
struct WindowBound {
  enum Test {
    case notBefore, before, notAfter
  }
  var test: Test
  var low: Moment?
  var high: Moment?

  /// Whether an occurrence between two moments lies in the window wherever in its range the bound is.
  func certainlyHolds(from: Moment?, to: Moment) -> Bool {
    switch test {
    case .notBefore: high.map { high in from.map { high <= $0 } ?? false } ?? false
    case .before: low.map { to < $0 } ?? false
    case .notAfter: low.map { to <= $0 } ?? false
    }
  }

  func possiblyHolds(from: Moment?, to: Moment) -> Bool {
    switch test {
    case .notBefore: low.map { $0 <= to } ?? true
    case .before: high.map { high in from.map { $0 < high } ?? true } ?? true
    case .notAfter: high.map { high in from.map { $0 <= high } ?? true } ?? true
    }
  }
}

extension EventHistory {
  /// Whether an occurrence may lie between two moments, both included.
  func mayOccur(from: Moment, to: Moment) -> Bool {
    let told = occurrences.contains { ($0.first.map { $0 <= to } ?? true) && ($0.last.map { from <= $0 } ?? true) }
    return told || open.contains { ($0.from.map { $0 <= to } ?? true) && ($0.until.map { from < $0 } ?? true) }
  }
}

extension Timeline {
  /// The last minute in which an act is in time, for an episode that starts with a lane; nil: before every moment.
  func deadline(_ kind: DeadlineKind, _ value: Scalar, start lane: Int) -> Moment? {
    switch kind {
    case .by:
      guard let moment = value.moment else { return nil }
      return moment.isMidnight ? moment.endOfDay : moment
    case .within:
      // An episode without a beginning began before every date.
      guard lane > 0, let duration = value.duration else { return nil }
      guard let end = try? moments[lane].adding(duration) else { return .never }
      return duration.runsToEndOfDay ? end.endOfDay : end
    }
  }

  /// The same as it is told to people: the last day where the deadline ends with one.
  func dueDate(_ kind: DeadlineKind, _ value: Scalar, start lane: Int) -> Scalar? {
    guard let end = deadline(kind, value, start: lane) else { return nil }
    let isWholeDay = kind == .by ? value.moment?.isMidnight ?? false : value.duration?.runsToEndOfDay ?? false
    return Scalar(Rational((isWholeDay ? end.startOfDay : end).minutes))
  }
}
