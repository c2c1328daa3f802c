/// A row of comma-separated values of the plainest kind, while it is read: eight bytes at a time.
struct PlainRow {
  private let bytes: UnsafeRawBufferPointer
  private(set) var offset: Int

  /// Where a cell's text stands, without its quotes.
  struct Cell {
    var range: Range<Int>
    var isASCII: Bool
    /// Its first eight bytes, the first of them lowest; zero behind its end.
    var word: UInt64
  }

  init(_ bytes: UnsafeRawBufferPointer, _ offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  /// A line that begins with a blank may be a blank line, which is no row.
  var isAtBlank: Bool {
    guard offset < bytes.count else { return true }
    switch bytes[offset] {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return true
    default: return false
    }
  }

  /// The next cell; moves behind what ends it.
  ///
  /// - Returns: nil where it is not plain: with quotes or line breaks inside, or followed by anything else.
  @inline(__always)
  mutating func takeCell(isLast: Bool) -> Cell? {
    guard offset < bytes.count else { return nil }
    let isQuoted = bytes[offset] == UInt8(ascii: "\"")
    let start = isQuoted ? offset &+ 1 : offset
    var position = start
    let first = word(at: start)
    var (word, seen): (UInt64, UInt64) = (first, 0)
    while true {
      // Commas, quotes and line breaks are below a hyphen, and little else is.
      let low = Self.bytesBelowHyphen(word)
      guard low != 0 else {
        seen |= word
        position &+= 8
        if position >= bytes.count { return nil }
        word = self.word(at: position)
        continue
      }
      let before = low.trailingZeroBitCount & ~7
      let byte = UInt8(truncatingIfNeeded: word &>> UInt64(before))
      seen |= word & (1 &<< UInt64(before) &- 1)
      position &+= before &>> 3
      if position >= bytes.count { return nil }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
      if byte == UInt8(ascii: ","), !isQuoted { break }
      position &+= 1
      word = self.word(at: position)
    }
    let count = position &- start
    let cell = Cell(
      range: start..<position, isASCII: seen & 0x8080_8080_8080_8080 == 0,
      word: count < 8 ? first & (1 &<< UInt64(8 &* count) &- 1) : first)
    if isQuoted {
      guard bytes[position] == UInt8(ascii: "\"") else { return nil }
      position &+= 1
    }
    guard let end = behindCell(position, isLast: isLast) else { return nil }
    offset = end
    return cell
  }

  /// The lowest bit that is set stands at the top of the first byte below a hyphen; there is none where no byte is.
  @inline(__always)
  private static func bytesBelowHyphen(_ word: UInt64) -> UInt64 {
    (word &- 0x2D2D_2D2D_2D2D_2D2D) & ~word & 0x8080_8080_8080_8080
  }

  /// Eight bytes from a position on, the first of them lowest; zeros behind the end.
  @inline(__always)
  private func word(at position: Int) -> UInt64 {
    if position &+ 8 <= bytes.count {
      return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
    }
    var word: UInt64 = 0
    for place in stride(from: bytes.count &- 1, through: position, by: -1) { word = word &<< 8 | UInt64(bytes[place]) }
    return word
  }

  /// The offset behind the comma or the line break that has to stand at a position.
  @inline(__always)
  private func behindCell(_ position: Int, isLast: Bool) -> Int? {
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    if !isLast { return byte == UInt8(ascii: ",") ? position &+ 1 : nil }
    if byte == UInt8(ascii: "\n") { return position &+ 1 }
    guard byte == UInt8(ascii: "\r"), position &+ 1 < bytes.count, bytes[position &+ 1] == UInt8(ascii: "\n") else {
      return nil
    }
    return position &+ 2
  }
}
