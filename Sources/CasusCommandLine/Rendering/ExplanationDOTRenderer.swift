import CasusAnalysis
import CasusDiagnostics

/// Explanations for Graphviz: a box a step, an arrow from each reason to what it is a reason for.
struct ExplanationDOTRenderer {
  /// How many columns a box is wide.
  private static let width = 42

  static func render(_ explanation: Explanation) -> String {
    var phrases = ExplanationPhrases()
    var text = """
      digraph explanation {
        label=\(quoted(ExplanationPhrases.title(of: explanation.answer)));
        labelloc=t; rankdir=LR; bgcolor=white;
        node [shape=box, style=rounded, fontname="DejaVu Sans", fontsize=10, margin="0.12,0.08"];
        edge [arrowsize=0.6, fontname="DejaVu Sans", fontsize=9, dir=back];

      """
    for (number, node) in explanation.nodes.enumerated() {
      text += "  n\(number + 1) [label=\(label(node, phrases.details(of: node)))\(style(node.answer))];\n"
      for child in node.because { text += "  n\(number + 1) -> n\(child + 1);\n" }
      if let seen = node.see { text += "  n\(number + 1) -> n\(seen + 1) [style=dashed, constraint=false];\n" }
    }
    return text + "}\n"
  }

  /// Its lines, each ended so that they stand at the left.
  private static func label(_ node: ExplanationNode, _ details: [ExplanationPhrases.Detail]) -> String {
    let head = node.answer.sign.symbol + " " + ExplanationPhrases.headline(of: node)
    let lines = ([head] + details.filter { !$0.isCall }.map { $0.text }).flatMap { $0.safe.wrapped(to: width) }
    return "\"" + lines.map { escaped($0) + "\\l" }.joined() + "\""
  }

  /// Colour and line both tell how a step stands; the sign in its label does in words.
  private static func style(_ answer: AnswerReport.Outcome) -> String {
    switch answer {
    case .truth(.true), .value(.single), .rows: ", color=\"#1a7f37\""
    case .truth(.false), .fault: ", color=\"#b42318\""
    case .truth(.contested): ", color=\"#7a3db8\", penwidth=2"
    case .truth(.unknown), .value: ", color=\"#8a5a00\", style=\"rounded,dashed\""
    }
  }

  private static func quoted(_ text: String) -> String { "\"" + escaped(text.safe) + "\"" }

  private static func escaped(_ text: String) -> String {
    text.map { $0 == "\"" || $0 == "\\" ? "\\" + String($0) : String($0) }.joined()
  }
}
