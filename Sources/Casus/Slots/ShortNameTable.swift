/// Finds slots by names that stand in the two words of a `String` itself, as those of up to fifteen bytes do.
///
/// Texts whose words are the same are the same text, however texts are laid out: so no byte is looked at, and nothing is
/// counted. That other words may still be the same name is for others to see.
struct ShortNameTable: Sendable {
  private struct Entry {
    var first: UInt64 = 0
    var second: UInt64 = 0
    /// -1: nothing stands here.
    var slot: Int32 = -1
  }

  private let entries: [Entry]
  private let shift: UInt64
  /// Whose words stand in the table, so that they remain what they are.
  private let names: [String]

  init(_ names: [String]) {
    self.names = names
    var bits = 4
    while 1 << bits < 4 * names.count { bits += 1 }
    shift = UInt64(64 - bits)
    var entries = [Entry](repeating: Entry(), count: 1 << bits)
    for (slot, name) in names.enumerated() {
      guard let (first, second) = Self.words(name) else { continue }
      var place = Self.place(first, second, shift)
      while entries[place].slot >= 0 { place = (place + 1) & (entries.count - 1) }
      entries[place] = Entry(first: first, second: second, slot: Int32(slot))
    }
    self.entries = entries
  }

  /// The slot of a name; nil where the words of none are the same.
  @inline(__always)
  subscript(_ name: String) -> Int? {
    guard let (first, second) = Self.words(name) else { return nil }
    var place = Self.place(first, second, shift)
    while true {
      let entry = entries[place]
      if entry.slot < 0 { return nil }
      if entry.first == first, entry.second == second { return Int(entry.slot) }
      place = (place &+ 1) & (entries.count &- 1)
    }
  }

  /// The two words of a text; nil on machines on which it has others.
  @inline(__always)
  private static func words(_ text: String) -> (UInt64, UInt64)? {
    guard MemoryLayout<String>.size == MemoryLayout<(UInt64, UInt64)>.size else { return nil }
    return unsafeBitCast(text, to: (UInt64, UInt64).self)
  }

  @inline(__always)
  private static func place(_ first: UInt64, _ second: UInt64, _ shift: UInt64) -> Int {
    let mixed = (first &* 0x9E37_79B9_7F4A_7C15) ^ (second &* 0xC2B2_AE3D_27D4_EB4F)
    let spread = (mixed ^ (mixed &>> 29)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: spread &>> shift)
  }
}
