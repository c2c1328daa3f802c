import CasusDiagnostics
import CasusSemantics

/// Where everything stands in the picture of timelines, in its units.
struct TimelineLayout {
  struct Row {
    var row: TimelineReport.Row
    /// The label in lines that fit beside the plot.
    var lines: [String]
    var top: Double
    var height: Double
    /// The marks that are in sight, each in one of the tracks below the bar, so that none covers another.
    var marks: [(event: TimelineReport.Event, x: Double, track: Int)]

    /// The middle of the bar.
    var middle: Double { top + 13 }
  }

  static let width = 1_000.0
  /// What a character takes in the font of the labels, and of the axis.
  static let labelCharacter = 6.7
  static let axisCharacter = 6.4
  static let barHeight = 12.0
  static let trackHeight = 13.0
  private static let columns = 46

  let axis: TimelineAxis
  let rows: [Row]
  let plotLeft: Double
  let plotTop: Double
  let legendLines: Int

  var plotRight: Double { TimelineLayout.width - 24 }
  var plotBottom: Double { rows.last.map { $0.top + $0.height } ?? plotTop + 20 }
  var height: Double { plotBottom + 44 }

  init(_ report: TimelineReport, today: Moment, legend: TimelineLegend) {
    let lines = report.rows.map { TimelineLayout.wrapped($0.label.safe, to: TimelineLayout.columns) }
    let widest = lines.joined().map { $0.terminalWidth }.max() ?? 0
    plotLeft = 28 + Double(widest) * TimelineLayout.labelCharacter
    legendLines = legend.lines(within: TimelineLayout.width - 32).count
    plotTop = 34 + Double(legendLines) * 20
    let plotWidth = TimelineLayout.width - 24 - plotLeft
    axis = TimelineAxis(
      showing: report.rows.flatMap { $0.bounds }, low: report.from, high: report.to, today: today, width: plotWidth,
      characterWidth: TimelineLayout.axisCharacter)
    var top = plotTop
    var placed: [Row] = []
    for (row, lines) in zip(report.rows, lines) {
      let marks = TimelineLayout.marks(of: row, axis) { [plotLeft, axis] in plotLeft + axis.position(of: $0) * plotWidth
      }
      let tracks = (marks.map { $0.track }.max() ?? -1) + 1
      let height = max(26 + Double(tracks) * TimelineLayout.trackHeight, 12 + Double(lines.count) * 14)
      placed.append(Row(row: row, lines: lines, top: top, height: height, marks: marks))
      top += height
    }
    rows = placed
  }

  func x(_ moment: Moment?) -> Double? {
    moment.map { plotLeft + axis.position(of: $0) * (plotRight - plotLeft) }
  }

  /// Marks in the order of time, each in the first track where the one before it leaves room.
  private static func marks(
    of row: TimelineReport.Row, _ axis: TimelineAxis, _ x: (Moment) -> Double
  ) -> [(event: TimelineReport.Event, x: Double, track: Int)] {
    var ends: [Double] = []
    return row.events.filter { axis.low <= $0.at && $0.at <= axis.high }.map { event in
      let x = x(event.at)
      let track = ends.firstIndex { $0 + 12 <= x } ?? ends.count
      if track == ends.count { ends.append(x) } else { ends[track] = x }
      return (event, x, track)
    }
  }

  /// A text in lines of so many columns, broken at blanks, or where a word is too long, inside it.
  static func wrapped(_ text: String, to columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ").flatMap({ pieces(of: String($0), of: columns - 2) }) {
      let isGlued = !word.isStart
      let longer = line.isEmpty ? word.text : line + (isGlued ? "" : " ") + word.text
      if line.isEmpty || longer.terminalWidth <= columns {
        line = longer
      } else {
        lines.append(line)
        line = "  " + word.text
      }
    }
    return lines + [line]
  }

  /// A word in pieces of at most so many columns, cut behind a mark where there is one.
  private static func pieces(of word: String, of columns: Int) -> [(text: String, isStart: Bool)] {
    var pieces: [(text: String, isStart: Bool)] = []
    var piece = ""
    var cut = ""
    for character in word {
      if (piece + String(character)).terminalWidth > columns {
        let head = cut.isEmpty ? piece : cut
        pieces.append((head, pieces.isEmpty))
        piece = String(piece.dropFirst(head.count))
        cut = ""
      }
      piece.append(character)
      if "_.,(:".contains(character) { cut = piece }
    }
    return pieces + [(piece, pieces.isEmpty)]
  }
}

extension TimelineReport.Row {
  /// Where something begins, ends or happens.
  fileprivate var bounds: [Moment] {
    intervals.compactMap { $0.from } + intervals.compactMap { $0.until } + events.map { $0.at }
  }
}
