/// A table cut into pieces of whole records, so that only one piece stands in memory.
struct BulkRecords: ~Copyable {
  /// Whole records, and where in the file they begin.
  struct Piece {
    var bytes: [UInt8]
    /// The line, counted from 1, of the first byte.
    var line: Int
  }

  private static let pieceSize = 1 << 20
  /// A record longer than this is a quote that nobody closed.
  private static let greatestRecord = 8 << 20

  private var stream: FileSystem.Stream
  private let hasQuotes: Bool
  private var rest: [UInt8] = []
  private var line = 1
  private var isAtEnd = false

  /// - Parameter hasQuotes: whether a line break between quotes ends no record, as in comma-separated values.
  init(_ path: String, hasQuotes: Bool) throws(FileSystem.ReadingFailure) {
    stream = try FileSystem.Stream(path)
    self.hasQuotes = hasQuotes
  }

  /// The next piece; nil behind the last.
  mutating func next() throws(FileSystem.ReadingFailure) -> Piece? {
    while !isAtEnd {
      isAtEnd = !(try stream.read(Self.pieceSize, to: &rest))
      let end = isAtEnd ? rest.count : endOfLastRecord
      if end > 0 { return take(end) }
      // Half a record might read like a whole one, and be answered.
      if rest.count > Self.greatestRecord {
        throw FileSystem.ReadingFailure(reason: "the record in line \(line) is longer than 8 MB: is a quote missing?")
      }
    }
    return nil
  }

  private mutating func take(_ end: Int) -> Piece {
    let piece = Piece(bytes: Array(rest[..<end]), line: line)
    line += piece.bytes.count { $0 == UInt8(ascii: "\n") }
    rest.removeSubrange(..<end)
    return piece
  }

  /// Behind the last line break that ends a record; 0 where there is none. What is left over begins with a record.
  private var endOfLastRecord: Int {
    let lineFeed = UInt8(ascii: "\n")
    let quote = UInt8(ascii: "\"")
    guard hasQuotes, rest.contains(quote) else { return (rest.lastIndex(of: lineFeed) ?? -1) + 1 }
    var end = 0
    var isQuoted = false
    for (position, byte) in rest.enumerated() {
      if byte == quote { isQuoted.toggle() }
      if byte == lineFeed && !isQuoted { end = position + 1 }
    }
    return end
  }
}
