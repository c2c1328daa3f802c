extension Lexer {
  /// integer = digits ; decimal = digits "." digits ; date = see ``scanDate``
  mutating func scanNumber() -> TokenKind {
    if let length = dateLength() {
      position += length
      scanTimeOfDay()
      return .date
    }
    skipDigits()
    guard isAt("."), isDigit(1) else { return .integer }
    position += 1
    skipDigits()
    return .decimal
  }

  /// Digits, with single or repeated underscores between them.
  private mutating func skipDigits() {
    while true {
      if isDigit(0) {
        position += 1
      } else if let length = underscoresBeforeDigit() {
        position += length
      } else {
        return
      }
    }
  }

  /// How many underscores stand here, if a digit follows them; otherwise they begin a name.
  private func underscoresBeforeDigit() -> Int? {
    var length = 0
    while isAt("_", length) { length += 1 }
    return length > 0 && isDigit(length) ? length : nil
  }

  /// The length of `dddd-dd-dd`, if that stands here and no further digit behind it.
  private func dateLength() -> Int? {
    for distance in 0..<10 {
      let isSeparator = distance == 4 || distance == 7
      guard isSeparator ? isAt("-", distance) : isDigit(distance) else { return nil }
    }
    return isDigit(10) ? nil : 10
  }

  /// `Thh:mm` and `Z` or `±hh:mm`. What only resembles it is taken too: the parser says what is wrong with it.
  private mutating func scanTimeOfDay() {
    guard isAt("T"), isDigit(1) else { return }
    position += 1
    while isDigit(0) || ((isAt(":") || isAt(".")) && isDigit(1)) { position += 1 }
    if isAt("Z") {
      position += 1
    } else if isAt("+") || isAt("-"), isDigit(1), isDigit(2), isAt(":", 3), isDigit(4), isDigit(5) {
      position += 6
    }
  }

  /// `"…"` over as many lines as it takes; a backslash protects what follows it.
  mutating func scanText() -> TokenKind {
    position += 1
    while let byte = peek() {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return .text
      case UInt8(ascii: "\\") where position < bytes.count: position += 1
      default: break
      }
    }
    return .unterminatedText
  }
}
