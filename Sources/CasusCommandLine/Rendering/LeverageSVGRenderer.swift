import CasusAnalysis
import CasusDiagnostics

/// Power indices as a picture: two bars a decider, told apart by texture alone.
///
/// All ink is `currentColor`, so that a page sets it for light and dark; by itself the picture is dark on white.
struct LeverageSVGRenderer {
  private let report: LeverageReport
  private let left: Double
  private let greatest: Int

  private static let width = 760.0
  private static let right = 560.0
  private static let top = 56.0
  private static let rowHeight = 34.0

  init(_ report: LeverageReport) {
    self.report = report
    // A column of the font is about 6.7 wide; of longer names the picture shows the beginning.
    let columns = report.deciders.map { min(28, $0.name.safe.terminalWidth) }.max() ?? 0
    left = 28 + Double(columns) * 6.7
    let measures = report.deciders.compactMap { $0.power }.flatMap { [$0.shapleyShubik.measure, $0.banzhaf.measure] }
    greatest = max(1, measures.max() ?? 1)
  }

  func render() -> String {
    let height = Self.top + Double(report.deciders.count) * Self.rowHeight + 16
    var text = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.number(Self.width)) \(Self.number(height))" \
      width="\(Self.number(Self.width))" height="\(Self.number(height))" role="img" \
      aria-labelledby="leverage-title leverage-description" color="#14181d" fill="currentColor" \
      font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="11">
      <title id="leverage-title">\(Self.escaped(title))</title>
      <desc id="leverage-description">\(Self.escaped(description))</desc>
      <defs>
      <pattern id="leverage-hatched" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="1.3" height="5" fill="currentColor"/>
      </pattern>
      </defs>
      <rect class="paper" width="\(Self.number(Self.width))" height="\(Self.number(height))" fill="#ffffff"/>

      """
    text += legend
    for (number, decider) in report.deciders.enumerated() { text += drawn(decider, number) }
    return text + "</svg>\n"
  }

  private var title: String { "Power over " + report.query.safe }

  /// What the picture shows, for those who cannot see it.
  private var description: String {
    report.deciders.map { decider in
      guard let power = decider.power else { return decider.name.safe + ": not computed" }
      return decider.name.safe + ": Shapley–Shubik \(power.shapleyShubik.decimal), Banzhaf \(power.banzhaf.decimal)"
    }.joined(separator: "; ") + "."
  }

  private var legend: String {
    let heading = Self.fitting(report.query.safe, columns: 108)
    return """
      <text x="16" y="20" font-weight="bold">\(Self.escaped(heading))</text>
      \(Self.bar(16, 32, width: 22, isHatched: false))
      <text x="44" y="40">Shapley–Shubik</text>
      \(Self.bar(170, 32, width: 22, isHatched: true))
      <text x="198" y="40">Banzhaf, normalised</text>

      """
  }

  private func drawn(_ decider: LeverageReport.Decider, _ number: Int) -> String {
    let y = Self.top + Double(number) * Self.rowHeight
    let name = Self.fitting(decider.name.safe, columns: 28)
    var text = "<g><title>\(Self.escaped(decider.name.safe))</title>\n"
    text += "<text x=\"16\" y=\"\(Self.number(y + 16))\">\(Self.escaped(name))</text>\n"
    if let power = decider.power {
      text += drawn(power.shapleyShubik, y + 3, isHatched: false) + drawn(power.banzhaf, y + 15, isHatched: true)
    }
    return text + "</g>\n"
  }

  private func drawn(_ share: LeverageReport.Share, _ y: Double, isHatched: Bool) -> String {
    let length = (Self.right - left) * Double(share.measure) / Double(greatest)
    // Long fractions would run out of the picture; the exact numbers are in the other forms.
    let fraction = share.fraction.count <= 14 ? " = " + share.fraction : ""
    return Self.bar(left, y, width: length, isHatched: isHatched)
      + "\n<text x=\"\(Self.number(left + length + 6))\" y=\"\(Self.number(y + 9))\" font-size=\"10\">"
      + "\(share.decimal)\(fraction)</text>\n"
  }

  private static func bar(_ x: Double, _ y: Double, width: Double, isHatched: Bool) -> String {
    let fill = isHatched ? "url(#leverage-hatched)" : "currentColor"
    return "<rect x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(max(0.5, width)))\" height=\"10\""
      + " fill=\"\(fill)\" stroke=\"currentColor\" stroke-width=\"0.75\"/>"
  }

  /// The beginning of a text that is too long.
  private static func fitting(_ text: String, columns: Int) -> String {
    if text.terminalWidth <= columns { return text }
    var kept = ""
    for character in text where (kept + String(character)).terminalWidth < columns { kept.append(character) }
    return kept + "…"
  }

  private static func number(_ length: Double) -> String { TimelineSVGRenderer.number(length) }
  private static func escaped(_ text: String) -> String { JUnitRenderer.escaped(text) }
}
