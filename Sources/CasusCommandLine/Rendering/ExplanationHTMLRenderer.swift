import CasusAnalysis
import CasusDiagnostics

/// Explanations as one page that loads nothing and runs nothing: the argument in branches that open and close, and
/// behind it what it turns on.
struct ExplanationHTMLRenderer {
  private var phrases = ExplanationPhrases()
  private var text = ""

  static func render(_ explanation: Explanation) -> String {
    var renderer = ExplanationHTMLRenderer()
    renderer.writeHead(of: explanation.answer)
    renderer.text += "<h2>The argument</h2>\n"
    renderer.writeTree(explanation.nodes)
    for section in ExplanationClosing.sections(of: explanation.answer) { renderer.write(section) }
    return renderer.text + "</main>\n</body>\n</html>\n"
  }

  private mutating func writeHead(of answer: AnswerReport) {
    var remarks: [String] = []
    if let asOf = answer.asOf { remarks.append("as of " + asOf) }
    if let view = answer.accordingTo { remarks.append("according to " + view) }
    if let scenario = answer.scenario { remarks.append("scenario “" + scenario + "”") }
    if !answer.isProved { remarks.append("unproved") }
    if answer.isCircular { remarks.append("circular") }
    let context =
      remarks.isEmpty
      ? "" : "<p class=\"context\">\(Self.escaped(remarks.joined(separator: " · ").firstUppercased))</p>\n"
    text = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(Self.escaped(answer.query + ": " + answer.outcome.text))</title>
      <style>
      \(ExplanationHTMLStyle.text)
      </style>
      </head>
      <body>
      <main>
      <h1>\(Self.escaped(answer.query))</h1>
      <p class="answer">\(Self.sign(answer.outcome)) \(Self.escaped(answer.outcome.text.firstUppercased))</p>
      \(context)
      """
  }

  // MARK: The tree

  /// What is still to be written of the tree.
  private enum Task {
    case step(Int)
    case close(String)
  }

  private mutating func writeTree(_ nodes: [ExplanationNode]) {
    var open: [Task] = nodes.isEmpty ? [] : [.close("</ul>\n"), .step(0)]
    text += nodes.isEmpty ? "" : "<ul class=\"argument\">\n"
    while let task = open.popLast() {
      switch task {
      case .close(let tags): text += tags
      case .step(let number):
        let node = nodes[number]
        let isLeaf = node.because.isEmpty
        text += "<li id=\"n\(number + 1)\">" + (isLeaf ? "<div class=\"leaf\">" : "<details open><summary>")
        text += Self.sign(node.answer) + " " + Self.escaped(ExplanationPhrases.headline(of: node))
        text += isLeaf ? "</div>\n" : "</summary>\n"
        writeDetails(of: node)
        if !isLeaf { text += "<ul>\n" }
        open.append(.close(isLeaf ? "</li>\n" : "</ul>\n</details></li>\n"))
        open += node.because.reversed().map { .step($0) }
      }
    }
  }

  private mutating func writeDetails(of node: ExplanationNode) {
    var lines = ""
    for detail in phrases.details(of: node) {
      let words = Self.escaped(detail.text)
      switch detail {
      case .call: lines += "<p class=\"call\"><code>\(words)</code></p>\n"
      case .citation: lines += "<p class=\"citation\">\(words)</p>\n"
      case .quotation: lines += "<blockquote>\(words)</blockquote>\n"
      case .note: lines += "<p class=\"note\">\(words)</p>\n"
      case .statement, .remark: lines += "<p>\(words)</p>\n"
      }
    }
    if let seen = node.see { lines += "<p><a href=\"#n\(seen + 1)\">To the reasons told above</a></p>\n" }
    if !lines.isEmpty { text += "<div class=\"details\">\n\(lines)</div>\n" }
  }

  // MARK: Behind it

  private mutating func write(_ section: ExplanationClosing) {
    text += "<h2>\(Self.escaped(section.title))</h2>\n<ol class=\"closing\">\n"
    for item in section.items {
      let remark = item.remark.map { "<br><span class=\"context\">\(Self.escaped($0))</span>" } ?? ""
      text += "<li>\(Self.escaped(item.text))\(remark)</li>\n"
    }
    text += "</ol>\n"
  }

  /// The sign is for the eye; the words beside it say the same.
  private static func sign(_ answer: AnswerReport.Outcome) -> String {
    let (symbol, role) = answer.sign
    let name =
      switch role {
      case .holds: "holds"
      case .fails: "fails"
      case .disputed: "disputed"
      default: "open"
      }
    return "<span class=\"sign \(name)\" aria-hidden=\"true\">\(symbol)\u{FE0E}</span>"
  }

  private static func escaped(_ text: String) -> String { JUnitRenderer.escaped(text) }
}
