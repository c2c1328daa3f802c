/// What the members of small types may be called, as bytes: comparing these is faster than looking names up.
struct SlotMembers: Sendable {
  /// More names than this are looked up.
  private static let greatestList = 32

  /// A name: its first eight bytes, as ``start(of:)`` has them, and where the others stand among those of all names.
  private struct Name: Sendable {
    var start: UInt64
    var count: Int
    var restOffset: Int
    var word: Int64
  }
  private var names: [Name] = []
  private var rests: [UInt8] = []
  /// By slot: the names of its members; none where it holds no members, or too many.
  private var namesOfSlot: [Range<Int>] = []

  init(_ layout: SlotLayout) {
    for slot in layout.slots.indices {
      let words = layout.words(of: slot)
      let first = names.count
      if words.count <= Self.greatestList {
        for (text, word) in words {
          let bytes = Array(text.utf8)
          let start = bytes.withUnsafeBytes { Self.start(of: $0[...]) }
          names.append(Name(start: start, count: bytes.count, restOffset: rests.count, word: word))
          rests += bytes.dropFirst(8)
        }
      }
      namesOfSlot.append(first..<names.count)
    }
  }

  /// The first eight of some bytes, the first of them lowest; zero behind their end.
  @inline(__always)
  static func start(of bytes: Slice<UnsafeRawBufferPointer>) -> UInt64 {
    var start: UInt64 = 0
    for byte in bytes.prefix(8).reversed() { start = start &<< 8 | UInt64(byte) }
    return start
  }

  /// The word of the member that some bytes name; nil where they are not known to name any.
  @inline(__always)
  func word(of bytes: Slice<UnsafeRawBufferPointer>, startingWith start: UInt64, _ slot: Int) -> Int64? {
    for number in namesOfSlot[slot] where names[number].start == start && names[number].count == bytes.count {
      var hasRest = true
      for place in stride(from: 8, to: bytes.count, by: 1) {
        let wanted = rests[names[number].restOffset &+ place &- 8]
        if bytes[bytes.startIndex &+ place] != wanted { hasRest = false }
      }
      if hasRest { return names[number].word }
    }
    return nil
  }
}
