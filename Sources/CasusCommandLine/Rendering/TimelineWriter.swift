import CasusAnalysis
import CasusEngine
import CasusSemantics

/// Writes timelines to standard output: rows as they come, where the format lets it, else all of them at the end.
struct TimelineWriter {
  private var report: TimelineReport
  private let format: TimelineFormat
  private let console: Console
  private let isQuiet: Bool
  private var rows: TimelineCSVRenderer

  /// - Parameter report: without its rows.
  init(report: TimelineReport, format: TimelineFormat, console: Console, isQuiet: Bool) {
    self.report = report
    self.format = format
    self.console = console
    self.isQuiet = isQuiet
    rows = TimelineCSVRenderer(console: console)
  }

  mutating func add(_ answer: TimelineAnswer, to question: Question, _ builder: ReportBuilder) {
    report.add(answer, to: question, builder)
    guard format == .csv else { return }
    for row in report.rows { rows.add(row) }
    report.rows = []
  }

  mutating func end() {
    switch format {
    case .text:
      console.write(
        TimelineTextRenderer(paint: Paint(isColored: console.colorsOutput), isQuiet: isQuiet).render(report))
    case .json: console.write(TimelineJSONRenderer.render(report))
    case .csv: rows.flush()
    case .svg: console.write(TimelineSVGRenderer(report, today: Clock.today).render())
    case .html: console.write(TimelineHTMLRenderer.render(report, today: Clock.today))
    }
  }
}
