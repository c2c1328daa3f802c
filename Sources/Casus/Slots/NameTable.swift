/// Finds slots by their names. Dictionaries of the standard library list their keys in an order of their own and hash them
/// against attackers, which takes longer than all else that is done with a case.
struct NameTable: Sendable {
  private let shortNames: ShortNameTable
  private let names: [[UInt8]]
  /// Slots by the hashes of their names, with free places between them; -1: none.
  private let places: [Int32]
  private let shift: UInt64

  init(_ names: [String]) {
    shortNames = ShortNameTable(names)
    self.names = names.map { Array($0.utf8) }
    var bits = 4
    while 1 << bits < 4 * names.count { bits += 1 }
    let shift = UInt64(64 - bits)
    self.shift = shift
    var places = [Int32](repeating: -1, count: 1 << bits)
    for (slot, name) in self.names.enumerated() {
      var place = name.withUnsafeBytes { Self.hash($0, shift) }
      while places[place] >= 0 { place = (place + 1) & (places.count - 1) }
      places[place] = Int32(slot)
    }
    self.places = places
  }

  /// The slot of a name; nil where none is written so, byte by byte.
  @inline(__always)
  subscript(_ name: String) -> Int? { shortNames[name] ?? slot(ofLong: name) }

  private func slot(ofLong name: String) -> Int? {
    var name = name
    return name.withUTF8 { bytes in
      let bytes = UnsafeRawBufferPointer(bytes)
      var place = Self.hash(bytes, shift)
      while places[place] >= 0 {
        let slot = Int(places[place])
        if names[slot].count == bytes.count, names[slot].withUnsafeBytes({ Self.areEqual($0, bytes) }) { return slot }
        place = (place &+ 1) & (places.count &- 1)
      }
      return nil
    }
  }

  /// The first and the last eight bytes decide; names that agree in both are told apart by comparing.
  @inline(__always)
  private static func hash(_ bytes: UnsafeRawBufferPointer, _ shift: UInt64) -> Int {
    var first: UInt64 = 0
    var last: UInt64 = 0
    if bytes.count >= 8 {
      first = bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
      last = bytes.loadUnaligned(fromByteOffset: bytes.count &- 8, as: UInt64.self)
    } else {
      for byte in bytes { first = first &<< 8 | UInt64(byte) }
    }
    let mixed = (first &* 0x9E37_79B9_7F4A_7C15) ^ (last &+ UInt64(bytes.count)) &* 0xC2B2_AE3D_27D4_EB4F
    let spread = (mixed ^ (mixed &>> 29)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: spread &>> shift)
  }

  /// Whether as many bytes are the same: eight at a time, the last of them twice where that is needed.
  @inline(__always)
  private static func areEqual(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    if left.count < 8 { return left.elementsEqual(right) }
    var difference: UInt64 = 0
    var position = 0
    while position < left.count &- 8 {
      difference |= Self.difference(left, right, position)
      position &+= 8
    }
    return difference | Self.difference(left, right, left.count &- 8) == 0
  }

  @inline(__always)
  private static func difference(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer, _ position: Int)
    -> UInt64
  {
    left.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      ^ right.loadUnaligned(fromByteOffset: position, as: UInt64.self)
  }
}
