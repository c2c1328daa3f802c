import CasusREPL

/// Commands about files.
extension SessionCommand {
  static let load = SessionCommand(
    name: "load", arguments: "FILE", topic: .program, summary: "Bring the names and statements of a file into sight.",
    details: """
      Programs, or facts in JSON, NDJSON or CSV. The scenarios of the file can be entered with `:scenario`; its questions \
      do not run.
      """, completion: .file
  ) { session, argument throws(CommandFailure) in
    guard !argument.isEmpty else { throw CommandFailure(status: .usage, message: ":load needs the path of a file") }
    try session.check(session.load([argument.unquoted]))
  }

  static let reload = SessionCommand(
    name: "reload", topic: .program, summary: "Read all loaded files again, and check what was typed against them."
  ) { session, _ throws(CommandFailure) in
    try session.check(session.reload())
  }

  static let save = SessionCommand(
    name: "save", arguments: "FILE", topic: .program, summary: "Write what was typed to a file, as a program.",
    details: """
      The program uses the loaded files. Qualifiers that were left out are written, and the statements of the scenario \
      that was entered stand in a scenario. A file that is there already is only replaced by `:save!`, or where this \
      session has written it.
      """, completion: .file
  ) { session, argument throws(CommandFailure) in
    try session.save(to: argument.unquoted, replacing: false)
  }

  static let saveAnyway = SessionCommand(
    name: "save!", arguments: "FILE", topic: .program, summary: "The same, replacing the file.", completion: .file
  ) { session, argument throws(CommandFailure) in
    try session.save(to: argument.unquoted, replacing: true)
  }

  static let edit = SessionCommand(
    name: "edit", arguments: "[FILE]", topic: .program, summary: "Edit the last entry, or a file, in your editor.",
    details: """
      The editor is $VISUAL, $EDITOR or vi. What you make of the entry is entered when the editor ends; a file that was \
      loaded is loaded again.
      """, completion: .file
  ) { session, argument throws(CommandFailure) in
    argument.isEmpty ? try session.editLastEntry() : try session.editFile(argument.unquoted)
  }
}

extension String {
  /// Without the quotes that completion puts around names with blanks.
  var unquoted: String {
    var text = self[...]
    guard text.first == "\"" else { return self }
    text.removeFirst()
    if text.last == "\"" { text.removeLast() }
    return String(text)
  }
}

extension InteractiveSession {
  /// Ends a command where what it did failed, which was told.
  func check(_ status: ExitStatus) throws(CommandFailure) {
    if status != .success { throw CommandFailure(status: status, message: "") }
  }

  fileprivate mutating func editFile(_ path: String) throws(CommandFailure) {
    try runEditor(on: path)
    if state.files.contains(path) || refusedFiles.contains(path) { try check(reload()) }
  }

  fileprivate mutating func editLastEntry() throws(CommandFailure) {
    guard isInteractive else { throw CommandFailure(status: .usage, message: ":edit needs a terminal") }
    let before = lastTyped?.text ?? ""
    guard let path = FileSystem.temporaryFile(ending: ".casus") else {
      throw CommandFailure(status: .unreadable, message: "no temporary file can be made")
    }
    defer { FileSystem.remove(path) }
    try write(before.isEmpty ? "" : before + "\n", to: path)
    try runEditor(on: path)
    guard let bytes = try? FileSystem.read(path, maximumSize: options.maximumFileSize) else {
      throw CommandFailure(status: .unreadable, message: "\(path.safe) cannot be read any more")
    }
    let text = String(decoding: bytes, as: UTF8.self).trimmingBlanks
    guard text != before.trimmingBlanks, !text.isEmpty else { return say("Nothing was changed.") }
    // It takes the place of what it was made from.
    if let block = state.blocks.last?.entries, block.count == 1, block.first?.bytes == lastTyped?.bytes {
      _ = try undo()
    }
    output.write(text + "\n")
    waitingLines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
  }

  private func write(_ text: String, to path: String) throws(CommandFailure) {
    do throws(FileSystem.WritingFailure) {
      try FileSystem.write(text, to: path, appending: false)
    } catch {
      throw CommandFailure(status: .unreadable, message: "\(path.safe) cannot be written: \(error.reason)")
    }
  }

  private func runEditor(on path: String) throws(CommandFailure) {
    let editor = ["VISUAL", "EDITOR"].compactMap { UserFolders.environment($0) }.first { !$0.isEmpty } ?? "vi"
    output.finishEntry()
    let quotedPath = "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    guard let code = ChildProcess.run(editor + " " + quotedPath), code == 0 else {
      throw CommandFailure(status: .usage, message: "the editor \(editor.safe) failed")
    }
  }
}
