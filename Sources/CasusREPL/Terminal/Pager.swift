/// Shows what is longer than the terminal page by page.
package enum Pager {
  /// The command that shows it; nil where nothing is to.
  private static var command: String? {
    for name in ["CASUS_PAGER", "PAGER"] {
      guard let command = UserFolders.environment(name) else { continue }
      return command.isEmpty || command == "cat" ? nil : command
    }
    return "less"
  }

  /// Shows a text through the pager; false where there is none, or it could not be started.
  package static func show(_ text: String) -> Bool {
    guard let command else { return false }
    // What `less` is to do unless the user has said: end where all fits, colours, leave the text there.
    guard let code = ChildProcess.run(command, input: text, variables: ["LESS": "FRX"]) else { return false }
    // The shell says so of a command that is not there.
    return code != 127
  }
}
