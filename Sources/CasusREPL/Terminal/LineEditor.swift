internal import CLineEditor

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Lines that somebody edits, with GNU readline.
package enum LineEditor {
  package enum Line: Equatable {
    case text(String)
    /// The user gave the line up with Ctrl-C.
    case interrupted
    case end
  }

  package static var isAvailable: Bool { casus_line_editor_is_available() }

  /// Reads a line, or many that are pasted.
  ///
  /// - Parameter complete: the words that could stand behind a text: that of the line up to the cursor.
  package static func readLine(prompt: String, complete: (String) -> Completions) -> Line {
    withoutActuallyEscaping(complete) { complete in
      let asked = AskedCompleter(complete)
      return withExtendedLifetime(asked) {
        casus_line_editor_set_completer(answerCompletion, Unmanaged.passUnretained(asked).toOpaque())
        defer { casus_line_editor_set_completer(nil, nil) }
        guard let line = casus_line_editor_read(prompt) else {
          return casus_line_editor_was_interrupted() ? .interrupted : .end
        }
        defer { free(line) }
        return .text(String(cString: line))
      }
    }
  }

  /// Lets the user find an entry again with the arrow keys and Ctrl-R.
  package static func remember(_ entry: String) { casus_line_editor_remember(entry) }

  /// How many entries are remembered.
  package static func limitMemory(to count: Int) { casus_line_editor_limit_memory(Int32(clamping: count)) }
}

/// What readline's callback finds the completer through.
private final class AskedCompleter {
  let complete: (String) -> Completions

  init(_ complete: @escaping (String) -> Completions) { self.complete = complete }
}

private func answerCompletion(
  _ context: UnsafeMutableRawPointer?, _ line: UnsafePointer<CChar>?, _ cursor: Int, _ found: OpaquePointer?
) {
  guard let context, let line, let found else { return }
  let asked = Unmanaged<AskedCompleter>.fromOpaque(context).takeUnretainedValue()
  let bytes = UnsafeRawBufferPointer(start: line, count: min(cursor, strlen(line)))
  let completions = asked.complete(String(decoding: bytes, as: UTF8.self))
  casus_completions_set_breaks(found, completions.breaks)
  if completions.areFiles { return casus_completions_use_files(found) }
  for word in completions.words { casus_completions_add(found, word) }
  casus_completions_set_end(found, completions.end.flatMap { $0.asciiValue }.map { CChar(bitPattern: $0) } ?? 0)
}
