import CasusDiagnostics
import CasusSemantics

/// Timelines as one page that loads nothing: the picture, and the same as tables.
enum TimelineHTMLRenderer {
  static func render(_ report: TimelineReport, today: Moment) -> String {
    let title = "Timeline of " + report.file.safe
    var remarks: [String] = []
    if let scenario = report.scenario { remarks.append("Scenario: " + scenario.safe) }
    if let view = report.accordingTo { remarks.append("According to " + view.safe) }
    let remark = remarks.isEmpty ? "" : "<p>\(escaped(remarks.joined(separator: " · ")))</p>\n"
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(escaped(title))</title>
      <style>
      \(style)
      </style>
      </head>
      <body>
      <main>
      <h1>\(escaped(title))</h1>
      \(remark)<figure tabindex="0" aria-label="The timeline as a picture">
      \(TimelineSVGRenderer(report, today: today).render())</figure>
      <h2>Periods</h2>
      <p>A period goes up to its second date, and without it; all times are UTC.</p>
      \(report.rows.map { table($0) }.joined())</main>
      </body>
      </html>

      """
  }

  private static let style = """
    :root { color-scheme: light dark; --ink: #14181d; --paper: #ffffff; --line: #c9ced6; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ee; --paper: #15181c; --line: #454c56; } }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
    main { max-width: 64rem; margin: 0 auto; padding: 1.5rem 1rem; }
    h1 { font-size: 1.4rem; overflow-wrap: anywhere; }
    h2 { font-size: 1.15rem; }
    figure { margin: 1.5rem 0; overflow-x: auto; }
    svg { color: var(--ink); max-width: 100%; min-width: 40rem; height: auto; }
    svg .paper { fill: none; }
    table { border-collapse: collapse; margin: 1.25rem 0; break-inside: avoid; }
    caption { text-align: left; font: 600 0.9rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
    th, td { text-align: left; padding: 0.15rem 1.5rem 0.15rem 0; border-bottom: 1px solid var(--line); }
    td { font-variant-numeric: tabular-nums; }
    figure:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
    @media (max-width: 30rem) { th, td { padding-right: 0.75rem; font-size: 0.85rem; } }
    @media print {
      :root { color-scheme: light; --ink: #000000; --paper: #ffffff; --line: #999999; }
      main { max-width: none; padding: 0; }
      svg { min-width: 0; }
    }
    """

  private static func table(_ row: TimelineReport.Row) -> String {
    var text = "<table>\n<caption>\(escaped(row.label.safe))</caption>\n"
    text +=
      "<thead><tr><th scope=\"col\">from</th><th scope=\"col\">until</th><th scope=\"col\">answer</th></tr></thead>\n"
    text += "<tbody>\n"
    for interval in row.intervals {
      text += line([interval.from?.description ?? "…", interval.until?.description ?? "…", interval.words.safe])
    }
    for event in row.events { text += line([event.at.description, "", event.words]) }
    return text + "</tbody>\n</table>\n"
  }

  private static func line(_ cells: [String]) -> String {
    "<tr>" + cells.map { "<td>\(escaped($0))</td>" }.joined() + "</tr>\n"
  }

  private static func escaped(_ text: String) -> String { JUnitRenderer.escaped(text) }
}
