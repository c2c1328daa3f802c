internal import CasusSemantics

/// The intervals of a timeline, in order. Of plain conditions, which may have very many, only turns are kept, and an interval
/// is made when it is read.
package struct TimelineIntervals: RandomAccessCollection, Sendable {
  private let list: [TimelineAnswer.Interval]
  private let turns: [PlainOutcomes.Turn]
  /// The moments of all lanes.
  private let minutes: [Int64]
  private let start: Moment?
  private let end: Moment?
  /// Whether each is true, false or unknown, proved and not circular.
  package let isPlain: Bool

  package init(_ list: [TimelineAnswer.Interval]) {
    self.list = list
    turns = []
    minutes = []
    start = nil
    end = nil
    isPlain = false
  }

  /// - Parameters:
  ///   - turns: where the condition begins to stand otherwise, first of all in the first lane.
  ///   - minutes: where each lane begins.
  ///   - start: where the first interval begins.
  ///   - end: where the last one ends.
  init(_ turns: [PlainOutcomes.Turn], _ minutes: [Int64], from start: Moment?, to end: Moment?) {
    list = []
    self.turns = turns
    self.minutes = minutes
    self.start = start
    self.end = end
    isPlain = true
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { isPlain ? turns.count : list.count }

  package subscript(position: Int) -> TimelineAnswer.Interval {
    if !isPlain { return list[position] }
    let outcome: Answer.Outcome =
      switch turns[position].state {
      case .holds: .truth(true)
      case .fails: .truth(false)
      case .open, .silent: .unknown
      }
    return TimelineAnswer.Interval(
      from: position == 0 ? start : moment(of: position),
      until: position + 1 < turns.count ? moment(of: position + 1) : end, outcome: outcome, isProved: true,
      isCircular: false)
  }

  private func moment(of position: Int) -> Moment? { Moment(minutes: minutes[Int(turns[position].lane)]) }
}

extension TimelineIntervals: Equatable {
  package static func == (left: TimelineIntervals, right: TimelineIntervals) -> Bool { left.elementsEqual(right) }
}
