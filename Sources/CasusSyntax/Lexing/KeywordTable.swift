/// Finds a keyword by its letters without making a string of them first.
///
/// Every keyword has at most twelve letters from `a` to `z`, so five bits a letter fit one integer.
enum KeywordTable {
  static let byPackedSpelling: [UInt64: Keyword] = {
    var table: [UInt64: Keyword] = [:]
    for keyword in Keyword.allCases {
      if let packed = pack(keyword.rawValue.utf8) { table[packed] = keyword }
    }
    return table
  }()

  /// The letters as one integer, or nil where they cannot be those of a keyword.
  static func pack(_ letters: some Collection<UInt8>) -> UInt64? {
    guard letters.count <= 12 else { return nil }
    var packed: UInt64 = 0
    for letter in letters {
      guard letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "z") else { return nil }
      packed = packed << 5 | UInt64(letter &- UInt8(ascii: "a") &+ 1)
    }
    return packed
  }
}

/// Whether a word can be a name as it stands, as far as its bytes alone tell: letters, digits and underscores of ASCII, and
/// no keyword. Of other words only the lexer can tell.
package func isSimpleName(_ word: String.UTF8View) -> Bool {
  for (position, byte) in word.enumerated() {
    let isLetter = byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
    let isDigit = byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    guard isLetter || position > 0 && (isDigit || byte == UInt8(ascii: "_")) else { return false }
  }
  return KeywordTable.pack(word).map { KeywordTable.byPackedSpelling[$0] == nil } ?? !word.isEmpty
}
