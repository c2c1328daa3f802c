import CasusDiagnostics

/// A source in which `«` and `»` enclose the span to speak of; they are not part of it.
struct MarkedSource {
  var sources = SourceMap()
  let span: SourceSpan

  init(_ marked: String, name: String = "kursk.casus") {
    var bytes: [UInt8] = []
    var start = 0
    var end = 0
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "«": start = bytes.count
      case "»": end = bytes.count
      default: bytes += Array(String(scalar).utf8)
      }
    }
    span = SourceSpan(source: sources.add(SourceText(name: name, bytes: bytes)), start: start, end: end)
  }

  init(bytes: [UInt8], start: Int, end: Int, name: String = "kursk.casus") {
    span = SourceSpan(source: sources.add(SourceText(name: name, bytes: bytes)), start: start, end: end)
  }

  /// The plain text of one diagnostic at the marked span.
  func report(width: Int = 80) -> String {
    render([Diagnostic(unknownName, "wrong", at: span)], in: sources, as: .text(color: false, width: width))
  }
}

let unknownName = DiagnosticCode(
  "C0301", "a name that nothing declares", explanation: "Names are declared before they are used.",
  wrong: "ask peace\n", right: "fact peace\nask peace\n")
let unusedName = DiagnosticCode(
  "C0901", "a name that nothing uses", severity: .warning, explanation: "Nobody asks for it.")

/// A text without its escapes for colours.
func withoutColors(_ text: String) -> String {
  text.replacing(/\u{1B}\[[0-9;]*m/.matchingSemantics(.unicodeScalar), with: "")
}
