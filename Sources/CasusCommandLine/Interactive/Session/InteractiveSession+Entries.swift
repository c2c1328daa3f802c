import CasusDiagnostics
import CasusREPL
import CasusSemantics
import CasusSyntax

/// Entries by what becomes of them.
private struct EntryParts {
  /// What belongs to the program, and, in a scenario, what belongs to that.
  private(set) var declared: [Entry] = []
  private(set) var stated: [Entry] = []

  init(_ entries: [Entry], separatesStatements: Bool) {
    guard separatesStatements else {
      declared = entries
      return
    }
    for entry in entries {
      let items = parse(SourceText(name: "", bytes: entry.bytes), id: SourceID(0)).tree.items
      if items.allSatisfy({ $0.isToldOrAsked }) { stated.append(entry) } else { declared.append(entry) }
    }
  }

  /// Takes out the entries that use a file, and gives its path: to use a file is to load it.
  mutating func takeUsedFiles() -> [String] {
    var paths: [String] = []
    declared.removeAll { entry in
      guard EntryGrammar.begins(entry.bytes, with: .use) else { return false }
      let parsed = parse(SourceText(name: "", bytes: entry.bytes), id: SourceID(0))
      guard !parsed.hasErrors, case .use(let path)? = parsed.tree.items.first?.kind else { return false }
      paths.append(path.value)
      return true
    }
    return paths
  }
}

/// Declarations and statements.
extension InteractiveSession {
  /// What came of adding entries to the program.
  private enum Attempt {
    case added(TypedBlock)
    /// What is wrong, and the source of the entries.
    case refused([Diagnostic], in: SourceMap, source: SourceID)
  }

  /// Takes entries that came together. Those that are right are taken, and what is wrong with the others is told.
  ///
  /// - Parameter stopsAtFirst: whether none is taken where one is wrong.
  mutating func take(_ entries: [Entry], stopsAtFirst: Bool = false) -> ExitStatus {
    var parts = EntryParts(entries, separatesStatements: context.scenario != nil)
    let paths = parts.takeUsedFiles()
    var status = paths.isEmpty ? .success : load(paths)
    if status.isFailure, stopsAtFirst { return status }
    if !parts.declared.isEmpty { status = status.then(take(parts.declared, scenario: nil, stopsAtFirst)) }
    if parts.stated.isEmpty || status.isFailure && stopsAtFirst { return status }
    return status.then(take(parts.stated, scenario: context.scenario, stopsAtFirst))
  }

  private mutating func take(_ entries: [Entry], scenario: String?, _ stopsAtFirst: Bool) -> ExitStatus {
    var rest = entries
    var status = ExitStatus.success
    while !rest.isEmpty {
      switch attempt(rest, scenario: scenario) {
      case .added(let block): return status.then(runScenarios(of: block))
      case .refused(let errors, let sources, let source):
        tell(errors, in: sources, isFirst: status == .success)
        status = status.then(errors.failureStatus)
        if stopsAtFirst { return status }
        let block = TypedBlock(rest, named: "", scenario: nil)
        let wrong = Set(errors.filter { $0.span.source == source }.map { block.entry(at: $0.span.start) })
        // Where the fault lies elsewhere, nothing of it fits.
        guard !wrong.isEmpty else { return status }
        rest = rest.indices.filter { !wrong.contains($0) }.map { rest[$0] }
      }
    }
    return status
  }

  /// Takes entries to which more may still come, if nothing is wrong with them: then nothing that comes can change it.
  mutating func takeEarly(_ entries: [Entry]) -> Bool {
    var parts = EntryParts(entries, separatesStatements: false)
    guard context.scenario == nil, parts.takeUsedFiles().isEmpty,
      case .added(let block) = attempt(entries, scenario: nil, isEarly: true)
    else { return false }
    return runScenarios(of: block) == .success
  }

  /// - Parameter isEarly: whether to give up where all would have to be checked again.
  private mutating func attempt(_ entries: [Entry], scenario: String?, isEarly: Bool = false) -> Attempt {
    var block = TypedBlock(entries, named: inputName, scenario: scenario)
    let source = state.addPassing(block.source)
    let parsed = parse(block.source, id: source, limits: ParserLimits(maximumDepth: state.limits.maximumDepth))
    let before = entries.first.map { $0.text } ?? ""
    let change = ChangeHistory.Change(
      what: before, files: state.files, blockCount: state.blocks.count, context: context)
    guard !parsed.hasErrors else { return .refused(parsed.diagnostics, in: state.sources, source: source) }
    if parsed.tree.items.allSatisfy({ $0.isToldOrAsked }) {
      let wrong = state.add(block, parsed.tree.items, from: source)
      guard wrong.isEmpty else { return .refused(wrong, in: state.sources, source: source) }
    } else {
      let known = state.blocks.reduce(0) { $0 + $1.source.bytes.count }
      guard !isEarly || block.source.bytes.count > known else { return .refused([], in: state.sources, source: source) }
      let compilation = state.rebuild(blocks: state.blocks + [block], entering: context.scenario)
      guard compilation.program != nil else {
        let errors = compilation.diagnostics.filter { $0.severity == .error }
        return .refused(errors, in: compilation.sources, source: compilation.typedSources.last ?? source)
      }
    }
    block = state.blocks.last ?? block
    changes.note(change)
    lastEntry = entries.last
    return .added(block)
  }

  private func tell(_ errors: [Diagnostic], in sources: SourceMap, isFirst: Bool) {
    guard !isFirst else {
      report(errors, in: sources)
      return hint(at: errors, in: sources)
    }
    // They rest on what was refused, which was told.
    let lines = Set(errors.compactMap { sources[$0.span.source]?.position(at: Int($0.span.start)).line }).sorted()
    let shown = lines.prefix(10).map { "\($0)" }.joined(separator: ", ") + (lines.count > 10 ? ", …" : "")
    say("casus: not taken either, since it rests on what was refused: \(lines.count == 1 ? "line" : "lines") \(shown)")
  }

  /// What can be done about a contradiction.
  private func hint(at errors: [Diagnostic], in sources: SourceMap) {
    guard isInteractive, let contradiction = errors.first(where: { $0.code == .contradiction }),
      let earlier = contradiction.related.first
    else { return }
    let typed = state.blocks.last.map { $0.id == earlier.span.source } ?? false
    say(
      typed
        ? "The earlier statement was your last entry: `:undo` takes it back."
        : "In a scenario, what you state comes before the program: `:scenario TITLE` opens one; `:undo` takes back entries."
    )
  }
}
