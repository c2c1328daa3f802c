import CasusDiagnostics

/// What a text literal means: escapes read, each line break with the blanks around it folded to one space.
package struct DecodedText {
  enum Fault { case escape, notUTF8 }

  package private(set) var value = ""
  /// What is wrong with it, by offsets in the source.
  private(set) var faults: [(fault: Fault, start: Int, end: Int)] = []

  private let bytes: [UInt8]
  private let end: Int
  private var index: Int
  private var output: [UInt8] = []
  /// How many of the last bytes put out are blanks that stood there as such, and so go with a line break behind them.
  private var pendingBlanks = 0

  /// - Parameters:
  ///   - bytes: the whole source.
  ///   - start: the offset behind the opening quote.
  ///   - end: the offset of the closing quote, or the end of a text that has none.
  package init(_ bytes: [UInt8], from start: Int, to end: Int) {
    self.bytes = bytes
    self.end = min(end, bytes.count)
    index = start
    while index < self.end { decodeNext() }
    value = String(decoding: output, as: UTF8.self)
  }

  private mutating func decodeNext() {
    switch bytes[index] {
    case UInt8(ascii: "\\"): decodeEscape()
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): foldLineBreak()
    case UInt8(ascii: " "), UInt8(ascii: "\t"):
      put(bytes[index...index])
      pendingBlanks += 1
    case 0x80...: decodeBeyondASCII()
    default:
      put(bytes[index...index])
      pendingBlanks = 0
    }
  }

  private mutating func put(_ slice: ArraySlice<UInt8>) {
    output.append(contentsOf: slice)
    index += slice.count
  }

  private mutating func foldLineBreak() {
    output.removeLast(min(pendingBlanks, output.count))
    pendingBlanks = 0
    while index < end, bytes[index] == UInt8(ascii: " ") || (bytes[index] >= 0x09 && bytes[index] <= 0x0D) {
      index += 1
    }
    output.append(UInt8(ascii: " "))
  }

  private mutating func decodeBeyondASCII() {
    let start = index
    pendingBlanks = 0
    if let (_, length) = Lexer(bytes).scalar(at: index), index + length <= end {
      put(bytes[index..<(index + length)])
      return
    }
    while index < end, Lexer(bytes).scalar(at: index) == nil { index += 1 }
    faults.append((.notUTF8, start, index))
  }

  private mutating func decodeEscape() {
    let start = index
    pendingBlanks = 0
    index += 1
    guard index < end else { return }
    switch bytes[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): put(bytes[index...index])
    case UInt8(ascii: "n"):
      output.append(UInt8(ascii: "\n"))
      index += 1
    case UInt8(ascii: "u"):
      index += 1
      decodeScalar(from: start)
    default:
      index += Lexer(bytes).scalar(at: index)?.length ?? 1
      faults.append((.escape, start, min(index, end)))
    }
  }

  /// `{…}` with one to eight hexadecimal digits, behind `\u`.
  private mutating func decodeScalar(from start: Int) {
    var value: UInt32 = 0
    var digits = 0
    var isClosed = false
    if index < end, bytes[index] == UInt8(ascii: "{") {
      index += 1
      while index < end, digits < 8, let digit = Self.hexadecimal(bytes[index]) {
        value = value << 4 | digit
        digits += 1
        index += 1
      }
      isClosed = index < end && bytes[index] == UInt8(ascii: "}")
      if isClosed { index += 1 }
    }
    guard isClosed, digits > 0, let scalar = Unicode.Scalar(value) else {
      faults.append((.escape, start, index))
      return
    }
    output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}
