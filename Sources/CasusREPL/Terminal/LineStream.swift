#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Standard input line by line, of which no more than a line and a little is held at a time.
package struct LineStream {
  package enum Line: Equatable {
    /// Without its line break.
    case line([UInt8])
    case interrupted
    case end
    case failed(String)
  }

  private let descriptor: Int32
  private let maximumSize: Int
  private var buffer: [UInt8] = []
  /// How much of the buffer was given out.
  private var start = 0
  /// How much of the rest is known to have no line break.
  private var searched = 0
  private var hasEnded = false

  private static let chunkSize = 1 << 16

  /// - Parameter maximumSize: of one line.
  package init(descriptor: Int32 = STDIN_FILENO, maximumSize: Int) {
    self.descriptor = descriptor
    self.maximumSize = maximumSize
  }

  package mutating func next() -> Line {
    while true {
      if let end = buffer[(start + searched)...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = buffer[start..<end]
        start = end + 1
        searched = 0
        return .line(Array(line.last == UInt8(ascii: "\r") ? line.dropLast() : line))
      }
      searched = buffer.count - start
      if hasEnded {
        guard searched > 0 else { return .end }
        defer { (start, searched) = (buffer.count, 0) }
        return .line(Array(buffer[start...]))
      }
      guard searched <= maximumSize else { return .failed("a line is longer than \(maximumSize >> 20) MiB") }
      if let stop = fill() { return stop }
    }
  }

  /// Reads some more; tells why none comes.
  private mutating func fill() -> Line? {
    buffer.removeFirst(start)
    start = 0
    let descriptor = descriptor
    var more: [UInt8] = []
    let count = withUnsafeTemporaryAllocation(byteCount: LineStream.chunkSize, alignment: 1) { chunk in
      let count = platformRead(descriptor, chunk.baseAddress, chunk.count)
      if count > 0 { more = Array(chunk[..<count]) }
      return count
    }
    buffer += more
    if count == 0 { hasEnded = true }
    guard count < 0 else { return nil }
    if errno == EINTR { return Interrupt.isPending ? .interrupted : nil }
    return .failed(strerror(errno).map { String(cString: $0) } ?? "error \(errno)")
  }

  /// Whether more can be had without waiting: a line, a part of one, or the end.
  package var isReady: Bool {
    if hasEnded || buffer[(start + searched)...].contains(UInt8(ascii: "\n")) { return true }
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, 0) > 0
  }
}

private func platformRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  #if canImport(Glibc)
  Glibc.read(descriptor, bytes, count)
  #elseif canImport(Musl)
  Musl.read(descriptor, bytes, count)
  #else
  Darwin.read(descriptor, bytes, count)
  #endif
}
