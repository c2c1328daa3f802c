#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Where a user keeps what belongs to Casus, as the XDG Base Directory Specification has it.
package enum UserFolders {
  /// What the environment says; nil where it says nothing.
  package static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    return String(cString: value)
  }

  /// What is read when a session begins.
  package static var startFile: String? { path("XDG_CONFIG_HOME", orBelowHome: ".config").map { $0 + "/rc" } }

  /// Where entries are kept from one session to the next; nil where they are not to be.
  package static var historyFile: String? {
    if let moved = environment("CASUS_HISTORY") { return moved.isEmpty || moved == "off" ? nil : moved }
    return path("XDG_STATE_HOME", orBelowHome: ".local/state").map { $0 + "/history" }
  }

  /// The specification has relative paths ignored.
  private static func path(_ variable: String, orBelowHome folder: String) -> String? {
    if let base = environment(variable), base.hasPrefix("/") { return base + "/casus" }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/" + folder + "/casus"
  }

  /// Makes the folder of a file, and those around it, for the user alone.
  static func makeFolder(of file: String) {
    var position = file.startIndex
    while let slash = file[position...].firstIndex(of: "/") {
      if slash > file.startIndex { _ = mkdir(String(file[..<slash]), 0o700) }
      position = file.index(after: slash)
    }
  }
}
