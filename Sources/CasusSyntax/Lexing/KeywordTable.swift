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
