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
    /// Where bytes are read to; an array would have to be filled first.
    private var room = UnsafeMutableRawBufferPointer(start: nil, count: 0)

    /// - Parameter path: `-` is standard input.
    init(_ path: String) throws(ReadingFailure) {
      let isNamed = path != "-"
      if isNamed, FileSystem.isDirectory(path) { throw ReadingFailure(reason: "it is a directory") }
      let opened = isNamed ? open(path, O_RDONLY | O_CLOEXEC) : STDIN_FILENO
      guard opened >= 0 else { throw .lastError }
      descriptor = opened
      closes = isNamed
    }

    deinit {
      if closes { close(descriptor) }
      room.deallocate()
    }

    /// Adds the next bytes; false at the end.
    mutating func read(_ count: Int, to bytes: inout [UInt8]) throws(ReadingFailure) -> Bool {
      if room.count < count {
        room.deallocate()
        room = .allocate(byteCount: count, alignment: 1)
      }
      while true {
        #if canImport(Darwin)
        let found = Darwin.read(descriptor, room.baseAddress, count)
        #elseif canImport(Musl)
        let found = Musl.read(descriptor, room.baseAddress, count)
        #else
        let found = Glibc.read(descriptor, room.baseAddress, count)
        #endif
        if found >= 0 {
          bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: room[..<found]))
          return found > 0
        }
        guard errno == EINTR else { throw .lastError }
      }
    }
  }
}
