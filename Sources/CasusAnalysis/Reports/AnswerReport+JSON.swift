package import CasusDiagnostics

/// Answers as JSON: the names of the members are promises.
extension AnswerReport {
  /// The version of this form; it changes when a member changes its meaning.
  private static let schema = 1

  package var json: JSONOutput { .object(members(kind: kind == .ask ? "ask" : "expect")) }

  /// - Parameter name: what kind of object it is.
  func members(kind name: String) -> [(name: String, value: JSONOutput)] {
    var members: [(name: String, value: JSONOutput)] = [
      ("schema", .number("\(AnswerReport.schema)")), ("kind", .string(name)),
      ("query", .string(query)), ("file", .string(file)), ("line", .number("\(line)")),
    ]
    if let scenario { members.append(("scenario", .string(scenario))) }
    if let accordingTo { members.append(("accordingTo", .string(accordingTo))) }
    if let asOf { members.append(("asOf", .string(asOf))) }
    members += outcome.members
    members.append(("proved", .truth(isProved)))
    if isCircular { members.append(("circular", .truth(true))) }
    if !views.isEmpty { members.append(("views", .array(views.map { $0.json }))) }
    if !openFacts.isEmpty { members.append(("openFacts", .array(openFacts.map { $0.json }))) }
    if !gaps.isEmpty { members.append(("gaps", .array(gaps.map { .string($0.reason) }))) }
    if !presumptions.isEmpty { members.append(("presumptions", .array(presumptions.map { .string($0) }))) }
    if !conflicts.isEmpty { members.append(("conflicts", .array(conflicts.map { $0.json }))) }
    if case .single(let due)? = dueDate { members.append(("dueDate", .string(due.text))) }
    if case .range(let first, let last)? = dueDate {
      let ends: [(name: String, value: JSONOutput)] = [
        ("from", first.map { .string($0.text) } ?? .null), ("to", last.map { .string($0.text) } ?? .null),
      ]
      members.append(("dueDate", .object(ends)))
    }
    if !statuses.isEmpty {
      members.append(("status", .object(statuses.map { ($0.name, .string($0.answer.rawValue)) })))
    }
    if let inEffectSince { members.append(("inEffectSince", .string(inEffectSince))) }
    if case .expect(let expected, let holds) = kind {
      members += [("expected", .string(expected)), ("holds", .truth(holds))]
    }
    return members
  }
}

extension AnswerReport.Outcome {
  /// `answer`, and beside it what the answer consists of.
  package var members: [(name: String, value: JSONOutput)] {
    let answer: (name: String, value: JSONOutput) = ("answer", .string(answerWord))
    switch self {
    case .truth: return [answer]
    case .value(let value): return [answer, ("value", value.json)]
    case .rows(let rows): return [answer, ("rows", .array(rows.map { $0.json }))]
    case .fault(let fault): return fault.message.isEmpty ? [answer] : [answer, ("fault", fault.json)]
    }
  }
}

extension ConflictReport {
  fileprivate var json: JSONOutput {
    func side(_ norm: String, _ citation: String?) -> JSONOutput {
      .object([("norm", .string(norm))] + (citation.map { [("citation", .string($0))] } ?? []))
    }
    return .object([
      ("between", .array([side(norm, citation), side(other, otherCitation)])),
      ("answer", .string(isCertain ? "true" : "unknown")),
    ])
  }
}

extension AnswerReport.Row {
  fileprivate var json: JSONOutput {
    var members: [(name: String, value: JSONOutput)] = [
      ("bindings", .object(bindings.map { ($0.name, $0.value.json) })), ("answer", .string(answer.rawValue)),
    ]
    if !isProved { members.append(("proved", .truth(false))) }
    return .object(members)
  }
}

extension AnswerReport.View {
  package var json: JSONOutput { .object([("name", .string(name))] + outcome.members) }
}

extension FaultReport {
  fileprivate var json: JSONOutput {
    .object([("message", .string(message)), ("file", .string(file)), ("line", .number("\(line)"))])
  }
}

extension OpenFactReport {
  fileprivate var json: JSONOutput {
    var members: [(name: String, value: JSONOutput)] = [("fact", .string(fact))]
    if let decidedBy { members.append(("decidedBy", .string(decidedBy))) }
    if let asks { members.append(("asks", .string(asks))) }
    if let weight { members.append(("weight", .number("\(weight)"))) }
    return .object(members)
  }
}

extension ValueReport {
  package var json: JSONOutput {
    switch self {
    case .single(let item): .object([("is", item.json)])
    case .range(let low, let high): .object([("from", low?.json ?? .null), ("to", high?.json ?? .null)])
    case .oneOf(let items): .object([("oneOf", .array(items.map { $0.json }))])
    }
  }
}

extension ItemReport {
  package var json: JSONOutput { isNumber ? .number(text) : .string(text) }
}
