/// Texts and numbers: what a JSON token is made of.
extension JSONTokenizer {
  /// Moves behind the text whose quote stands at `offset`; returns whether it has escapes.
  mutating func skipText() throws(DataProblem) -> Bool {
    let start = offset
    var hasEscapes = false
    offset = endOfPlainText(from: offset + 1)
    while offset < end {
      switch bytes[offset] {
      case .quote:
        offset += 1
        return hasEscapes
      case .backslash:
        hasEscapes = true
        try skipEscape()
      case 0..<0x20: throw problem(.controlCharacterInText, length: 1)
      default:
        guard let length = lengthOfUTF8Sequence(in: bytes, at: offset, end: end) else {
          throw problem(.invalidUTF8, length: 1)
        }
        offset += length
      }
      offset = endOfPlainText(from: offset)
    }
    throw DataProblem(.unterminatedText, start: start, end: start + 1, line: line)
  }

  /// The first byte from `start` on that is more than a plain character of ASCII.
  private func endOfPlainText(from start: Int) -> Int {
    var position = start
    while position < end {
      let byte = bytes[position]
      if byte == .quote || byte == .backslash || byte < 0x20 || byte >= 0x80 { break }
      position += 1
    }
    return position
  }

  private mutating func skipEscape() throws(DataProblem) {
    guard offset + 1 < end else { throw problem(.invalidEscape, length: 1) }
    switch bytes[offset + 1] {
    case .quote, .backslash, UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
      UInt8(ascii: "r"), UInt8(ascii: "t"):
      offset += 2
    case UInt8(ascii: "u"):
      guard let unit = codeUnit(at: offset) else { throw problem(.invalidEscape, length: 2) }
      switch unit {
      case 0xD800...0xDBFF:
        guard let low = codeUnit(at: offset + 6), 0xDC00...0xDFFF ~= low else {
          throw problem(.loneSurrogate, length: 6)
        }
        offset += 12
      case 0xDC00...0xDFFF: throw problem(.loneSurrogate, length: 6)
      default: offset += 6
      }
    default: throw problem(.invalidEscape, length: 2)
    }
  }

  /// The number in the escape `\uXXXX` at `start`, or nil where none stands.
  private func codeUnit(at start: Int) -> UInt32? {
    guard start + 6 <= end, bytes[start] == .backslash, bytes[start + 1] == UInt8(ascii: "u") else { return nil }
    var unit: UInt32 = 0
    for byte in bytes[start + 2..<start + 6] {
      let lowercase = byte | 0x20
      let digit: UInt8
      if byte.isDigit {
        digit = byte - UInt8(ascii: "0")
      } else if lowercase >= UInt8(ascii: "a"), lowercase <= UInt8(ascii: "f") {
        digit = lowercase - UInt8(ascii: "a") + 10
      } else {
        return nil
      }
      unit = unit << 4 | UInt32(digit)
    }
    return unit
  }

  /// Moves behind a number: `-`, an integer without leading zeros, a fraction, an exponent.
  mutating func skipNumber() throws(DataProblem) {
    let start = offset
    if isAt("-") { offset += 1 }
    var isWellFormed = isAt("0") ? skipDigits(atMost: 1) : skipDigits()
    if isAt(".") {
      offset += 1
      isWellFormed = skipDigits() && isWellFormed
    }
    if isAt("e") || isAt("E") {
      offset += 1
      if isAt("+") || isAt("-") { offset += 1 }
      isWellFormed = skipDigits() && isWellFormed
    }
    // What touches a number belongs to it: `01`, `1.2.3` and `12x` are no numbers with something behind.
    while offset < end, bytes[offset].isWordCharacter || isAt(".") || isAt("+") || isAt("-") {
      isWellFormed = false
      offset += 1
    }
    if !isWellFormed { throw DataProblem(.malformedNumber, start: start, end: offset, line: line) }
  }

  /// Moves over digits; returns whether there was one.
  private mutating func skipDigits(atMost count: Int = .max) -> Bool {
    let start = offset
    while offset < end, offset - start < count, bytes[offset].isDigit { offset += 1 }
    return offset > start
  }

  private func problem(_ kind: DataProblem.Kind, length: Int) -> DataProblem {
    DataProblem(kind, start: offset, end: min(offset + length, end), line: line)
  }
}

/// What tokens mean.
extension JSONTokenizer {
  /// The text that a key or text token stands for.
  func text(of token: JSONToken) -> String {
    let content = bytes[token.start + 1..<token.end - 1]
    switch token.kind {
    case .key(hasEscapes: true), .text(hasEscapes: true): return unescaped(content)
    default: return String(decoding: content, as: UTF8.self)
    }
  }

  /// The number of a number token, as written.
  func numberText(of token: JSONToken) -> String {
    String(decoding: bytes[token.start..<token.end], as: UTF8.self)
  }

  private func unescaped(_ content: ArraySlice<UInt8>) -> String {
    var text = ""
    var position = content.startIndex
    while position < content.endIndex {
      var runEnd = position
      while runEnd < content.endIndex, bytes[runEnd] != .backslash { runEnd += 1 }
      text += String(decoding: bytes[position..<runEnd], as: UTF8.self)
      position = runEnd
      if position < content.endIndex {
        let (scalar, length) = scalarOfEscape(at: position)
        text.unicodeScalars.append(scalar)
        position += length
      }
    }
    return text
  }

  /// The character of an escape that ``skipText()`` has let pass, and how many bytes it takes.
  private func scalarOfEscape(at start: Int) -> (Unicode.Scalar, length: Int) {
    switch bytes[start + 1] {
    case UInt8(ascii: "b"): return ("\u{8}", 2)
    case UInt8(ascii: "f"): return ("\u{C}", 2)
    case UInt8(ascii: "n"): return ("\n", 2)
    case UInt8(ascii: "r"): return ("\r", 2)
    case UInt8(ascii: "t"): return ("\t", 2)
    case UInt8(ascii: "u"):
      let unit = codeUnit(at: start) ?? 0xFFFD
      guard 0xD800...0xDBFF ~= unit, let low = codeUnit(at: start + 6) else {
        return (Unicode.Scalar(unit) ?? "\u{FFFD}", 6)
      }
      return (Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low & 0x3FF)) ?? "\u{FFFD}", 12)
    default: return (Unicode.Scalar(bytes[start + 1]), 2)
    }
  }
}
