extension Lexer {
  /// Whatever begins with a byte outside ASCII: a name, blanks, a character with no meaning here, or no UTF-8 at all.
  mutating func scanBeyondASCII() -> TokenKind {
    guard let (scalar, length) = scalar(at: position) else {
      skipBytesThatAreNoUTF8()
      return .unknown
    }
    if scalar.properties.isXIDStart { return scanWord() }
    let isByteOrderMark = position == 0 && scalar == "\u{FEFF}"
    position += length
    if isByteOrderMark { return .whitespace }
    if scalar.properties.isWhitespace { return scanWhitespace() }
    while let (next, nextLength) = self.scalar(at: position), next == scalar { position += nextLength }
    return .unknown
  }

  /// Letters, digits and marks of any script, and underscores.
  mutating func skipNameCharacters() {
    while let byte = peek() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        position += 1
      case 0x80...:
        guard let (scalar, length) = scalar(at: position), scalar.properties.isXIDContinue else { return }
        position += length
      default:
        return
      }
    }
  }

  /// The first run of bytes between two places that are no UTF-8.
  func bytesThatAreNoUTF8(from start: Int, to end: Int) -> Range<Int>? {
    var index = start
    while index < end {
      if bytes[index] < 0x80 {
        index += 1
      } else if let (_, length) = scalar(at: index) {
        index += length
      } else {
        let first = index
        while index < end, scalar(at: index) == nil { index += 1 }
        return first..<index
      }
    }
    return nil
  }

  private mutating func skipBytesThatAreNoUTF8() {
    while position < bytes.count, scalar(at: position) == nil { position += 1 }
  }

  /// The character whose encoding begins at `index`, or nil where the bytes there are no UTF-8.
  func scalar(at index: Int) -> (Unicode.Scalar, length: Int)? {
    guard index < bytes.count else { return nil }
    let first = bytes[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length: Int
    let leastValue: UInt32
    switch first {
    case 0xC2...0xDF: (length, leastValue) = (2, 0x80)
    case 0xE0...0xEF: (length, leastValue) = (3, 0x800)
    case 0xF0...0xF4: (length, leastValue) = (4, 0x10000)
    default: return nil
    }
    guard index + length <= bytes.count else { return nil }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for byte in bytes[(index + 1)..<(index + length)] {
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    // Longer encodings than needed, surrogates and values beyond Unicode are no characters.
    guard value >= leastValue, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }
}
