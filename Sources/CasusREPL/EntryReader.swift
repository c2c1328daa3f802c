/// Reads entries: a line, or several while brackets stand open.
package struct EntryReader {
  private let lines = LineReader()

  package init() {}

  package var isInteractive: Bool { lines.isInteractive }

  /// The next entry that is not blank; nil at the end of input.
  ///
  /// - Parameter isComplete: whether no more lines belong to what was read.
  package func next(isComplete: (String) -> Bool) -> String? {
    while true {
      switch read(isComplete) {
      case .end: return nil
      case .interrupted: continue
      case .text(let entry):
        if entry.allSatisfy({ $0.isWhitespace }) { continue }
        lines.remember(entry)
        return entry
      }
    }
  }

  private func read(_ isComplete: (String) -> Bool) -> LineReader.Line {
    var entry = ""
    while true {
      switch lines.readLine(prompt: entry.isEmpty ? "casus> " : "   ... ") {
      case .text(let line):
        entry += entry.isEmpty ? line : "\n" + line
        if isComplete(entry) { return .text(entry) }
      case .interrupted: return .interrupted
      case .end: return entry.isEmpty ? .end : .text(entry)
      }
    }
  }
}
