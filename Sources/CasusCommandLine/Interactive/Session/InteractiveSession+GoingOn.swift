import CasusREPL

/// Entries that go on with the one before, because nothing begins with their first word.
extension InteractiveSession {
  /// Puts an entry behind the one before it, in whose place both together come. Where they are not right together, the
  /// earlier stays as it was.
  mutating func goOn(with entry: Entry) -> ExitStatus {
    guard let before = lastEntry else { return take([Entry(.text, entry.bytes, firstLine: entry.firstLine)]) }
    let joined = Entry(
      .text, before.bytes + [UInt8(ascii: "\n")] + entry.bytes,
      firstLine: max(1, entry.firstLine - before.lineCount))
    if EntryGrammar.isQuestion(joined.bytes) { return ask(joined) }
    do throws(CommandFailure) {
      let entries = (state.blocks.last?.entries ?? []).dropLast() + [joined]
      _ = try undo()
      let status = take(Array(entries), stopsAtFirst: true)
      if status.isFailure {
        _ = try redo()
        lastEntry = before
      }
      return status
    } catch {
      if !error.message.isEmpty { say("casus: \(error.message)") }
      return error.status
    }
  }
}
