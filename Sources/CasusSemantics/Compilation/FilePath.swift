/// Paths as text: the core knows no file system.
enum FilePath {
  /// The path that `relative` means in the file at `file`, without `.` and with `..` taken back where possible.
  static func resolve(_ relative: String, from file: String) -> String {
    guard !relative.utf8.starts(with: "/".utf8) else { return normalised(relative) }
    guard let slash = file.utf8.lastIndex(of: UInt8(ascii: "/")) else { return normalised(relative) }
    return normalised(String(file[...slash]) + relative)
  }

  /// The path in one spelling, so that each file is read once.
  static func normalised(_ path: String) -> String {
    let isAbsolute = path.utf8.first == UInt8(ascii: "/")
    var parts: [Substring] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !isAbsolute {
        parts.append(part)
      }
    }
    return (isAbsolute ? "/" : "") + parts.joined(separator: "/")
  }
}
