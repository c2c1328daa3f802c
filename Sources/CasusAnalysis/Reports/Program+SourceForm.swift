import CasusDiagnostics
import CasusFormatting
package import CasusSemantics
import CasusSyntax

/// Values and cases as a program would write them.
extension Program {
  package func sourceForm(of value: Value) -> String {
    switch value {
    case .number(let number): return number.description
    case .text(let text): return quoted(text)
    case .date(let moment): return moment.description
    case .duration(let duration): return duration.description
    case .entity(let entity): return spelling(of: self[entity].name)
    }
  }

  /// A value as people read it, without what only a parser needs.
  package func displayForm(of value: Value) -> String {
    switch value {
    case .entity(let entity): self[entity].name
    default: sourceForm(of: value)
    }
  }

  /// A case as one would state it: `approves(FederationCouncil, aid_to: DPRK)`.
  /// - Parameter arguments: nil is `any`.
  package func sourceForm(of declaration: DeclarationID, _ arguments: [Value?]) -> String {
    var form = ""
    for part in declarations[declaration.index].qualifiedName.utf8.split(separator: UInt8(ascii: ".")) {
      form += (form.isEmpty ? "" : ".") + spelling(of: String(Substring(part)))
    }
    var isFirst = true
    for (parameter, argument) in zip(parameters(of: declaration), arguments) {
      form += isFirst ? "(" : ", "
      isFirst = false
      if let label = parameter.label { form += label + ": " }
      form += argument.map { sourceForm(of: $0) } ?? "any"
    }
    return isFirst ? form : form + ")"
  }

  /// A case that is definite; the core has no conversion from a list of values to one of optional values.
  package func sourceForm(of declaration: DeclarationID, _ arguments: [Value]) -> String {
    let definite: [Value?] = arguments.map { Optional($0) }
    return sourceForm(of: declaration, definite)
  }

  package func sourceForm(of expectation: Expectation) -> String {
    switch expectation {
    case .truth(let truth): truth ? "true" : "false"
    case .unknown: "unknown"
    case .contested: "contested"
    case .value(let value): sourceForm(of: value)
    case .range(let low, let high): rangeForm(low, high)
    }
  }

  /// A range; an end that is nil is open.
  package func rangeForm(_ low: Value?, _ high: Value?) -> String {
    (low.map { sourceForm(of: $0) } ?? "") + ".." + (high.map { sourceForm(of: $0) } ?? "")
  }

  private func spelling(of name: String) -> String {
    CasusFormatting.spelling(ofName: name)
  }
}

/// A text as a literal of the language.
package func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case _ where scalar.isDeceptive: result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
