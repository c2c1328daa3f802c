/// Appends `text` as a JSON string, quotes included.
///
/// Only what must be escaped is: quotes, backslashes and control characters. All else stays as it is, in UTF-8.
package func appendJSONString(_ text: String, to output: inout String) {
  output += "\""
  if text.utf8.contains(where: needsEscape) {
    for scalar in text.unicodeScalars { appendEscaped(scalar, to: &output) }
  } else {
    output += text
  }
  output += "\""
}

private func needsEscape(_ byte: UInt8) -> Bool {
  byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
}

private func appendEscaped(_ scalar: Unicode.Scalar, to output: inout String) {
  switch scalar {
  case "\"": output += "\\\""
  case "\\": output += "\\\\"
  case "\n": output += "\\n"
  case "\r": output += "\\r"
  case "\t": output += "\\t"
  case "\u{8}": output += "\\b"
  case "\u{C}": output += "\\f"
  case "\u{0}"..<"\u{20}":
    output += scalar.value < 0x10 ? "\\u000" : "\\u00"
    output += String(scalar.value, radix: 16)
  default: output.unicodeScalars.append(scalar)
  }
}
