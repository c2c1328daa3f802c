import CasusAnalysis
import CasusDiagnostics
import CasusSemantics
import CasusSyntax

/// What was typed, as a program.
extension InteractiveSession {
  mutating func save(to path: String, replacing: Bool) throws(CommandFailure) {
    guard !path.isEmpty else { throw CommandFailure(status: .usage, message: ":save needs the path of a file") }
    guard replacing || path == savedFile || !FileSystem.exists(path) else {
      throw CommandFailure(
        status: .usage, message: "\(path.safe) is there already; `:save! \(path.safe)` replaces it")
    }
    do throws(FileSystem.WritingFailure) {
      try FileSystem.write(savedText(for: path), to: path, appending: false)
    } catch {
      throw CommandFailure(status: .unreadable, message: "\(path.safe) cannot be written: \(error.reason)")
    }
    savedFile = path
    if isInteractive { say("Saved to \(path.safe).") }
  }

  private func savedText(for path: String) -> String {
    var parts: [String] = []
    let uses = state.files.filter { !SessionProgram.holdsData($0) }.map { "use " + quoted(usable($0, from: path)) }
    if !uses.isEmpty { parts.append(uses.joined(separator: "\n")) }
    parts += state.qualifiedTexts(scenario: nil)
    var titles: [String] = []
    for title in state.blocks.compactMap({ $0.scenario }) + (context.scenario.map { [$0] } ?? [])
    where !titles.contains(title) {
      titles.append(title)
    }
    parts += titles.map { scenarioText($0) }
    return parts.map { $0 + "\n" }.joined()
  }

  /// The path of a loaded file as a saved file has to name it: relative paths are relative to that.
  private func usable(_ file: String, from path: String) -> String {
    guard !file.hasPrefix("/"), path.contains("/"), let folder = FileSystem.workingFolder else { return file }
    return folder + "/" + file
  }

  private func scenarioText(_ title: String) -> String {
    let known = state.program.scenarios.first { $0.title == title }
    let date = (title == context.scenario ? context.asOf : nil) ?? known?.asOf
    var lines = ["scenario " + quoted(title) + " {"]
    if let date { lines.append("  as of " + date.description) }
    for case .told(let statement) in known?.entries ?? [] {
      lines.append("  " + (state.sources[statement.span.source]?.text(in: statement.span) ?? ""))
    }
    lines += state.qualifiedTexts(scenario: title).map { "  " + $0 }
    return (lines + ["}"]).joined(separator: "\n")
  }
}

extension SessionProgram {
  /// The blocks of the program, or of a scenario, with the qualifiers that were left out.
  fileprivate func qualifiedTexts(scenario: String?) -> [String] {
    blocks.filter { $0.scenario == scenario }.map { block in
      var sources = SourceMap()
      let id = sources.add(block.source)
      let parsed = parse(block.source, id: id)
      let stated = checkAddition(parsed.tree.items, to: program, sources: sources, told: 0, limits: limits)
      var fixes = stated.omittedQualifiers
      if block.statementCount == nil { fixes += declaredQualifiers(of: block) }
      return block.source.text(with: fixes.filter { $0.span.source == id || $0.span.source == block.id }).trimmingBlanks
    }
  }

  /// What compiling the session said of a block.
  private func declaredQualifiers(of block: TypedBlock) -> [Fix] {
    omittedQualifiers.filter { $0.span.source == block.id }
  }
}

extension SourceText {
  /// The text with some places written anew.
  fileprivate func text(with fixes: [Fix]) -> String {
    var bytes = bytes
    var last = Int32.max
    for fix in fixes.sorted(by: { $0.span.start > $1.span.start }) where fix.span.end <= last {
      bytes.replaceSubrange(Int(fix.span.start)..<Int(fix.span.end), with: fix.replacement.utf8)
      last = fix.span.start
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
