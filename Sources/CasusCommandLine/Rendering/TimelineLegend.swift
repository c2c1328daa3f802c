import CasusAnalysis
import CasusDiagnostics

/// What each sign of a picture means: those that occur in it.
struct TimelineLegend {
  /// How an answer is drawn.
  enum Style: String, CaseIterable {
    case `true`, `false`, unknown, contested, value, fault

    init(_ outcome: AnswerReport.Outcome) {
      switch outcome {
      case .truth(.true): self = .true
      case .truth(.false): self = .false
      case .truth(.unknown): self = .unknown
      case .truth(.contested): self = .contested
      case .value, .rows: self = .value
      case .fault: self = .fault
      }
    }
  }

  enum Entry {
    case answer(Style)
    case mark(TimelineReport.Event.Kind)
    /// What may be so from then on, drawn hollow.
    case uncertain
    case unproved

    var text: String {
      switch self {
      case .answer(let style): style.rawValue
      case .mark(let kind): kind.rawValue
      case .uncertain: "hollow mark: possibly"
      case .unproved: "dashed: unproved"
      }
    }

    /// With the sample, and room to the next.
    var width: Double { 46 + Double(text.terminalWidth) * TimelineLayout.axisCharacter }
  }

  let entries: [Entry]

  init(_ report: TimelineReport) {
    let intervals = report.rows.flatMap { $0.intervals }
    let events = report.rows.flatMap { $0.events }
    var entries: [Entry] = Style.allCases.filter { style in
      intervals.contains { Style($0.outcome) == style }
    }.map { .answer($0) }
    if intervals.contains(where: { !$0.isProved }) { entries.append(.unproved) }
    entries += TimelineReport.Event.Kind.allCases.filter { kind in events.contains { $0.kind == kind } }.map {
      .mark($0)
    }
    if events.contains(where: { !$0.isCertain }) { entries.append(.uncertain) }
    self.entries = entries
  }

  /// The entries in lines of a width.
  func lines(within width: Double) -> [[Entry]] {
    var lines: [[Entry]] = []
    var used = width
    for entry in entries {
      if used + entry.width > width {
        lines.append([])
        used = 0
      }
      lines[lines.count - 1].append(entry)
      used += entry.width
    }
    return lines
  }
}
