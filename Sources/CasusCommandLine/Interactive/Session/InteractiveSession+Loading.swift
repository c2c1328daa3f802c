import CasusDiagnostics
import CasusSemantics

/// Files that come to the program.
extension InteractiveSession {
  /// Adds files: programs, or facts in JSON or CSV.
  mutating func load(_ paths: [String]) -> ExitStatus {
    guard !paths.isEmpty else { return .success }
    for path in paths {
      if let reason = FileSystem.obstacle(to: path) {
        say("casus: \(path.safe) cannot be read: \(reason)")
        return .unreadable
      }
      state.cache[path] = nil
    }
    let files = state.files + paths.filter { !state.files.contains($0) }
    return rebuild(files: files, "load " + paths.joined(separator: " "))
  }

  /// Reads all files again.
  mutating func reload() -> ExitStatus {
    let files = state.files + refusedFiles.filter { !state.files.contains($0) }
    let cache = state.cache
    state.cache = [:]
    let status = rebuild(files: files, "reload")
    if status.isFailure { state.cache = cache }
    return status
  }

  private mutating func rebuild(files: [String], _ what: String) -> ExitStatus {
    let change = ChangeHistory.Change(
      what: what, files: state.files, blockCount: state.blocks.count, context: context)
    let before = ProgramCounts(state.program)
    let compilation = state.rebuild(files: files, entering: context.scenario)
    guard compilation.program != nil else {
      let errors = compilation.diagnostics.filter { $0.severity == .error }
      report(errors, in: compilation.sources)
      refusedFiles = files.filter { !state.files.contains($0) }
      if isInteractive { say("The program is as it was. Mend the file, then `:reload`.") }
      return errors.failureStatus
    }
    refusedFiles = []
    if files != change.files { changes.note(change) }
    if isInteractive, !options.quiet {
      say(ProgramCounts(state.program).growth(since: before))
    }
    return .success
  }
}

/// How much a program holds, in words.
private struct ProgramCounts {
  private var counts: [(singular: String, plural: String, count: Int)] = []

  init(_ program: Program) {
    func count(_ isWanted: (CheckedDeclaration.Kind) -> Bool) -> Int {
      program.declarations.count { isWanted($0.kind) }
    }
    counts = [
      ("fact", "facts", count { if case .fact = $0 { true } else { false } }),
      ("event", "events", count { if case .event = $0 { true } else { false } }),
      ("rule", "rules", count { if case .rule = $0 { true } else { false } }),
      ("definition", "definitions", count { if case .definition = $0 { true } else { false } }),
      ("norm", "norms", count { if case .norm = $0 { true } else { false } }),
      ("statement", "statements", program.statements.count),
      ("scenario", "scenarios", program.scenarios.count),
    ]
  }

  /// What has come, kind by kind.
  func growth(since before: ProgramCounts) -> String {
    let parts = zip(counts, before.counts).compactMap { now, then -> String? in
      let more = now.count - then.count
      return more == 0 ? nil : "\(more) " + (abs(more) == 1 ? now.singular : now.plural)
    }
    return parts.isEmpty ? "Loaded: nothing has changed." : "Loaded: " + parts.joined(separator: ", ") + "."
  }
}
