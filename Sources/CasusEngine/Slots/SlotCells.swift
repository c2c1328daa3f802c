internal import CasusSemantics

/// Reads cases from rows of comma-separated values, whose columns are the slots.
///
/// Plain rows are read in one pass that makes nothing; everything else is left to the reader of data files, which says as
/// well what is wrong. Both read the same language.
package struct SlotCells: Sendable {
  private enum Kind: Sendable {
    case condition, number, member, other
  }

  private let layout: SlotLayout
  private let kinds: [Kind]
  private let members: SlotMembers

  package init(_ layout: SlotLayout) {
    self.layout = layout
    members = SlotMembers(layout)
    kinds = layout.slots.map { slot in
      switch slot.type {
      case .condition: .condition
      case .integer, .decimal: .number
      case .entity: .member
      case .text, .date, .duration: .other
      }
    }
  }

  /// Reads a row.
  ///
  /// - Returns: the offset behind its line break; nil where the row is not plain, or wrong. The case is then as far as it was
  ///   read.
  package func readPlainRow(_ bytes: [UInt8], at offset: Int, to slotCase: inout SlotCase) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      var row = PlainRow(buffer, offset)
      guard !row.isAtBlank else { return nil }
      for slot in kinds.indices {
        guard let cell = row.takeCell(isLast: slot + 1 == kinds.count),
          cell.isASCII || offsetOfInvalidUTF8(in: bytes, cell.range) == nil,
          set(slot, to: buffer[cell.range], in: &slotCase)
        else { return nil }
      }
      return row.offset
    }
  }

  /// - Returns: false where what stands there is not plain, or no value of the slot.
  @inline(__always)
  private func set(_ slot: Int, to cell: Slice<UnsafeBufferPointer<UInt8>>, in slotCase: inout SlotCase) -> Bool {
    if cell.isEmpty {
      layout.clear(slot, in: &slotCase)
      return true
    }
    switch kinds[slot] {
    case .condition:
      guard let word = Self.truth(cell) else { return false }
      slotCase.set(slot, toWord: word)
      return true
    case .number:
      guard let number = Self.number(cell) else { return false }
      return isSet { () throws(SlotFault) in try layout.set(slot, toNumber: number, in: &slotCase) }
    case .member:
      if let word = members.word(of: cell, slot) {
        slotCase.set(slot, toWord: word)
        return true
      }
    case .other: break
    }
    let text = String(decoding: cell, as: UTF8.self)
    return isSet { () throws(SlotFault) in try layout.set(slot, toText: text, in: &slotCase) }
  }

  @inline(__always)
  private static func truth(_ cell: Slice<UnsafeBufferPointer<UInt8>>) -> Int64? {
    switch cell.count {
    case 4: cell.elementsEqual("true".utf8) ? SlotWord.true : nil
    case 5: cell.elementsEqual("false".utf8) ? SlotWord.false : nil
    case 7: cell.elementsEqual("unknown".utf8) ? SlotWord.unknownTruth : nil
    default: nil
    }
  }

  /// A whole number of up to 18 digits.
  @inline(__always)
  private static func number(_ cell: Slice<UnsafeBufferPointer<UInt8>>) -> Int64? {
    let isNegative = cell.first == UInt8(ascii: "-")
    let digits = isNegative ? cell.dropFirst() : cell
    guard digits.count > 0, digits.count < 19, digits.count == 1 || digits.first != UInt8(ascii: "0") else {
      return nil
    }
    var number: Int64 = 0
    for byte in digits {
      let digit = byte &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number &* 10 &+ Int64(digit)
    }
    return isNegative ? 0 &- number : number
  }
}

/// A row of the plainest kind, while it is read.
private struct PlainRow {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var offset: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  /// A line that begins with a blank may be a blank line, which is no row.
  var isAtBlank: Bool {
    guard offset < bytes.count else { return true }
    switch bytes[offset] {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return true
    default: return false
    }
  }

  /// Where the next cell's text stands, without its quotes; moves behind what ends the cell.
  ///
  /// - Returns: nil where it is not plain: with quotes or line breaks inside, or followed by anything else.
  @inline(__always)
  mutating func takeCell(isLast: Bool) -> (range: Range<Int>, isASCII: Bool)? {
    guard offset < bytes.count else { return nil }
    let isQuoted = bytes[offset] == UInt8(ascii: "\"")
    let start = isQuoted ? offset &+ 1 : offset
    var position = start
    var union: UInt8 = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
      if byte == UInt8(ascii: ",") && !isQuoted { break }
      union |= byte
      position &+= 1
    }
    let cell = start..<position
    if isQuoted {
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return nil }
      position &+= 1
    }
    guard let end = behindCell(position, isLast: isLast) else { return nil }
    offset = end
    return (cell, union < 0x80)
  }

  /// The offset behind the comma or the line break that has to stand at a position.
  @inline(__always)
  private func behindCell(_ position: Int, isLast: Bool) -> Int? {
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    if !isLast { return byte == UInt8(ascii: ",") ? position &+ 1 : nil }
    if byte == UInt8(ascii: "\n") { return position &+ 1 }
    guard byte == UInt8(ascii: "\r"), position &+ 1 < bytes.count, bytes[position &+ 1] == UInt8(ascii: "\n") else {
      return nil
    }
    return position &+ 2
  }
}
