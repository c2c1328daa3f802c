import CasusDiagnostics

/// The heads of declarations.
extension Parser {
  /// parameters = "(" [ parameter { "," parameter } ] ")" ;
  mutating func parseOptionalParameters() -> [Parameter] {
    let opening = position
    guard consume(.leftParenthesis) else { return [] }
    var parameters: [Parameter] = []
    if current != .rightParenthesis {
      repeat { parameters.append(parseParameter()) } while consumeComma(beforeElement: { $0.isAtParameter })
    }
    expectClosing(.rightParenthesis, ")", opening: opening)
    return parameters
  }

  /// Whether what comes next is a parameter rather than something behind the list of them.
  private var isAtParameter: Bool {
    isWord(at: 0) && (peek() == .colon || isWord(at: 1) && peek(2) == .colon)
  }

  /// parameter = ( label name | label | "_" name ) ":" path ;
  mutating func parseParameter() -> Parameter {
    let start = position
    guard isWord(at: 0) else {
      failExpecting("a parameter, such as `_ state: State`")
      let nothing = Name("", at: endOfPrevious)
      return Parameter(label: nothing, name: nothing, type: Path([nothing]), span: nothing.span)
    }
    let (label, name) = parseLabelAndName()
    let type = parseTypeOfParameter(name)
    return Parameter(label: label, name: name, type: type, span: span(from: start))
  }

  private mutating func parseLabelAndName() -> (label: Name?, name: Name) {
    if current == .name, currentText == "_" {
      advance()
      return (nil, parseName("a name for the parameter"))
    }
    let label = parseLabel()
    return isWord(at: 0) ? (label, parseName("a name for the parameter")) : (label, label)
  }

  private mutating func parseTypeOfParameter(_ name: Name) -> Path {
    let expected = "the type of the parameter"
    if consume(.colon) { return parsePath(expected) }
    if isAtName {
      reportMissingColon(before: currentText)
      return parsePath(expected)
    }
    report(.colonMissing, "expected `:` and \(expected) `\(name.text)`, found \(describeCurrent())")
    return Path([Name("", at: endOfPrevious)])
  }

  private mutating func reportMissingColon(before word: String) {
    report(
      .colonMissing, "a `:` is missing before `\(word)`",
      fixes: [Fix(title: "write a colon", span: endOfPrevious, replacement: ":")])
  }

  /// Consumes `:`, or reports that it is missing; reading goes on where a name follows all the same.
  mutating func expectColon(before expected: String) {
    if consume(.colon) { return }
    guard isAtName else {
      fail(.colonMissing, "expected `:` and \(expected), found \(describeCurrent())")
      return
    }
    reportMissingColon(before: currentText)
  }
}
