#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What an interactive session writes: files that the user names, and one for an editor.
extension FileSystem {
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Writes a text to a file, at its end or in the place of what it holds.
  static func write(_ text: String, to path: String, appending: Bool) throws(WritingFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | (appending ? O_APPEND : O_TRUNC), 0o666)
    guard descriptor >= 0 else { throw .lastError }
    defer { close(descriptor) }
    try writeAll(Array(text.utf8), to: descriptor)
  }

  /// A new empty file for a short while; nil where none can be made.
  static func temporaryFile(ending suffix: String) -> String? {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    guard let name = strdup(folder + "/casus-XXXXXX" + suffix) else { return nil }
    defer { free(name) }
    let descriptor = mkstemps(name, Int32(suffix.utf8.count))
    guard descriptor >= 0 else { return nil }
    close(descriptor)
    return String(cString: name)
  }

  static func remove(_ path: String) { unlink(path) }

  /// The folder that relative paths start from.
  static var workingFolder: String? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }
}
