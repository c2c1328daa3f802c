import CasusAnalysis
import CasusDiagnostics

/// Explanations for a terminal: a tree drawn with lines, each step with what it rests on.
struct ExplanationTextRenderer {
  let paint: Paint
  let width: Int
  private var phrases = ExplanationPhrases()

  private static let widestLine = 100

  init(paint: Paint, width: Int) {
    self.paint = paint
    self.width = min(width, Self.widestLine)
  }

  mutating func render(_ explanation: Explanation) -> String {
    heading(explanation.answer) + tree(explanation.nodes) + closing(explanation.answer)
  }

  private func heading(_ answer: AnswerReport) -> String {
    var remarks: [String] = []
    if let asOf = answer.asOf { remarks.append("as of " + asOf) }
    if let view = answer.accordingTo { remarks.append("according to " + view.safe) }
    if let scenario = answer.scenario { remarks.append(scenario.safe) }
    var text = answer.query.safe.wrapped(to: width).map { paint($0, .heading) + "\n" }.joined()
    if !remarks.isEmpty { text += paint(remarks.joined(separator: " · "), .faint) + "\n" }
    return text + "\n"
  }

  // MARK: The tree

  /// A step that is still to be drawn.
  private struct Branch {
    var number: Int
    /// What stands before it on its first line, and on those below.
    var first = ""
    var below = ""
  }

  private mutating func tree(_ nodes: [ExplanationNode]) -> String {
    var text = ""
    var open = [Branch(number: 0)]
    while let branch = open.popLast() {
      let node = nodes[branch.number]
      text += drawn(node, branch)
      for (position, child) in node.because.enumerated().reversed() {
        let isLast = position + 1 == node.because.count
        open.append(
          Branch(
            number: child, first: branch.below + (isLast ? "└─ " : "├─ "),
            below: branch.below + (isLast ? "   " : "│  ")
          ))
      }
    }
    return text
  }

  private mutating func drawn(_ node: ExplanationNode, _ branch: Branch) -> String {
    let (symbol, role) = node.answer.sign
    // A wide sign takes the two columns of a mark by itself.
    let mark = symbol.terminalWidth > 1 ? symbol + " " : symbol.padded(to: 2)
    let stem = branch.below + (node.because.isEmpty ? "  " : "│ ")
    let room = max(24, width - branch.below.terminalWidth - 2)
    var text = ""
    for (position, line) in ExplanationPhrases.headline(of: node).safe.wrapped(to: room).enumerated() {
      text += position == 0 ? branch.first + paint(mark, role) : stem
      text += line + "\n"
    }
    for detail in phrases.details(of: node) {
      for line in detail.text.safe.wrapped(to: room) { text += stem + paint(line, .faint) + "\n" }
    }
    return text
  }

  // MARK: Behind the tree

  /// As many open facts as are read at once; JSON has them all.
  private static let mostItems = 12

  private func closing(_ answer: AnswerReport) -> String {
    var text = ""
    for section in ExplanationClosing.sections(of: answer) {
      text += "\n" + paint(section.title, .heading) + "\n"
      for item in section.items.prefix(Self.mostItems) {
        for (position, line) in item.text.safe.wrapped(to: width - 4).enumerated() {
          text += (position == 0 ? "  • " : "    ") + line + "\n"
        }
        for line in (item.remark ?? "").safe.wrapped(to: width - 4) where !line.isEmpty {
          text += "    " + paint(line, .faint) + "\n"
        }
      }
      let more = section.items.count - Self.mostItems
      if more > 0 { text += paint("    and \(more) more", .faint) + "\n" }
    }
    return text
  }
}
