import CasusDiagnostics

/// Explanations as JSON: the names of the members are promises.
extension Explanation {
  /// One object, on one line: the answer, and the argument as a tree.
  ///
  /// The tree is written from a stack of its own: an argument may be as deep as rules are chained.
  package var json: String {
    var text = String(JSONOutput.object(answer.members(kind: "explanation")).text.dropLast())
    text += ", \"tree\": "
    var closing: [String] = []
    var open = nodes.isEmpty ? [] : [(number: 0, isFirst: true, depth: 0)]
    while let next = open.popLast() {
      while closing.count > next.depth { text += closing.removeLast() }
      if !next.isFirst { text += ", " }
      text += String(nodes[next.number].json(number: next.number).text.dropLast()) + ", \"because\": ["
      closing.append("]}")
      for (position, child) in nodes[next.number].because.enumerated().reversed() {
        open.append((child, position == 0, next.depth + 1))
      }
    }
    return text + closing.reversed().joined() + (nodes.isEmpty ? "null}" : "}")
  }
}

extension ExplanationNode {
  fileprivate func json(number: Int) -> JSONOutput {
    var members: [(name: String, value: JSONOutput)] = [
      ("id", .string("n\(number + 1)")), ("is", .string(kind.rawValue)),
    ]
    if let role { members.append(("role", .string(role.rawValue))) }
    members.append(("text", .string(text)))
    if let sentence { members.append(("sentence", .string(sentence))) }
    if let note { members.append(("note", .string(note))) }
    members += answer.members
    if let at { members.append(("at", .string(at))) }
    if let citation { members.append(("citation", citation.json)) }
    members.append(("place", place.json))
    if let first = statements.first { members.append(("statement", first.json)) }
    if statements.count > 1 { members.append(("statements", .array(statements.map { $0.json }))) }
    if !accordingTo.isEmpty { members.append(("accordingTo", .array(accordingTo.map { .string($0) }))) }
    if let decidedBy { members.append(("decidedBy", .string(decidedBy))) }
    if let weight { members.append(("weight", .number("\(weight)"))) }
    if cases > 1 { members.append(("cases", .number("\(cases)"))) }
    if more > 0 { members.append(("more", .number("\(more)"))) }
    if let see { members.append(("see", .string("n\(see + 1)"))) }
    return .object(members)
  }
}

extension ExplanationNode.Citation {
  fileprivate var json: JSONOutput {
    var members: [(name: String, value: JSONOutput)] = [("instrument", .string(instrument))]
    if let title { members.append(("title", .string(title))) }
    if let article { members.append(("article", .string(article))) }
    if let words { members.append(("words", .string(words))) }
    return .object(members)
  }
}

extension ExplanationNode.Place {
  fileprivate var json: JSONOutput {
    .object([("file", .string(file)), ("line", .number("\(line)")), ("column", .number("\(column)"))])
  }
}

extension ExplanationNode.Statement {
  fileprivate var json: JSONOutput {
    var members: [(name: String, value: JSONOutput)] = []
    if !accordingTo.isEmpty { members.append(("accordingTo", .array(accordingTo.map { .string($0) }))) }
    if let source { members.append(("source", .string(source))) }
    if let from { members.append(("from", .string(from))) }
    if let until { members.append(("until", .string(until))) }
    if let on { members.append(("on", .string(on))) }
    members.append(("place", place.json))
    return .object(members)
  }
}
