#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Finds and reads the files that arguments name; `-` is standard input.
enum ProgramFiles {
  static let nameOfStandardInput = "<stdin>"

  /// How messages name what an argument names.
  static func name(of path: String) -> String { path == "-" ? nameOfStandardInput : path }

  /// The programs that an argument names: a file, or every `*.casus` in a folder.
  static func named(_ path: String) throws(CommandFailure) -> [String] {
    guard path != "-", FileSystem.isDirectory(path) else { return [path] }
    do throws(FileSystem.ReadingFailure) {
      // As `use` names them, so that a file that is found and used is the same one.
      return try FileSystem.files(below: path, suffix: ".casus").map { file in
        file.hasPrefix("./") ? String(file.dropFirst(2)) : file
      }
    } catch {
      throw CommandFailure(status: .unreadable, message: "\(path.safe) cannot be read: \(error.reason)")
    }
  }

  /// Whether an argument that may be a query as well names a program.
  static func isFile(_ argument: String) -> Bool {
    argument == "-" || argument.hasSuffix(".casus") || FileSystem.exists(argument)
  }

  /// The bytes of a file.
  static func read(_ path: String, maximumSize: Int = FileSystem.greatestSize) throws(CommandFailure) -> [UInt8] {
    do throws(FileSystem.ReadingFailure) {
      return path == "-"
        ? try FileSystem.readAll(of: STDIN_FILENO, maximumSize: maximumSize)
        : try FileSystem.read(path, maximumSize: maximumSize)
    } catch {
      throw CommandFailure(status: .unreadable, message: "\(name(of: path).safe) cannot be read: \(error.reason)")
    }
  }
}
