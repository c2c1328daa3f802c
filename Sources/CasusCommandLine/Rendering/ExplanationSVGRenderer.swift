import CasusAnalysis
import CasusDiagnostics

/// Explanations as a picture: the steps below each other, each moved in below what it is a reason for.
///
/// All ink is `currentColor`, so that a page sets it for light and dark; by itself the picture is dark on white.
struct ExplanationSVGRenderer {
  private let explanation: Explanation
  private let width: Double
  private var rows: [Row] = []
  private var height = 56.0

  /// A step with its place.
  private struct Row {
    var x: Double
    var y: Double
    var lines: [(text: String, isFaint: Bool)]
    var parent: Int?
    /// Where the line from the parent begins: at it, or at the step before that hangs on it.
    var lineStart = 0.0
  }

  private static let indent = 24.0
  private static let lineHeight = 15.0
  /// A column of the font is about 6.7 wide.
  private static let column = 6.7
  private static let columns = 84

  init(_ explanation: Explanation) {
    self.explanation = explanation
    var parents = [Int?](repeating: nil, count: explanation.nodes.count)
    var depths = [Int](repeating: 0, count: explanation.nodes.count)
    for (number, node) in explanation.nodes.enumerated() {
      for child in node.because {
        parents[child] = number
        depths[child] = depths[number] + 1
      }
    }
    let deepest = Double(depths.max() ?? 0)
    width = 40 + deepest * Self.indent + Double(Self.columns) * Self.column
    var phrases = ExplanationPhrases()
    var lineEnds: [Double] = []
    for (number, node) in explanation.nodes.enumerated() {
      var lines = ExplanationPhrases.headline(of: node).safe.wrapped(to: Self.columns).map { ($0, false) }
      for detail in phrases.details(of: node) where !detail.isCall {
        lines += detail.text.safe.wrapped(to: Self.columns).map { ($0, true) }
      }
      var row = Row(x: 16 + Double(depths[number]) * Self.indent, y: height, lines: lines, parent: parents[number])
      if let parent = row.parent {
        row.lineStart = lineEnds[parent]
        lineEnds[parent] = row.y + 6
      }
      lineEnds.append(row.y + 15)
      rows.append(row)
      height += Double(lines.count) * Self.lineHeight + 9
    }
  }

  func render() -> String {
    let (width, height) = (Self.number(width), Self.number(height + 8))
    let title = ExplanationPhrases.title(of: explanation.answer)
    var text = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
      role="img" aria-labelledby="explanation-title explanation-description" color="#14181d" fill="currentColor" \
      font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="11">
      <title id="explanation-title">\(Self.escaped("Explanation of " + title))</title>
      <desc id="explanation-description">\(Self.escaped(description))</desc>
      <rect class="paper" width="\(width)" height="\(height)" fill="#ffffff"/>

      """
    for (position, line) in title.safe.wrapped(to: Self.columns).prefix(2).enumerated() {
      text += "<text x=\"16\" y=\"\(20 + position * 15)\" font-weight=\"bold\">\(Self.escaped(line))</text>\n"
    }
    for (number, row) in rows.enumerated() { text += drawn(row, explanation.nodes[number].answer) }
    return text + "</svg>\n"
  }

  /// The steps in words, for those who cannot see them.
  private var description: String {
    explanation.nodes.map { ExplanationPhrases.headline(of: $0).safe }.joined(separator: "; ") + "."
  }

  private func drawn(_ row: Row, _ answer: AnswerReport.Outcome) -> String {
    var text = "<g>\n"
    if let parent = row.parent {
      let x = rows[parent].x + 6
      text += "<path d=\"M\(Self.number(x)) \(Self.number(row.lineStart))V\(Self.number(row.y + 6))"
      text += "H\(Self.number(row.x - 3))\" fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.35\"/>\n"
    }
    text += sign(answer, row.x, row.y)
    for (position, line) in row.lines.enumerated() {
      let y = row.y + 10 + Double(position) * Self.lineHeight
      text += "<text x=\"\(Self.number(row.x + 20))\" y=\"\(Self.number(y))\""
      text += (line.isFaint ? " fill-opacity=\"0.75\"" : "") + ">\(Self.escaped(line.text))</text>\n"
    }
    return text + "</g>\n"
  }

  /// The sign as lines, which no font can lack.
  private func sign(_ answer: AnswerReport.Outcome, _ x: Double, _ y: Double) -> String {
    let path: String
    switch answer {
    case .truth(.true): path = "M1 6l4 4l6 -9"
    case .truth(.false): path = "M2 2l8 8M10 2l-8 8"
    case .truth(.contested): path = "M7 0l-4 6h5l-4 6"
    case .truth(.unknown): path = "M3 4a3 3 0 1 1 4 3q-1 0.5 -1 2M6 11v1"
    case .value: path = "M2 4h8M2 8h8"
    case .rows: path = "M10 2h-4a4 4 0 0 0 0 8h4M3 6h6"
    case .fault: path = "M6 1v6M6 10v1"
    }
    return "<path transform=\"translate(\(Self.number(x)) \(Self.number(y)))\" d=\"\(path)\" fill=\"none\""
      + " stroke=\"currentColor\" stroke-width=\"1.6\"/>\n"
  }

  private static func number(_ length: Double) -> String { TimelineSVGRenderer.number(length) }
  private static func escaped(_ text: String) -> String { JUnitRenderer.escaped(text) }
}
