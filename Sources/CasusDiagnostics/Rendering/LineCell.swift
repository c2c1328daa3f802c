/// One character of a source line as a terminal shows it.
struct LineCell: Equatable {
  /// What is printed: the character, its escape where it is deceptive, blanks for a tab.
  var text: String
  /// The columns that takes; never 0, so that a mark can point at it.
  var width: Int
  /// The bytes of the source it stands for.
  var start: Int
  var end: Int
}

/// Tabs are printed as blanks up to the next multiple of this column: how wide a real one is, is the terminal's whim.
private let tabStop = 4

/// The cells of a stretch of one line, bytes that are no UTF-8 shown as `\xFF`.
func cells(of line: ArraySlice<UInt8>) -> [LineCell] {
  var result: [LineCell] = []
  var column = 0
  func append(_ text: String, width: Int, length: Int, at start: Int) {
    result.append(LineCell(text: text, width: width, start: start, end: start + length))
    column += width
  }
  var offset = line.startIndex
  while offset < line.endIndex {
    let validEnd = endOfValidUTF8(in: line, from: offset)
    for character in String(decoding: line[offset..<validEnd], as: UTF8.self) {
      let length = character.utf8.count
      let (text, width) = shown(character, at: column)
      append(text, width: width, length: length, at: offset)
      offset += length
    }
    if validEnd < line.endIndex {
      append("\\x" + twoDigits(line[validEnd]), width: 4, length: 1, at: validEnd)
    }
    offset = validEnd + 1
  }
  return result
}

/// How a character is printed when it starts at a column, and how wide.
private func shown(_ character: Character, at column: Int) -> (text: String, width: Int) {
  if character == "\t" {
    let width = tabStop - column % tabStop
    return (blanks(width), width)
  }
  let width = character.terminalWidth
  // A mark without a letter to stand on has no column, or would join the character printed before it.
  let isInvisible = width == 0
  var text = ""
  for scalar in character.unicodeScalars {
    if isInvisible || scalar.isDeceptive {
      text += scalar.escaped
    } else {
      text.unicodeScalars.append(scalar)
    }
  }
  return (text, max(1, text.terminalWidth))
}

private func twoDigits(_ byte: UInt8) -> String {
  (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
}

/// The offset of the first byte, at `offset` or behind it, that is no part of well-formed UTF-8; else the end.
private func endOfValidUTF8(in bytes: ArraySlice<UInt8>, from offset: Int) -> Int {
  var offset = offset
  while offset < bytes.endIndex {
    let length = scalarLength(in: bytes, at: offset)
    if length == 0 { break }
    offset += length
  }
  return offset
}

/// How many bytes the scalar at `offset` takes, or 0 if none is well-formed there (Unicode, table 3-7).
private func scalarLength(in bytes: ArraySlice<UInt8>, at offset: Int) -> Int {
  let first = bytes[offset]
  if first < 0x80 { return 1 }
  let length: Int
  var second: ClosedRange<UInt8> = 0x80...0xBF
  switch first {
  case 0xC2...0xDF: length = 2
  case 0xE0...0xEF:
    length = 3
    if first == 0xE0 { second = 0xA0...0xBF }  // shorter forms are forbidden
    if first == 0xED { second = 0x80...0x9F }  // so are surrogates
  case 0xF0...0xF4:
    length = 4
    if first == 0xF0 { second = 0x90...0xBF }
    if first == 0xF4 { second = 0x80...0x8F }  // and what lies beyond U+10FFFF
  default: return 0
  }
  guard bytes.endIndex - offset >= length, second.contains(bytes[offset + 1]) else { return 0 }
  for index in (offset + 2)..<max(offset + 2, offset + length) where !(0x80...0xBF).contains(bytes[index]) { return 0 }
  return length
}
