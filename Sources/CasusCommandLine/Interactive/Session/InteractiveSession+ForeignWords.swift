import CasusREPL
import CasusSemantics

/// What fingers type that are used to other programs.
extension InteractiveSession {
  /// Does what was meant by such an entry, or says how it is done here; false where the entry is none.
  mutating func takeForeignWords(_ entry: Entry) -> Bool {
    guard isInteractive else { return false }
    let words = entry.text.trimmingBlanks
    // A program may declare these names; then they are queries.
    let isDeclared = state.program.names.own(words, in: .program) != nil
    switch words {
    case "quit", "exit":
      if isDeclared { return false }
      isOver = true
    case "help", "?":
      if isDeclared { return false }
      say("This is casus. :help lists the commands; a query or a statement is typed as it is.")
    default:
      guard words.hasPrefix("\\") || words.hasPrefix(".") && words.dropFirst().first?.isLetter == true else {
        return false
      }
      say("Here commands begin with a colon: :help lists them.")
    }
    return true
  }
}
