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

  /// What is set, in no more than about half of the line: of a long title the beginning is enough, of a long name too.
  private func promptName(columns: Int) -> String {
    let date = presentMoment?.description
    var view = context.view?.safe
    func others() -> [String] { [view, date].compactMap { $0 } }
    if others().joined(separator: " ").terminalWidth > columns / 2 { view = view?.shortened(to: 8) }
    let room = columns / 2 - others().joined(separator: " ").terminalWidth - 3
    let title = context.scenario.map { "{\($0.safe.shortened(to: max(6, min(20, room))))}" }
    let name = ([title].compactMap { $0 } + others()).joined(separator: " ")
    return name.isEmpty ? "casus" : name
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
