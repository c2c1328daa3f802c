internal import CasusSemantics

/// Reads cases written as JSON objects, whose keys are the names of slots.
///
/// Plain objects, without escapes and with whole numbers, are read in one pass that makes nothing; everything else goes
/// to the reader of data files, which says as well what is wrong. Both read the same language.
package struct SlotJSON: Sendable {
  package let layout: SlotLayout
  /// Whether a slot that has no key is unknown, and no mistake.
  package let allowsMissingKeys: Bool
  /// The names in quotes, as plain objects have them.
  fileprivate let keys: [[UInt8]]
  private let slots: [String: Int]
  fileprivate let members: SlotMembers

  package init(_ layout: SlotLayout, allowsMissingKeys: Bool) {
    self.layout = layout
    self.allowsMissingKeys = allowsMissingKeys
    // A name that JSON has to escape would be found where it does not stand.
    let arePlain = layout.names.allSatisfy { $0.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C } }
    keys = layout.names.map { arePlain ? Array("\"\($0)\"".utf8) : [] }
    var slots: [String: Int] = [:]
    for (slot, name) in layout.names.enumerated() where slots[name] == nil { slots[name] = slot }
    self.slots = slots
    members = SlotMembers(layout)
  }

  /// Reads an object into a case of which nothing is known.
  package func read(_ bytes: [UInt8], in range: Range<Int>, line: Int, to slotCase: inout SlotCase) throws(SlotFault) {
    let isRead = bytes.withUnsafeBufferPointer { buffer in
      var plain = PlainObject(buffer, range)
      return plain.read(self, to: &slotCase)
    }
    if !isRead { try readAnything(bytes, range, line, to: &slotCase) }
  }

  private func readAnything(
    _ bytes: [UInt8], _ range: Range<Int>, _ line: Int, to slotCase: inout SlotCase
  ) throws(SlotFault) {
    let result = JSONReader.read(bytes, in: range, line: line)
    if let problem = result.problems.first { throw SlotFault(problem.message) }
    guard case .object(let members)? = result.root?.value else { throw SlotFault("an object is wanted here") }
    var isSet = [Bool](repeating: false, count: keys.count)
    for member in members {
      guard let slot = slots[member.key] else { throw SlotFault("no slot is called `\(member.key)`") }
      isSet[slot] = true
      try set(slot, to: member.value.value, in: &slotCase)
    }
    for slot in isSet.indices where !isSet[slot] {
      if !allowsMissingKeys { throw SlotFault("the key `\(layout.names[slot])` is missing") }
      layout.clear(slot, in: &slotCase)
    }
  }

  private func set(_ slot: Int, to value: JSONValue, in slotCase: inout SlotCase) throws(SlotFault) {
    switch value {
    case .null: layout.clear(slot, in: &slotCase)
    case .truth(let truth): try layout.set(slot, toTruth: truth, in: &slotCase)
    case .number(let text):
      guard let number = try? Rational(numberText: text) else {
        throw SlotFault("`\(layout.names[slot])`: `\(text)` does not fit in 64 bits")
      }
      try layout.set(slot, to: .number(number), in: &slotCase)
    case .text(let text): try layout.set(slot, toText: text, in: &slotCase)
    case .array, .object: throw SlotFault("`\(layout.names[slot])`: one value is wanted here")
    }
  }
}

