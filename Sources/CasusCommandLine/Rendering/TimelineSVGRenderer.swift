import CasusAnalysis
import CasusDiagnostics
import CasusSemantics

/// Timelines as a picture: a row a query, its answers told apart by shape and texture alone.
///
/// All ink is `currentColor`, so that a page sets it for light and dark; by itself the picture is dark on white.
struct TimelineSVGRenderer {
  private let report: TimelineReport
  private let legend: TimelineLegend
  private let layout: TimelineLayout

  init(_ report: TimelineReport, today: Moment) {
    self.report = report
    legend = TimelineLegend(report)
    layout = TimelineLayout(report, today: today, legend: legend)
  }

  func render() -> String {
    let (width, height) = (Self.number(TimelineLayout.width), Self.number(layout.height))
    var text = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
      role="img" aria-labelledby="timeline-title timeline-description" color="#14181d" fill="currentColor" \
      font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="11">
      <title id="timeline-title">\(Self.escaped(title))</title>
      <desc id="timeline-description">\(Self.escaped(description))</desc>
      \(Self.definitions)
      <rect class="paper" width="\(width)" height="\(height)" fill="#ffffff"/>

      """
    text += drawnLegend + drawnAxis
    for (number, row) in layout.rows.enumerated() { text += drawn(row, isFirst: number == 0) }
    return text + "</svg>\n"
  }

  private var title: String {
    let scenario = report.scenario.map { ", " + $0.safe } ?? ""
    let view = report.accordingTo.map { ", according to " + $0.safe } ?? ""
    return "Timeline of " + report.file.safe + scenario + view
  }

  /// What the picture shows, for those who cannot see it.
  private var description: String {
    report.rows.map { row in
      let periods = row.intervals.map { $0.words.safe + " " + $0.period }
      let events = row.events.map { $0.words + " on \($0.at)" }
      return row.label.safe + ": " + (periods + events).joined(separator: "; ") + "."
    }.joined(separator: " ")
  }

  // MARK: Legend and axis

  private var drawnLegend: String {
    var text = "<g class=\"legend\">\n"
    for (number, line) in legend.lines(within: TimelineLayout.width - 32).enumerated() {
      var x = 16.0
      let middle = 18 + Double(number) * 20
      for entry in line {
        text += sample(of: entry, x, middle)
        text +=
          "<text x=\"\(Self.number(x + 28))\" y=\"\(Self.number(middle + 4))\">\(Self.escaped(entry.text))</text>\n"
        x += entry.width
      }
    }
    return text + "</g>\n"
  }

  private func sample(of entry: TimelineLegend.Entry, _ x: Double, _ middle: Double) -> String {
    switch entry {
    case .answer(let style): TimelineShapes.bar(style, from: x, to: x + 22, middle: middle, isProved: true)
    case .unproved: TimelineShapes.bar(.value, from: x, to: x + 22, middle: middle, isProved: false)
    case .mark(let kind): TimelineShapes.mark(kind, x: x + 11, middle: middle, isCertain: true)
    case .uncertain: TimelineShapes.mark(.fulfilled, x: x + 11, middle: middle, isCertain: false)
    }
  }

  private var drawnAxis: String {
    let (top, bottom) = (layout.plotTop - 4, layout.plotBottom + 4)
    var text = "<g class=\"axis\" stroke=\"currentColor\" stroke-width=\"0.75\">\n"
    let ticks = layout.axis.ticks.compactMap { tick in layout.x(tick.moment).map { (x: $0, text: tick.text) } }
    for tick in ticks {
      text += Self.line(tick.x, top, tick.x, bottom, "stroke-opacity=\"0.18\"")
      text += Self.line(tick.x, bottom, tick.x, bottom + 4, "")
    }
    text += Self.line(layout.plotLeft, bottom, layout.plotRight, bottom, "")
    text += "</g>\n<g class=\"dates\" text-anchor=\"middle\" font-size=\"10.5\">\n"
    // A long list is read from either end.
    let lines = layout.rows.count > 20 ? [bottom + 16, top - 5] : [bottom + 16]
    for y in lines {
      for tick in ticks {
        text += "<text x=\"\(Self.number(tick.x))\" y=\"\(Self.number(y))\">\(Self.escaped(tick.text))</text>\n"
      }
    }
    let middle = (layout.plotLeft + layout.plotRight) / 2
    text +=
      "<text x=\"\(Self.number(middle))\" y=\"\(Self.number(bottom + 32))\" fill-opacity=\"0.75\">date (UTC)</text>\n"
    return text + "</g>\n"
  }

  // MARK: Rows

  private func drawn(_ row: TimelineLayout.Row, isFirst: Bool) -> String {
    var text = "<g class=\"row\">\n<title>\(Self.escaped(row.row.label.safe))</title>\n"
    if !isFirst {
      text += Self.line(
        16, row.top, layout.plotRight, row.top, "stroke=\"currentColor\" stroke-width=\"0.5\" stroke-opacity=\"0.18\"")
    }
    for (number, line) in row.lines.enumerated() {
      let y = row.top + 17 + Double(number) * 14
      text += "<text x=\"16\" y=\"\(Self.number(y))\" xml:space=\"preserve\">\(Self.escaped(line))</text>\n"
    }
    for interval in row.row.intervals { text += drawn(interval, middle: row.middle) }
    for mark in row.marks {
      let y = row.top + 27 + Double(mark.track) * TimelineLayout.trackHeight
      let title = Self.escaped(mark.event.words + ", \(mark.event.at)")
      text += "<g><title>\(title)</title>"
      text += TimelineShapes.mark(mark.event.kind, x: mark.x, middle: y, isCertain: mark.event.isCertain) + "</g>\n"
    }
    return text + "</g>\n"
  }

  private func drawn(_ interval: TimelineReport.Interval, middle: Double) -> String {
    if let until = interval.until, until <= layout.axis.low { return "" }
    if let from = interval.from, from >= layout.axis.high { return "" }
    let left = layout.x(interval.from) ?? layout.plotLeft
    let right = layout.x(interval.until) ?? layout.plotRight
    let style = TimelineLegend.Style(interval.outcome)
    var text = "<g><title>\(Self.escaped(interval.words.safe + " " + interval.period))</title>"
    // What lasts but a minute is still to be seen.
    text += TimelineShapes.bar(
      style, from: left, to: max(right, left + 1.5), middle: middle, isProved: interval.isProved)
    let words = interval.outcome.text.safe
    let room = right - left - 6
    if style == .value, Double(words.terminalWidth) * 6.1 <= room {
      let x = Self.number((left + right) / 2)
      text += "<text x=\"\(x)\" y=\"\(Self.number(middle + 3.5))\" font-size=\"10\" text-anchor=\"middle\">"
      text += Self.escaped(words) + "</text>"
    }
    return text + "</g>\n"
  }
}
