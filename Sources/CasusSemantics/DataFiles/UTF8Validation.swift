/// The length of the UTF-8 sequence that starts at `offset`, or nil where none does: continuation bytes without a
/// beginning, overlong forms, surrogates, what lies beyond U+10FFFF, and sequences cut short before `end`.
func lengthOfUTF8Sequence(in bytes: [UInt8], at offset: Int, end: Int) -> Int? {
  let first = bytes[offset]
  // The range of the second byte is what rules out overlong forms and surrogates.
  let (length, second): (Int, ClosedRange<UInt8>)
  switch first {
  case 0x00...0x7F: return 1
  case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
  case 0xE0: (length, second) = (3, 0xA0...0xBF)
  case 0xED: (length, second) = (3, 0x80...0x9F)
  case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
  case 0xF0: (length, second) = (4, 0x90...0xBF)
  case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
  case 0xF4: (length, second) = (4, 0x80...0x8F)
  default: return nil
  }
  guard end - offset >= length, second ~= bytes[offset + 1] else { return nil }
  for index in offset + 2..<max(offset + 2, offset + length) where bytes[index] & 0xC0 != 0x80 { return nil }
  return length
}

/// The offset of the first byte in `range` that is no part of UTF-8, or nil if all is well.
package func offsetOfInvalidUTF8(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
  var offset = range.lowerBound
  while offset < range.upperBound {
    if bytes[offset] < 0x80 {
      offset += 1
    } else if let length = lengthOfUTF8Sequence(in: bytes, at: offset, end: range.upperBound) {
      offset += length
    } else {
      return offset
    }
  }
  return nil
}

/// How many bytes a byte order mark at the start takes: 3 or 0.
func lengthOfByteOrderMark(in bytes: [UInt8]) -> Int {
  bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
}
