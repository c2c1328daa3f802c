/// A table cut into pieces of whole records, so that only one piece stands in memory.
struct BulkRecords: ~Copyable {
  /// Whole records, and where in the file they begin.
  struct Piece {
    var bytes: [UInt8]
    /// The line, counted from 1, of the first byte behind the heading that is repeated.
    var line: Int
  }

  /// A record longer than this is a quote that nobody closed.
  private static let greatestRecord = 8 << 20

  private var stream: FileSystem.Stream
  private let hasQuotes: Bool
  private let pieceSize: Int
  private var rest: [UInt8] = []
  /// The memory of an earlier piece, for the next: asking for so much each time would take longer than reading it.
  private var spare: [UInt8] = []
  /// What every piece but the first begins with.
  private var heading: [UInt8] = []
  /// How much of the rest was looked through for the end of a record, and whether it ends between quotes.
  private var searched = 0
  private var isQuoted = false
  private var line = 1
  private var isAtEnd = false

  /// - Parameters:
  ///   - hasQuotes: whether a line break between quotes ends no record, as in comma-separated values.
  ///   - pieceSize: how much is read at once.
  init(_ path: String, hasQuotes: Bool, pieceSize: Int = 1 << 20) throws(FileSystem.ReadingFailure) {
    stream = try FileSystem.Stream(path)
    self.hasQuotes = hasQuotes
    self.pieceSize = pieceSize
  }

  /// The next piece; nil behind the last.
  mutating func next() throws(FileSystem.ReadingFailure) -> Piece? {
    while !isAtEnd {
      isAtEnd = !(try stream.read(pieceSize, to: &rest))
      if let end = isAtEnd ? rest.count : endOfLastRecord(), end > heading.count { return take(end) }
      // Half a record might read like a whole one, and be answered.
      if rest.count > Self.greatestRecord {
        throw FileSystem.ReadingFailure(reason: "the record in line \(line) is longer than 8 MB: is a quote missing?")
      }
    }
    return nil
  }

  /// Has every piece that is still to come begin with a heading, which counts as no line of it.
  mutating func begin(with heading: [UInt8]) {
    self.heading = heading
    rest.insert(contentsOf: heading, at: 0)
    searched += heading.count
  }

  /// Takes a piece back that was read, to use its memory again.
  mutating func reuse(_ piece: consuming Piece) { spare = piece.bytes }

  private mutating func take(_ end: Int) -> Piece {
    var next: [UInt8] = []
    swap(&next, &spare)
    next.removeAll(keepingCapacity: true)
    next += heading
    next += rest[end...]
    rest.removeLast(rest.count - end)
    let piece = Piece(bytes: rest, line: line)
    line += rest.count(of: UInt8(ascii: "\n"), from: heading.count)
    rest = next
    searched = next.count
    return piece
  }

  /// Behind the last line break that ends a record; nil where what was read last has none. What is left over begins with
  /// a record.
  ///
  /// A quote more turns what is quoted around: so their number tells whether the end of what was read is, and from there
  /// the way back is short. What was looked through before is not looked at again.
  private mutating func endOfLastRecord() -> Int? {
    let start = searched
    searched = rest.count
    if hasQuotes, rest.count(of: UInt8(ascii: "\""), from: start) % 2 == 1 { isQuoted.toggle() }
    var isBetweenQuotes = isQuoted
    for position in stride(from: rest.count - 1, through: start, by: -1) {
      switch rest[position] {
      case UInt8(ascii: "\"") where hasQuotes: isBetweenQuotes.toggle()
      case UInt8(ascii: "\n") where !isBetweenQuotes: return position + 1
      default: break
      }
    }
    return nil
  }
}

extension [UInt8] {
  /// How often a byte occurs from a position on, counted in eight bytes at once.
  fileprivate func count(of wanted: UInt8, from start: Int = 0) -> Int {
    withUnsafeBytes { bytes in
      let pattern = UInt64(wanted) &* 0x0101_0101_0101_0101
      let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
      var (count, position) = (0, start)
      while position &+ 8 <= bytes.count {
        // So many words can be added up in a byte for each of their bytes.
        let end = Swift.min(bytes.count &- 7, position &+ 8 &* 255)
        var sums: UInt64 = 0
        while position < end {
          let other = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self) ^ pattern
          // The highest bit of a byte is set where the byte is zero.
          sums &+= ~((other & low) &+ low | other | low) &>> 7
          position &+= 8
        }
        let pairs = (sums & 0x00FF_00FF_00FF_00FF) &+ (sums &>> 8 & 0x00FF_00FF_00FF_00FF)
        count &+= Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) &>> 48)
      }
      while position < bytes.count {
        count &+= bytes[position] == wanted ? 1 : 0
        position &+= 1
      }
      return count
    }
  }
}
