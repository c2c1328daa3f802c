import CasusDiagnostics
import CasusSemantics

/// Taking back and bringing back.
extension InteractiveSession {
  /// Notes the session as it is, before a change.
  mutating func noteChange(_ what: String) { changes.note(present(what)) }

  private func present(_ what: String) -> ChangeHistory.Change {
    ChangeHistory.Change(what: what, files: state.files, blockCount: state.blocks.count, context: context)
  }

  /// Takes back the last change, and says which; nil where there is none.
  mutating func undo() throws(CommandFailure) -> String? {
    guard let change = changes.takeLastDone() else { return nil }
    var now = present(change.what)
    now.blocks = Array(state.blocks.dropFirst(change.blockCount))
    if change.files == state.files, change.context.scenario == context.scenario,
      state.blocks.count == change.blockCount + 1, state.removeLastStatements()
    {
      context = change.context
    } else {
      try restore(change, blocks: Array(state.blocks.prefix(change.blockCount)))
    }
    changes.pushUndone(now)
    return change.what
  }

  /// Brings back what was taken back last, and says what; nil where there is nothing.
  mutating func redo() throws(CommandFailure) -> String? {
    guard let change = changes.takeLastUndone() else { return nil }
    let now = present(change.what)
    try restore(change, blocks: state.blocks + change.blocks)
    changes.pushDone(now)
    return change.what
  }

  private mutating func restore(_ change: ChangeHistory.Change, blocks: [TypedBlock]) throws(CommandFailure) {
    let isSameProgram = change.files == state.files && blocks.count == state.blocks.count
    if !isSameProgram || change.context.scenario != context.scenario {
      let compilation = state.rebuild(files: change.files, blocks: blocks, entering: change.context.scenario)
      guard compilation.program != nil else {
        let errors = compilation.diagnostics.filter { $0.severity == .error }
        report(errors, in: compilation.sources)
        throw CommandFailure(status: errors.failureStatus, message: "this cannot be brought back any more")
      }
    }
    context = change.context
  }
}
