/// Appends `text` as a JSON string in UTF-8, quotes included.
///
/// Only what must be escaped is: quotes, backslashes and control characters. All else stays as it is.
package func appendJSONString(_ text: String, to output: inout [UInt8]) {
  output.append(UInt8(ascii: "\""))
  let start = output.count
  output.append(contentsOf: text.utf8)
  if output[start...].contains(where: needsEscape) {
    output.removeLast(output.count - start)
    for byte in text.utf8 { appendEscaped(byte, to: &output) }
  }
  output.append(UInt8(ascii: "\""))
}

private func needsEscape(_ byte: UInt8) -> Bool {
  byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
}

/// All that has to be escaped is ASCII, and no part of any other character.
private func appendEscaped(_ byte: UInt8, to output: inout [UInt8]) {
  guard needsEscape(byte) else { return output.append(byte) }
  output.append(UInt8(ascii: "\\"))
  switch byte {
  case UInt8(ascii: "\n"): output.append(UInt8(ascii: "n"))
  case UInt8(ascii: "\r"): output.append(UInt8(ascii: "r"))
  case UInt8(ascii: "\t"): output.append(UInt8(ascii: "t"))
  case 0x8: output.append(UInt8(ascii: "b"))
  case 0xC: output.append(UInt8(ascii: "f"))
  case 0x0..<0x20:
    output.append(contentsOf: (byte < 0x10 ? "u000" : "u00").utf8)
    output.append(contentsOf: String(byte, radix: 16).utf8)
  default: output.append(byte)
  }
}
