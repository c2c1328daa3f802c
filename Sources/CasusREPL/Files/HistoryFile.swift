#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Entries kept from one session to the next: a line each, in which a line break is written `\n` and a backslash `\\`.
///
/// Each entry is appended as soon as it is made, by one write to the end of the file, so that nothing is lost however a
/// session ends, and sessions side by side do not get into each other's lines.
package struct HistoryFile {
  private let path: String

  /// How many entries are read, and how many the file may hold before it is cut back to them.
  package static let kept = 10_000
  private static let most = 20_000
  /// A file that is larger is no history.
  private static let maximumSize = 64 << 20

  package init(path: String) { self.path = path }

  /// The entries of earlier sessions, oldest first.
  package func load() -> [String] {
    guard let lines = readLines() else { return [] }
    if lines.count > HistoryFile.most { cutBack() }
    return lines.suffix(HistoryFile.kept).map { HistoryFile.unescaped($0) }
  }

  /// Adds an entry; says whether it could.
  @discardableResult
  package func append(_ entry: String) -> Bool {
    var line = Array(HistoryFile.escaped(entry).utf8)
    line.append(UInt8(ascii: "\n"))
    UserFolders.makeFolder(of: path)
    return withLockedFile(O_WRONLY | O_APPEND | O_CREAT) { descriptor in
      platformWrite(descriptor, line, line.count) == line.count
    } ?? false
  }

  /// Opens the file that stands at the path when nobody else writes it.
  private func withLockedFile<Result>(_ flags: Int32, _ body: (Int32) -> Result) -> Result? {
    while true {
      let descriptor = open(path, flags | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { return nil }
      defer { close(descriptor) }
      while flock(descriptor, LOCK_EX) != 0 {
        guard errno == EINTR else { return nil }
      }
      // Who waited may find that the file was replaced meanwhile.
      var (opened, current) = (stat(), stat())
      guard fstat(descriptor, &opened) == 0, stat(path, &current) == 0, opened.st_ino == current.st_ino else {
        continue
      }
      return body(descriptor)
    }
  }

  /// Keeps the latest entries alone. The new file takes the place of the old at one stroke.
  private func cutBack() {
    _ = withLockedFile(O_RDONLY) { _ in
      guard let lines = readLines() else { return }
      let kept = lines.suffix(HistoryFile.kept).flatMap { Array($0.utf8) + [UInt8(ascii: "\n")] }
      let new = path + ".new"
      let descriptor = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { return }
      let isWritten = platformWrite(descriptor, kept, kept.count) == kept.count
      close(descriptor)
      if !isWritten || rename(new, path) != 0 { unlink(new) }
    }
  }

  private func readLines() -> [String]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= HistoryFile.maximumSize
    else { return nil }
    var stream = LineStream(descriptor: descriptor, maximumSize: HistoryFile.maximumSize)
    var lines: [String] = []
    while case .line(let bytes) = stream.next() {
      if !bytes.isEmpty { lines.append(String(decoding: bytes, as: UTF8.self)) }
    }
    return lines
  }

  static func escaped(_ entry: String) -> String {
    var line = ""
    for scalar in entry.unicodeScalars {
      switch scalar {
      case "\\": line += "\\\\"
      case "\n": line += "\\n"
      case "\r": line += "\\r"
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }

  static func unescaped(_ line: String) -> String {
    var entry = ""
    var isEscaped = false
    for scalar in line.unicodeScalars {
      if isEscaped {
        entry.unicodeScalars.append(scalar == "n" ? "\n" : scalar == "r" ? "\r" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        entry.unicodeScalars.append(scalar)
      }
    }
    return entry
  }
}