/// An object of the plainest kind, while it is read.
private struct PlainObject {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset: Int
  private let end: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.bytes = bytes
    offset = range.lowerBound
    end = range.upperBound
  }

  /// - Returns: false where the object is not plain, or wrong; the case is then as far as it was read.
  mutating func read(_ reader: SlotJSON, to slotCase: inout SlotCase) -> Bool {
    let keys = reader.keys
    guard keys.count <= 64, keys.allSatisfy({ !$0.isEmpty }), take(UInt8(ascii: "{")) else { return false }
    var read: UInt64 = 0
    var expected = 0
    repeat {
      guard let slot = takeKey(keys, expected), read >> UInt64(slot) & 1 == 0, take(UInt8(ascii: ":")) else {
        return false
      }
      read |= 1 << UInt64(slot)
      guard takeValue(slot, reader, &slotCase) else { return false }
      expected = slot + 1
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { return false }
    skipBlanks()
    guard offset == end else { return false }
    if read.nonzeroBitCount == keys.count { return true }
    guard reader.allowsMissingKeys else { return false }
    for slot in keys.indices where read >> UInt64(slot) & 1 == 0 { reader.layout.clear(slot, in: &slotCase) }
    return true
  }

  @inline(__always)
  private mutating func skipBlanks() {
    while offset < end {
      let byte = bytes[offset]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      offset &+= 1
    }
  }

  /// Moves behind a sign and the blanks before it.
  @inline(__always)
  private mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard offset < end, bytes[offset] == byte else { return false }
    offset &+= 1
    return true
  }

  /// Keys mostly come in the order of the slots.
  @inline(__always)
  private mutating func takeKey(_ keys: [[UInt8]], _ expected: Int) -> Int? {
    skipBlanks()
    if expected < keys.count, isAt(keys[expected]) {
      offset &+= keys[expected].count
      return expected
    }
    for slot in keys.indices where isAt(keys[slot]) {
      offset &+= keys[slot].count
      return slot
    }
    return nil
  }

  /// Eight bytes at a time, the last of them twice where that is needed.
  @inline(__always)
  private func isAt(_ key: [UInt8]) -> Bool {
    guard key.count <= end &- offset, let base = bytes.baseAddress else { return false }
    let found = UnsafeRawPointer(base + offset)
    return key.withUnsafeBytes { key in
      if key.count < 8 { return key.indices.allSatisfy { key[$0] == found.load(fromByteOffset: $0, as: UInt8.self) } }
      var difference: UInt64 = 0
      for position in stride(from: 0, to: key.count &- 8, by: 8) { difference |= Self.difference(found, key, position) }
      return difference | Self.difference(found, key, key.count &- 8) == 0
    }
  }

  @inline(__always)
  private static func difference(_ found: UnsafeRawPointer, _ key: UnsafeRawBufferPointer, _ position: Int) -> UInt64 {
    found.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      ^ key.loadUnaligned(fromByteOffset: position, as: UInt64.self)
  }

  @inline(__always)
  private mutating func takeValue(_ slot: Int, _ reader: SlotJSON, _ slotCase: inout SlotCase) -> Bool {
    let layout = reader.layout
    skipBlanks()
    guard offset < end else { return false }
    switch bytes[offset] {
    case UInt8(ascii: "t"):
      return takeWord("true")
        && isSet { () throws(SlotFault) in
          try layout.set(slot, toTruth: true, in: &slotCase)
        }
    case UInt8(ascii: "f"):
      return takeWord("false")
        && isSet { () throws(SlotFault) in
          try layout.set(slot, toTruth: false, in: &slotCase)
        }
    case UInt8(ascii: "n"):
      layout.clear(slot, in: &slotCase)
      return takeWord("null")
    case UInt8(ascii: "\""): return takeText(slot, reader, &slotCase)
    default: return takeNumber(slot, layout, &slotCase)
    }
  }

  @inline(__always)
  private mutating func takeWord(_ word: StaticString) -> Bool {
    guard word.utf8CodeUnitCount <= end &- offset else { return false }
    for position in 0..<word.utf8CodeUnitCount where bytes[offset &+ position] != word.utf8Start[position] {
      return false
    }
    offset &+= word.utf8CodeUnitCount
    return isAtEndOfValue
  }

  @inline(__always)
  private var isAtEndOfValue: Bool {
    guard offset < end else { return false }
    switch bytes[offset] {
    case UInt8(ascii: ","), UInt8(ascii: "}"), 0x20, 0x0A, 0x0D, 0x09: return true
    default: return false
    }
  }

  /// A whole number of up to 18 digits.
  @inline(__always)
  private mutating func takeNumber(_ slot: Int, _ layout: SlotLayout, _ slotCase: inout SlotCase) -> Bool {
    let isNegative = bytes[offset] == UInt8(ascii: "-")
    if isNegative { offset &+= 1 }
    let start = offset
    var number: Int64 = 0
    while offset < end, offset &- start < 19 {
      let digit = bytes[offset] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      number = number &* 10 &+ Int64(digit)
      offset &+= 1
    }
    let count = offset &- start
    guard count > 0, count < 19, isAtEndOfValue, count == 1 || bytes[start] != UInt8(ascii: "0") else { return false }
    let value = isNegative ? -number : number
    return isSet { () throws(SlotFault) in try layout.set(slot, toNumber: value, in: &slotCase) }
  }

  /// A text of plain ASCII.
  private mutating func takeText(_ slot: Int, _ reader: SlotJSON, _ slotCase: inout SlotCase) -> Bool {
    let start = offset &+ 1
    var position = start
    while position < end, bytes[position] != UInt8(ascii: "\"") {
      let byte = bytes[position]
      if byte < 0x20 || byte >= 0x80 || byte == UInt8(ascii: "\\") { return false }
      position &+= 1
    }
    guard position < end else { return false }
    offset = position &+ 1
    guard isAtEndOfValue else { return false }
    let text = UnsafeRawBufferPointer(bytes)[start..<position]
    if let word = reader.members.word(of: text, startingWith: SlotMembers.start(of: text), slot) {
      slotCase.set(slot, toWord: word)
      return true
    }
    return isSet { () throws(SlotFault) in
      try reader.layout.set(slot, toText: String(decoding: text, as: UTF8.self), in: &slotCase)
    }
  }
}
