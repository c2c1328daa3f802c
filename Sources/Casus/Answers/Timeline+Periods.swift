internal import CasusEngine

extension Timeline {
  /// The periods of a case, in order and without a gap; neighbours differ.
  ///
  /// ```swift
  /// let first = timeline.periods.first { $0.truth == .true }
  /// ```
  ///
  /// Those of a condition that looks at nothing but the moment are made when they are read, so that hundreds of thousands
  /// of them take little memory.
  public struct Periods: RandomAccessCollection, Hashable, Sendable {
    private let list: [Period]
    /// Where these are plain, the list is empty.
    private let intervals: TimelineIntervals

    init(_ list: [Period]) {
      self.list = list
      intervals = TimelineIntervals([])
    }

    init(plain intervals: TimelineIntervals) {
      list = []
      self.intervals = intervals
    }

    /// Zero.
    public var startIndex: Int { 0 }
    /// How many there are.
    public var endIndex: Int { intervals.isPlain ? intervals.endIndex : list.count }

    /// A period, the earliest being the first.
    public subscript(position: Int) -> Period {
      if !intervals.isPlain { return list[position] }
      let interval = intervals[position]
      let truth: Truth = if case .truth(let truth) = interval.outcome { truth ? .true : .false } else { .unknown }
      return Period(
        from: interval.from.map { Moment($0) }, until: interval.until.map { Moment($0) }, outcome: .truth(truth),
        isProved: true, isCircular: false)
    }

    /// Whether all periods are the same.
    public static func == (left: Periods, right: Periods) -> Bool { left.elementsEqual(right) }

    /// Hashes all periods.
    public func hash(into hasher: inout Hasher) { for period in self { hasher.combine(period) } }
  }
}
