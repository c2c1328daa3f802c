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
    heading(explanation.answer) + tree(explanation.nodes)
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
    let mark = symbol.padded(to: 2)
    let stem = branch.below + (node.because.isEmpty ? "  " : "│ ")
    let room = max(24, width - branch.below.terminalWidth - 2)
    var text = ""
    for (position, line) in ExplanationPhrases.headline(of: node).safe.wrapped(to: room).enumerated() {
      text += position == 0 ? branch.first + paint(mark, role) : stem
      text += line + "\n"
    }
    for detail in phrases.details(of: node) {
      let (words, style) = detail.words
      for line in words.safe.wrapped(to: room) { text += stem + paint(line, style) + "\n" }
    }
    return text
  }
}

extension ExplanationPhrases.Detail {
  fileprivate var words: (text: String, role: Paint.Role) {
    switch self {
    case .call(let text), .citation(let text), .quotation(let text), .statement(let text), .remark(let text):
      (text, .faint)
    }
  }
}
