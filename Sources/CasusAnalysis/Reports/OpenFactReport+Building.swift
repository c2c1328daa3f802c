package import CasusEngine
package import CasusSemantics

/// What people are told of a case of a fact: the question to put, who decides it, what things are called.
extension ReportBuilder {
  package func openFact(_ open: OpenFact) -> OpenFactReport {
    OpenFactReport(
      fact: program.sourceForm(of: open.declaration, open.arguments),
      decidedBy: decider(of: open.declaration, open.arguments),
      asks: question(of: open.declaration, open.arguments.map { Optional($0) }),
      weight: open.weight, question: sentence(askingFor: open))
  }

  /// The question that the program puts to people, or one made from the declaration.
  package func sentence(askingFor open: OpenFact) -> String {
    if let asks = question(of: open.declaration, open.arguments.map { Optional($0) }) { return asks }
    let form = program.sourceForm(of: open.declaration, open.arguments)
    switch program[open.declaration].kind {
    case .event: return "Has \(form) happened?"
    case .fact(let details) where details.type != .condition: return "What is \(form)?"
    default: return "Does \(form) hold?"
    }
  }

  /// What a reply about a fact that has a value must be; nil for a condition and for events.
  package func valueForm(of declaration: DeclarationID) -> String? {
    guard case .fact(let details) = program[declaration].kind else { return nil }
    switch details.type {
    case .condition: return nil
    case .integer: return "a whole number, or a range such as 10..20"
    case .decimal: return "a number, or a range such as 0.5..0.75"
    case .date: return "a date, or a range of dates"
    case .duration: return "a duration, such as 48 hours"
    case .text: return "a text in quotation marks"
    case .entity(let type):
      let members = program[type].members.prefix(8).map { program[$0].name }
      return "one of " + members.joined(separator: ", ") + (program[type].members.count > 8 ? ", …" : "")
    }
  }

  /// Who decides a case of a fact or an event.
  func decider(of declaration: DeclarationID, _ arguments: [Value]) -> String? {
    switch program[declaration].kind {
    case .fact(let details), .event(let details):
      switch details.decider {
      case .entity(let entity): return program[entity].name
      case .parameter(let position) where arguments.indices.contains(position):
        return program.displayForm(of: arguments[position])
      default: return nil
      }
    default: return nil
    }
  }

  /// The question to put to people about a case of a fact or an event.
  /// - Parameter arguments: nil for any value.
  func question(of declaration: DeclarationID, _ arguments: [Value?]) -> String? {
    switch program[declaration].kind {
    case .fact(let details), .event(let details):
      details.asks.map { filled($0, program[declaration].parameters, arguments) }
    default: nil
    }
  }

  /// The question with each `{parameter}` replaced by what it stands for, in words for people.
  private func filled(_ question: String, _ parameters: [CheckedParameter], _ arguments: [Value?]) -> String {
    var result = ""
    var rest = Substring(question)
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      result += rest[..<open]
      let name = rest[rest.utf8.index(after: open)..<close]
      if let position = parameters.firstIndex(where: { $0.name == name }), arguments.indices.contains(position) {
        let domain = program.name(of: parameters[position].domain)
        result += arguments[position].map { program.label(of: $0) } ?? "any " + domain
      } else {
        result += rest[open...close]
      }
      rest = rest[rest.utf8.index(after: close)...]
    }
    return result + rest
  }
}

extension Program {
  /// The type or the set that something ranges over, by name.
  func name(of domain: DomainReference) -> String {
    switch domain {
    case .type(.entity(let type)): self[type].name
    case .type(.integer): "Int"
    case .type(.decimal): "Decimal"
    case .type(.text): "Text"
    case .type(.date): "Date"
    case .type(.duration): "Duration"
    case .type(.condition): "condition"
    case .set(let set): self[set].name
    case .parties: "Party"
    }
  }

  func label(of value: Value) -> String {
    switch value {
    case .entity(let entity): self[entity].label ?? self[entity].name
    case .text(let text): text
    default: sourceForm(of: value)
    }
  }
}
