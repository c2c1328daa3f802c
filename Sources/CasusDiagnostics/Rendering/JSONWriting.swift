/// A JSON object of members whose values are JSON already, in the order given.
func jsonObject(_ members: [(name: String, value: String)]) -> String {
  "{" + joined(members.map { jsonString($0.name) + ": " + $0.value }) + "}"
}

/// A JSON array of elements that are JSON already.
func jsonArray(_ elements: [String]) -> String {
  "[" + joined(elements) + "]"
}

/// A JSON string. What could command a terminal is escaped, required or not, for the output may be shown on one.
func jsonString(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case _ where scalar.isDeceptive:
      for unit in UTF16.encode(scalar) ?? UTF16.EncodedScalar() { result += "\\u" + fourDigits(unit) }
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

private func fourDigits(_ unit: UInt16) -> String {
  let digits = String(unit, radix: 16, uppercase: true)
  return String(repeating: "0", count: 4 - digits.utf8.count) + digits
}

private func joined(_ parts: [String]) -> String {
  var result = ""
  for part in parts {
    if !result.isEmpty { result += ", " }
    result += part
  }
  return result
}
