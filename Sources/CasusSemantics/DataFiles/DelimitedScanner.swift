/// Cuts the bytes of a delimited file into records, heading and rows alike.
struct DelimitedScanner: Sendable {
  /// A record, and the first thing that is wrong with it.
  struct Record {
    var row: DataRow
    var problem: DataProblem?

    mutating func note(_ kind: DataProblem.Kind, start: Int, end: Int, line: Int) {
      if problem == nil { problem = DataProblem(kind, start: start, end: end, line: line) }
    }
  }

  private let bytes: [UInt8]
  private let delimiter: UInt8
  private(set) var offset: Int
  private(set) var line = 1
  /// How many cells the last record had: the next will have as many.
  private var cellCount = 0

  init(_ bytes: [UInt8], delimiter: UInt8) {
    self.bytes = bytes
    self.delimiter = delimiter
    offset = lengthOfByteOrderMark(in: bytes)
  }

  mutating func nextRecord() -> Record? {
    skipBlankLines()
    guard offset < bytes.count else { return nil }
    var record = Record(row: DataRow(cells: [], line: line, start: offset, end: offset))
    record.row.cells.reserveCapacity(cellCount)
    defer { cellCount = record.row.cells.count }
    repeat {
      let isWhole = isAt(.quote) ? readQuotedCell(into: &record) : readPlainCell(into: &record)
      guard isWhole else { return record }
    } while consumeDelimiter()
    record.row.end = offset
    consumeLineBreak()
    return record
  }

  /// Moves behind the line breaks of records that were read by other means.
  mutating func skipLines(_ count: Int, endingAt end: Int) {
    offset = end
    line += count
  }

  /// A cell without quotes runs to the delimiter or the end of the line.
  private mutating func readPlainCell(into record: inout Record) -> Bool {
    let start = offset
    var union: UInt8 = 0
    var position = start
    while position < bytes.count, !isCellEnd(bytes[position]) {
      let byte = bytes[position]
      if byte == .quote { record.note(.quoteInsideCell, start: position, end: position + 1, line: line) }
      union |= byte
      position += 1
    }
    offset = position
    if union >= 0x80 { noteInvalidUTF8(start..<offset, line: line, in: &record) }
    let content: DataCell.Content =
      start == offset ? .empty : .text(String(decoding: bytes[start..<offset], as: UTF8.self))
    record.row.cells.append(DataCell(content, start: start, end: offset))
    return true
  }

  /// A cell in quotes may hold delimiters, line breaks and doubled quotes. Returns false where the record ends here,
  /// because the quote that would close the cell seems to be missing.
  private mutating func readQuotedCell(into record: inout Record) -> Bool {
    let start = offset
    let startLine = line
    let quoted = scanQuoted()
    offset = quoted.end
    line += quoted.lineBreaks
    if !quoted.isClosed {
      record.note(.unterminatedQuote, start: start, end: start + 1, line: startLine)
      resumeBehindLine(of: start, line: startLine, &record)
      return false
    }
    if offset < bytes.count, !isCellEnd(bytes[offset]) {
      record.note(.textAfterQuote, start: offset, end: offset + 1, line: line)
      if quoted.lineBreaks > 0 {
        resumeBehindLine(of: start, line: startLine, &record)
        return false
      }
      while offset < bytes.count, !isCellEnd(bytes[offset]) { offset += 1 }
    }
    noteInvalidUTF8(start..<offset, line: startLine, in: &record)
    let text = quotedText(start + 1..<quoted.end - 1, hasDoubledQuotes: quoted.hasDoubledQuotes)
    record.row.cells.append(DataCell(text.isEmpty ? .empty : .text(text), start: start, end: offset))
    return true
  }

  /// Looks for the quote that closes the one at `offset`.
  private func scanQuoted() -> (end: Int, isClosed: Bool, lineBreaks: Int, hasDoubledQuotes: Bool) {
    var position = offset + 1
    var lineBreaks = 0
    var hasDoubledQuotes = false
    while position < bytes.count {
      switch bytes[position] {
      case .quote:
        guard position + 1 < bytes.count, bytes[position + 1] == .quote else {
          return (position + 1, true, lineBreaks, hasDoubledQuotes)
        }
        hasDoubledQuotes = true
        position += 1
      case .lineFeed: lineBreaks += 1
      case .carriageReturn where position + 1 >= bytes.count || bytes[position + 1] != .lineFeed: lineBreaks += 1
      default: break
      }
      position += 1
    }
    return (position, false, lineBreaks, hasDoubledQuotes)
  }

  private func quotedText(_ range: Range<Int>, hasDoubledQuotes: Bool) -> String {
    guard hasDoubledQuotes else { return String(decoding: bytes[range], as: UTF8.self) }
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    var position = range.lowerBound
    while position < range.upperBound {
      text.append(bytes[position])
      position += bytes[position] == .quote ? 2 : 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  private func noteInvalidUTF8(_ range: Range<Int>, line: Int, in record: inout Record) {
    guard let invalid = offsetOfInvalidUTF8(in: bytes, range) else { return }
    let breaks = bytes[range.lowerBound..<invalid].count { $0 == .lineFeed }
    record.note(.invalidUTF8, start: invalid, end: invalid + 1, line: line + breaks)
  }

  /// Goes on behind the line in which a cell began, so that a quote that is not closed costs one row and not the rest of
  /// the file. What was passed over holds no unpaired quote at the start of a cell, so no byte is read more than twice.
  private mutating func resumeBehindLine(of start: Int, line startLine: Int, _ record: inout Record) {
    offset = start
    line = startLine
    while offset < bytes.count, !isLineBreak(bytes[offset]) { offset += 1 }
    record.row.end = offset
    consumeLineBreak()
  }

  /// Skips lines of blanks and tabs alone.
  private mutating func skipBlankLines() {
    while offset < bytes.count {
      var position = offset
      while position < bytes.count, bytes[position] == .blank || bytes[position] == .tab, bytes[position] != delimiter {
        position += 1
      }
      guard position >= bytes.count || isLineBreak(bytes[position]) else { return }
      offset = position
      consumeLineBreak()
    }
  }

  private mutating func consumeLineBreak() {
    guard offset < bytes.count, isLineBreak(bytes[offset]) else { return }
    let isPair = bytes[offset] == .carriageReturn && offset + 1 < bytes.count && bytes[offset + 1] == .lineFeed
    offset += isPair ? 2 : 1
    line += 1
  }

  private mutating func consumeDelimiter() -> Bool {
    guard isAt(delimiter) else { return false }
    offset += 1
    return true
  }

  private func isAt(_ byte: UInt8) -> Bool { offset < bytes.count && bytes[offset] == byte }
  private func isLineBreak(_ byte: UInt8) -> Bool { byte == .lineFeed || byte == .carriageReturn }
  private func isCellEnd(_ byte: UInt8) -> Bool { byte == delimiter || isLineBreak(byte) }
}

/// The bytes that data files are made of.
extension UInt8 {
  static var quote: UInt8 { UInt8(ascii: "\"") }
  static var backslash: UInt8 { UInt8(ascii: "\\") }
  static var blank: UInt8 { UInt8(ascii: " ") }
  static var tab: UInt8 { UInt8(ascii: "\t") }
  static var lineFeed: UInt8 { UInt8(ascii: "\n") }
  static var carriageReturn: UInt8 { UInt8(ascii: "\r") }

  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
  var isWordCharacter: Bool {
    isDigit || (self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "z")) || self >= 0x80
  }
}
