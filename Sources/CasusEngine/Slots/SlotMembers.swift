/// What the members of small types may be called, as bytes: comparing these is faster than looking names up.
struct SlotMembers: Sendable {
  /// More names than this are looked up.
  private static let greatestList = 32

  private struct Name: Sendable {
    var bytes: [UInt8]
    var word: Int64
  }
  /// By slot; empty where it holds no members, or too many.
  private let names: [[Name]]

  init(_ layout: SlotLayout) {
    var names: [[Name]] = []
    for slot in layout.slots.indices {
      let words = layout.words(of: slot)
      names.append(words.count > Self.greatestList ? [] : words.map { Name(bytes: Array($0.key.utf8), word: $0.value) })
    }
    self.names = names
  }

  /// The word of the member that some bytes name; nil where they are not known to name any.
  @inline(__always)
  func word(of bytes: Slice<UnsafeBufferPointer<UInt8>>, _ slot: Int) -> Int64? {
    for name in names[slot] where name.bytes.count == bytes.count && name.bytes.elementsEqual(bytes) {
      return name.word
    }
    return nil
  }
}
