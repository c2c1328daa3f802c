internal import CLineEditor

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads what a user types, or what a pipe brings, line by line.
package struct LineReader {
  package enum Line: Equatable {
    case text(String)
    /// The user gave the line up with Ctrl-C.
    case interrupted
    case end
  }

  /// Whether somebody sits at both ends: then lines are edited, and prompted for.
  package let isInteractive: Bool

  package init() { isInteractive = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  package func readLine(prompt: String) -> Line {
    guard isInteractive else { return Swift.readLine().map { .text($0) } ?? .end }
    guard casus_line_editor_is_available() else {
      _ = write(STDOUT_FILENO, prompt, prompt.utf8.count)
      return Swift.readLine().map { .text($0) } ?? .end
    }
    guard let line = casus_line_editor_read(prompt) else {
      return casus_line_editor_was_interrupted() ? .interrupted : .end
    }
    defer { free(line) }
    return .text(String(cString: line))
  }

  /// Lets the user find an entry again with the arrow keys.
  package func remember(_ entry: String) {
    if isInteractive { casus_line_editor_remember(entry) }
  }
}
