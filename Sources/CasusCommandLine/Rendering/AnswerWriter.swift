import CasusAnalysis
import CasusDiagnostics

/// Writes answers as they come, in one of the formats.
struct AnswerWriter {
  let format: AnswerFormat
  let console: Console
  let isQuiet: Bool
  /// Whether an expectation that holds is written: programs want all, people only those that fail.
  var writesAllExpectations: Bool
  private let text: TextAnswerRenderer
  private let output: (String) -> Void
  private var count = 0
  /// The file and scenario whose heading was written last.
  private var section: (file: String, scenario: String?)?
  private var date: String?

  /// - Parameter output: where answers go, if not to the console.
  init(_ format: AnswerFormat, console: Console, isQuiet: Bool, output: ((String) -> Void)? = nil) {
    self.format = format
    self.console = console
    self.output = output ?? { console.write($0) }
    self.isQuiet = isQuiet
    text = TextAnswerRenderer(paint: Paint(isColored: console.colorsOutput), width: console.outputWidth)
    switch format {
    case .json, .ndjson, .csv: writesAllExpectations = true
    case .text, .markdown: writesAllExpectations = false
    }
    if format == .csv { self.output(CSVAnswerRenderer.heading) }
    if format == .markdown { self.output(MarkdownAnswerRenderer.heading) }
  }

  /// - Parameter sectionDate: the date that goes for the whole scenario.
  mutating func write(_ report: AnswerReport, sectionDate: String?) {
    if case .expect(_, holds: true) = report.kind, !writesAllExpectations { return }
    switch format {
    case .text: writeText(report, sectionDate)
    case .json: output((count == 0 ? "[\n" : ",\n") + "  " + report.json.text)
    case .ndjson: output(report.json.text + "\n")
    case .csv: output(CSVAnswerRenderer.row(report))
    case .markdown: output(MarkdownAnswerRenderer.row(report))
    }
    count += 1
  }

  private mutating func writeText(_ report: AnswerReport, _ sectionDate: String?) {
    var written = ""
    if section == nil || section?.file != report.file || section?.scenario != report.scenario {
      if section != nil { written += isQuiet ? "" : "\n" }
      section = (report.file, report.scenario)
      date = isQuiet ? nil : sectionDate
      if !isQuiet { written += text.heading(report.scenario ?? report.file, asOf: sectionDate) }
    }
    output(written + text.render(report, under: date))
  }

  /// A remark for people, which the data formats leave out.
  mutating func remark(_ words: String) {
    guard format == .text, !isQuiet else { return }
    output((count > 0 ? "\n" : "") + words + "\n")
  }

  func finish() {
    guard format == .json else { return }
    output(count == 0 ? "[]\n" : "\n]\n")
  }
}
