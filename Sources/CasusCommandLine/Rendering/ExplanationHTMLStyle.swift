/// How the page of an explanation looks: on light and dark screens and on paper.
///
/// Every text colour has a contrast of at least 4.5 to 1 with the paper behind it; a test computes it.
enum ExplanationHTMLStyle {
  static let light = [
    "ink": "#14181d", "paper": "#ffffff", "line": "#c9ced6", "faint": "#4f5a66", "holds": "#1a7431", "fails": "#b42318",
    "open": "#855700", "disputed": "#7a3db8", "link": "#0b57a4",
  ]
  static let dark = [
    "ink": "#e6e9ee", "paper": "#15181c", "line": "#454c56", "faint": "#a9b3bf", "holds": "#56c474", "fails": "#ff8d80",
    "open": "#e3b34d", "disputed": "#c9a0ff", "link": "#84b9ff",
  ]

  private static func variables(_ colours: [String: String]) -> String {
    colours.sorted { $0.key < $1.key }.map { "--\($0.key): \($0.value);" }.joined(separator: " ")
  }

  static let text = """
    :root { color-scheme: light dark; \(variables(light)) }
    @media (prefers-color-scheme: dark) { :root { \(variables(dark)) } }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
    main { max-width: 52rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
    h1 { font: 600 1.15rem/1.4 ui-monospace, monospace; overflow-wrap: anywhere; margin: 0; }
    h2 { font-size: 1.1rem; margin: 2rem 0 0.5rem; }
    p { margin: 0.15rem 0; }
    a { color: var(--link); }
    .answer { font-size: 1.4rem; font-weight: 600; margin: 0.5rem 0; }
    .context, .details { color: var(--faint); }
    ul { list-style: none; margin: 0; padding: 0; }
    ul ul { margin-left: 0.55rem; padding-left: 1rem; border-left: 1px solid var(--line); }
    .argument li { margin: 0.45rem 0; overflow-wrap: anywhere; }
    summary, .leaf { padding-left: 1.6rem; text-indent: -1.6rem; }
    summary { cursor: pointer; list-style: none; border-radius: 4px; }
    summary::-webkit-details-marker { display: none; }
    summary:hover { text-decoration: underline; text-decoration-color: var(--line); }
    summary:focus-visible, a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
    details:not([open]) > summary::after { content: " …"; color: var(--faint); }
    .sign { display: inline-block; width: 1.3rem; text-indent: 0; font-weight: 700; }
    .holds { color: var(--holds); } .fails { color: var(--fails); }
    .open { color: var(--open); } .disputed { color: var(--disputed); }
    .details { margin: 0 0 0 1.6rem; font-size: 0.9rem; }
    .note { font-style: italic; }
    blockquote { margin: 0.25rem 0; padding-left: 0.75rem; border-left: 3px solid var(--line); color: var(--ink); }
    code { font: 0.85rem/1.4 ui-monospace, monospace; }
    .closing { padding-left: 1.5rem; } .closing li { margin: 0.3rem 0; overflow-wrap: anywhere; }
    @media print {
      :root { color-scheme: light; \(variables(light)) }
      body { font-size: 10.5pt; } main { max-width: none; padding: 0; }
      details::details-content { display: block; content-visibility: visible; }
      summary, .leaf, blockquote { break-inside: avoid; }
    }
    """
}
