internal import CasusSemantics

/// Reads cases from rows of comma-separated values, whose columns are the slots.
///
/// Plain rows are read in one pass that makes nothing; everything else is left to the reader of data files, which says as
/// well what is wrong. Both read the same language.
package struct SlotCells: Sendable {
  /// How a cell of a slot is read.
  private struct Rule: Sendable {
    enum Kind: Sendable {
      case condition, number, member
      /// By looking into the program.
      case other
    }
    var kind: Kind
    var unknownWord: Int64
  }

  /// Why cells are read no further.
  private enum Stop {
    case end
    /// This cell comes to no word at once.
    case cell(PlainRow.Cell)
    case notPlain
  }

  private let layout: SlotLayout
  private let rules: [Rule]
  private let members: SlotMembers

  package init(_ layout: SlotLayout) {
    self.layout = layout
    members = SlotMembers(layout)
    rules = layout.slots.enumerated().map { number, slot in
      let kind: Rule.Kind =
        switch slot.type {
        case .condition: .condition
        case .integer, .decimal: layout.admitsAllNumbers(number) ? .number : .other
        case .entity: .member
        case .text, .date, .duration: .other
        }
      return Rule(kind: kind, unknownWord: SlotWord.unknown(slot.type))
    }
  }

  /// Reads a row.
  ///
  /// - Returns: the offset behind its line break; nil where the row is not plain, or wrong. The case is then as far as it was
  ///   read.
  package func readPlainRow(_ bytes: [UInt8], at offset: Int, to slotCase: inout SlotCase) -> Int? {
    bytes.withUnsafeBytes { buffer in
      var row = PlainRow(buffer, offset)
      guard !row.isAtBlank, slotCase.words.count >= rules.count else { return nil }
      slotCase.forgetValues()
      var slot = 0
      while true {
        switch readWords(&row, from: &slot, bytes, buffer, to: &slotCase) {
        case .end: return row.offset
        case .notPlain: return nil
        case .cell(let cell):
          let text = String(decoding: buffer[cell.range], as: UTF8.self)
          guard isSet({ () throws(SlotFault) in try layout.set(slot, toText: text, in: &slotCase) }) else { return nil }
          slot += 1
        }
      }
    }
  }

  /// Reads cells from a slot on, as long as they come to words.
  private func readWords(
    _ row: inout PlainRow, from slot: inout Int, _ bytes: [UInt8], _ buffer: UnsafeRawBufferPointer,
    to slotCase: inout SlotCase
  ) -> Stop {
    rules.withUnsafeBufferPointer { rules in
      slotCase.words.withUnsafeMutableBufferPointer { words in
        while slot < rules.count {
          guard let cell = row.takeCell(isLast: slot &+ 1 == rules.count),
            cell.isASCII || offsetOfInvalidUTF8(in: bytes, cell.range) == nil
          else { return .notPlain }
          guard let word = word(of: cell, slot, rules[slot], buffer) else {
            return rules[slot].kind == .condition || rules[slot].kind == .number ? .notPlain : .cell(cell)
          }
          words[slot] = word
          slot &+= 1
        }
        return .end
      }
    }
  }

  /// What a cell comes to; nil where it does not at once, or is wrong.
  @inline(__always)
  private func word(of cell: PlainRow.Cell, _ slot: Int, _ rule: Rule, _ bytes: UnsafeRawBufferPointer) -> Int64? {
    switch rule.kind {
    case .condition: return Self.truth(cell)
    case _ where cell.range.isEmpty: return rule.unknownWord
    case .number: return Self.shortNumber(cell) ?? Self.number(bytes[cell.range])
    case .member: return members.word(of: bytes[cell.range], startingWith: cell.word, slot)
    case .other: return nil
    }
  }

  /// The words are compared as the numbers that their bytes are, the first lowest. Without a branch on which of them it is,
  /// since nobody can foresee that.
  @inline(__always)
  private static func truth(_ cell: PlainRow.Cell) -> Int64? {
    let count = cell.range.count
    let holds: Int64 = count == 4 && cell.word == 0x6575_7274 ? 1 : 0
    let fails: Int64 = count == 5 && cell.word == 0x65_736C_6166 ? 1 : 0
    let isOpen: Int64 = count == 0 || count == 7 && cell.word == 0x6E_776F_6E6B_6E75 ? 1 : 0
    // True has both bits, unknown the lower one.
    return holds | fails | isOpen == 0 ? nil : holds &* 3 | isOpen
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
