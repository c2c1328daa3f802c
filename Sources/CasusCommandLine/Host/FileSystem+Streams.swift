#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension FileSystem {
  /// A file that is read piece by piece, so that its size does not matter.
  struct Stream: ~Copyable {
    private let descriptor: Int32
    private let closes: Bool

    /// - Parameter path: `-` is standard input.
    init(_ path: String) throws(ReadingFailure) {
      let isNamed = path != "-"
      if isNamed, FileSystem.isDirectory(path) { throw ReadingFailure(reason: "it is a directory") }
      let opened = isNamed ? open(path, O_RDONLY | O_CLOEXEC) : STDIN_FILENO
      guard opened >= 0 else { throw .lastError }
      descriptor = opened
      closes = isNamed
    }

    deinit { if closes { close(descriptor) } }

    /// Adds the next bytes; false at the end.
    mutating func read(_ count: Int, to bytes: inout [UInt8]) throws(ReadingFailure) -> Bool {
      let before = bytes
      while true {
        var found = 0
        bytes = [UInt8](unsafeUninitializedCapacity: before.count + count) { buffer, filled in
          filled = buffer[..<before.count].initialize(fromContentsOf: before)
          #if canImport(Darwin)
          found = Darwin.read(descriptor, buffer.baseAddress.map { $0 + filled }, count)
          #elseif canImport(Musl)
          found = Musl.read(descriptor, buffer.baseAddress.map { $0 + filled }, count)
          #else
          found = Glibc.read(descriptor, buffer.baseAddress.map { $0 + filled }, count)
          #endif
          filled += max(found, 0)
        }
        if found < 0 {
          guard errno == EINTR else { throw .lastError }
          continue
        }
        return found > 0
      }
    }
  }
}
