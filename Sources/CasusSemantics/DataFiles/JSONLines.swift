/// The lines of a newline-delimited JSON file that are not blank.
///
/// A line ends with LF; a CR before it is a blank of JSON, and no JSON text can hold either unescaped.
package struct JSONLines: Sequence, IteratorProtocol, Sendable {
  package struct Line: Equatable, Sendable {
    /// Counted from 1.
    package var number: Int
    package var range: Range<Int>
  }

  private let bytes: [UInt8]
  private var offset: Int
  private var number = 0

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    offset = lengthOfByteOrderMark(in: bytes)
  }

  package mutating func next() -> Line? {
    while offset < bytes.count {
      let start = offset
      let end = endOfLine(from: start)
      offset = end + 1
      number += 1
      let isBlank = bytes[start..<end].allSatisfy { $0 == .blank || $0 == .tab || $0 == .carriageReturn }
      if !isBlank { return Line(number: number, range: start..<end) }
    }
    return nil
  }

  private func endOfLine(from start: Int) -> Int {
    var position = start
    while position < bytes.count, bytes[position] != .lineFeed { position += 1 }
    return position
  }
}
