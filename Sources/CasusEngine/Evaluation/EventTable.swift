internal import CasusSemantics

/// The history of an event's case as one knows it who asks at a moment, sorted so that each look at it is one search.
///
/// Moments are minutes here; the least and the greatest number stand for an end that is open.
struct EventTable: Sendable {
  /// The last moments that occurrences told can have had, in order, and the latest first moment of those up to each.
  private var ends: [Int64] = []
  private var latestFirst: [Int64] = []
  /// The first moments of what may have occurred, in order, and the latest last moment of those up to each.
  private var starts: [Int64] = []
  private var latestLast: [Int64] = []
  let isPresumed: Bool

  init(_ history: EventHistory) {
    isPresumed = history.isPresumed
    var told: [(first: Int64, last: Int64)] = []
    var possible: [(first: Int64, last: Int64)] = []
    for occurrence in history.occurrences {
      told.append((occurrence.first?.minutes ?? .min, occurrence.last?.minutes ?? .max))
      for span in occurrence.spans { possible.append((span.first?.minutes ?? .min, span.last?.minutes ?? .max)) }
    }
    for stretch in history.open {
      possible.append((stretch.from?.minutes ?? .min, stretch.until.map { $0.minutes - 1 } ?? .max))
    }
    for span in told.sorted(by: { $0.last < $1.last }) {
      ends.append(span.last)
      latestFirst.append(max(latestFirst.last ?? .min, span.first))
    }
    for span in possible.sorted(by: { $0.first < $1.first }) {
      starts.append(span.first)
      latestLast.append(max(latestLast.last ?? .min, span.last))
    }
  }

  /// How many of some moments in order are not later than one.
  private func count(of moments: [Int64], upTo moment: Int64) -> Int {
    var low = 0
    var high = moments.count
    while low < high {
      let middle = low + (high - low) / 2
      if moments[middle] <= moment { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// No earlier than this lies the latest of what has certainly occurred by a moment; nil where nothing has.
  func latestCertain(by moment: Int64) -> Int64? {
    let count = count(of: ends, upTo: moment)
    return count > 0 ? latestFirst[count - 1] : nil
  }

  /// No later than this lies the latest of what may have occurred by a moment; nil where nothing may.
  func latestPossible(by moment: Int64) -> Int64? {
    let count = count(of: starts, upTo: moment)
    return count > 0 ? min(latestLast[count - 1], moment) : nil
  }

  /// No later than this lies the first occurrence, and no earlier than that; nil where there is none, or may be none.
  var earliestCertain: Int64? { ends.first }
  var earliestPossible: Int64? { starts.first }

  func hasCertainlyOccurred(by moment: Int64) -> Bool { ends.first.map { $0 <= moment } ?? false }
  func mayHaveOccurred(by moment: Int64) -> Bool { starts.first.map { $0 <= moment } ?? false }

  /// Whether an occurrence certainly lies between two moments, both included, or may.
  func certainlyOccurs(from: Int64, to: Int64) -> Bool { latestCertain(by: to).map { from <= $0 } ?? false }
  func mayOccur(from: Int64, to: Int64) -> Bool { latestPossible(by: to).map { from <= $0 } ?? false }

  // MARK: Windows

  /// Whether what has occurred by now certainly lies as a test asks, wherever in its range the limit is.
  func certainly(_ test: WindowTest, _ limit: ValueRange, by now: Int64) -> Bool {
    switch test {
    case .notBefore:
      guard let limit = limit.high?.minutes, let latest = latestCertain(by: now) else { return false }
      return limit <= latest
    case .before:
      guard let limit = limit.low?.minutes, let earliest = earliestCertain else { return false }
      return earliest <= now && earliest < limit
    case .notAfter:
      guard let limit = limit.low?.minutes, let earliest = earliestCertain else { return false }
      return earliest <= now && earliest <= limit
    }
  }

  func possibly(_ test: WindowTest, _ limit: ValueRange, by now: Int64) -> Bool {
    switch test {
    case .notBefore:
      guard let latest = latestPossible(by: now) else { return false }
      return limit.low?.minutes.map { $0 <= latest } ?? true
    case .before:
      guard let earliest = earliestPossible, earliest <= now else { return false }
      return limit.high?.minutes.map { earliest < $0 } ?? true
    case .notAfter:
      guard let earliest = earliestPossible, earliest <= now else { return false }
      return limit.high?.minutes.map { earliest <= $0 } ?? true
    }
  }

  /// The latest occurrence by now: *never* where there is none.
  func latest(by now: Int64) -> ValueRange {
    guard let high = latestPossible(by: now) else { return ValueRange(.never, .never) }
    guard let low = latestCertain(by: now) else {
      return ValueRange(earliestPossible.flatMap { Scalar(minutes: $0) }, .never)
    }
    return ValueRange(Scalar(minutes: low), Scalar(minutes: high))
  }
}

extension Scalar {
  static var never: Scalar { Scalar(.never as Moment) }

  /// A date that lies before the calendar, and so before all dates.
  static var beforeAllDates: Scalar { Scalar(Rational(Moment.earliest.minutes - 1)) }

  /// The beginning of a day on which no date lies.
  static var startOfNoDay: Scalar { Scalar(Rational(Moment.earliest.minutes - 2)) }

  init(_ moment: Moment) { self.init(Rational(moment.minutes)) }

  /// A moment by its minutes; nil for the end that is open towards the past.
  init?(minutes: Int64) {
    if minutes == .min { return nil }
    self.init(Rational(minutes))
  }

  /// Of a moment; nil for what lies between minutes.
  var minutes: Int64? { number.integer }
}
