/// JSON as it is written: members in the order given.
package enum JSONOutput: Sendable, Equatable {
  case null
  case truth(Bool)
  /// As it stands: a number.
  case number(String)
  case string(String)
  case array([JSONOutput])
  case object([(name: String, value: JSONOutput)])

  package static func == (left: JSONOutput, right: JSONOutput) -> Bool { left.text == right.text }

  /// On one line, with a blank behind each comma and colon.
  package var text: String {
    var result = ""
    write(to: &result)
    return result
  }

  private func write(to result: inout String) {
    switch self {
    case .null: result += "null"
    case .truth(let truth): result += truth ? "true" : "false"
    case .number(let digits): result += digits
    case .string(let text): appendJSONString(text, to: &result)
    case .array(let elements):
      result += "["
      for (position, element) in elements.enumerated() {
        if position > 0 { result += ", " }
        element.write(to: &result)
      }
      result += "]"
    case .object(let members):
      result += "{"
      for (position, member) in members.enumerated() {
        if position > 0 { result += ", " }
        appendJSONString(member.name, to: &result)
        result += ": "
        member.value.write(to: &result)
      }
      result += "}"
    }
  }
}
