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
    bytes.withUnsafeBytes { buffer in
      var row = PlainRow(buffer, offset)
      guard !row.isAtBlank else { return nil }
      for slot in kinds.indices {
        guard let cell = row.takeCell(isLast: slot + 1 == kinds.count),
          cell.isASCII || offsetOfInvalidUTF8(in: bytes, cell.range) == nil,
          set(slot, to: cell, of: buffer, in: &slotCase)
        else { return nil }
      }
      return row.offset
    }
  }

  /// - Returns: false where what stands there is not plain, or no value of the slot.
  @inline(__always)
  private func set(
    _ slot: Int, to cell: PlainRow.Cell, of bytes: UnsafeRawBufferPointer, in slotCase: inout SlotCase
  ) -> Bool {
    if cell.range.isEmpty {
      layout.clear(slot, in: &slotCase)
      return true
    }
    switch kinds[slot] {
    case .condition:
      guard let word = Self.truth(cell) else { return false }
      slotCase.set(slot, toWord: word)
      return true
    case .number:
      guard let number = Self.shortNumber(cell) ?? Self.number(bytes[cell.range]) else { return false }
      return isSet { () throws(SlotFault) in try layout.set(slot, toNumber: number, in: &slotCase) }
    case .member:
      if let word = members.word(of: bytes[cell.range], startingWith: cell.word, slot) {
        slotCase.set(slot, toWord: word)
        return true
      }
    case .other: break
    }
    let text = String(decoding: bytes[cell.range], as: UTF8.self)
    return isSet { () throws(SlotFault) in try layout.set(slot, toText: text, in: &slotCase) }
  }

  /// The words are compared as the numbers that their bytes are, the first lowest.
  @inline(__always)
  private static func truth(_ cell: PlainRow.Cell) -> Int64? {
    switch (cell.range.count, cell.word) {
    case (4, 0x6575_7274): SlotWord.true
    case (5, 0x65_736C_6166): SlotWord.false
    case (7, 0x6E_776F_6E6B_6E75): SlotWord.unknownTruth
    default: nil
    }
  }

  /// A whole number of up to eight digits: all are checked at once, then joined by twos, by fours and by eights.
  @inline(__always)
  private static func shortNumber(_ cell: PlainRow.Cell) -> Int64? {
    let count = cell.range.count
    guard count <= 8, count == 1 || cell.word & 0xFF != 0x30 else { return nil }
    // Zeros before it make it eight digits long.
    var digits = (cell.word &<< UInt64(64 &- 8 &* count)) | (0x3030_3030_3030_3030 >> UInt64(8 &* count))
    let carried = digits &+ 0x0606_0606_0606_0606
    // A digit has three in its upper half, and still has it when six are added.
    let upper: UInt64 = 0xF0F0_F0F0_F0F0_F0F0
    guard digits & upper == 0x3030_3030_3030_3030, carried & upper == 0x3030_3030_3030_3030 else { return nil }
    digits &= 0x0F0F_0F0F_0F0F_0F0F
    digits = (digits &* 10 &+ digits &>> 8) & 0x00FF_00FF_00FF_00FF
    digits = (digits &* 100 &+ digits &>> 16) & 0x0000_FFFF_0000_FFFF
    return Int64(truncatingIfNeeded: (digits &* 10_000 &+ digits &>> 32) & 0xFFFF_FFFF)
  }

  /// A whole number of up to 18 digits.
  @inline(__always)
  private static func number(_ cell: Slice<UnsafeRawBufferPointer>) -> Int64? {
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
