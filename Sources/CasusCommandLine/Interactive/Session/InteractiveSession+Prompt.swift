import CasusDiagnostics
import CasusREPL
import CasusSemantics

/// What stands before the cursor: the scenario, the view and the date that questions are answered in, where they are set.
extension InteractiveSession {
  func prompt(at start: EntryStart) -> String {
    let name = promptName(columns: output.console.outputWidth)
    switch start {
    case .new: return emphasised(name) + "> "
    case .inside(let mark):
      let blanks = String(repeating: " ", count: max(0, name.terminalWidth - 1))
      return blanks + String(mark ?? ".") + "> "
    }
  }

  private func promptName(columns: Int) -> String {
    let parts = [
      context.scenario.map { "{\($0.safe.shortened(to: 20))}" }, context.view?.safe, presentMoment?.description,
    ]
    let name = parts.compactMap { $0 }.joined(separator: " ")
    if name.isEmpty { return "casus" }
    guard name.terminalWidth > columns / 2 else { return name }
    // A narrow terminal shows less of each rather than none of one.
    let short = [
      context.scenario.map { "{\($0.safe.shortened(to: 6))}" }, context.view?.safe.shortened(to: 8),
      presentMoment?.description,
    ]
    return short.compactMap { $0 }.joined(separator: " ")
  }

  /// In bold, marked for the line editor as taking no columns.
  private func emphasised(_ text: String) -> String {
    guard output.console.colorsOutput, LineEditor.isAvailable else { return text }
    return "\u{1}\u{1B}[1m\u{2}" + text + "\u{1}\u{1B}[0m\u{2}"
  }
}

extension String {
  /// Its beginning, if it takes more columns than so many.
  func shortened(to width: Int) -> String {
    guard terminalWidth > width else { return self }
    var text = self
    while text.terminalWidth >= width, !text.isEmpty { text.removeLast() }
    return text + "…"
  }
}
