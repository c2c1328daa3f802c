import CasusSyntax

/// Statements, questions, and the clauses they share with other items.
extension CanonicalPrinter {
  static func layout(_ statement: ToldStatement) -> Layout {
    var parts: [Layout] = []
    switch statement.value {
    case .told(let value): parts.append(prefixed("is ", layout(value)))
    case .oneOf(let values): parts.append(.bracketed("in {", values.map { layout($0) }, "}"))
    case nil: break
    }
    if let on = statement.on {
      parts.append(.text("on " + on.first.text + (on.last.map { ".." + $0.text } ?? "")))
    }
    if let period = statement.period { parts.append(.text(spelling(of: period))) }
    if !statement.accordingTo.isEmpty {
      let names = statement.accordingTo.map { Layout.text(spelling(of: $0)) }
      parts.append(.group(.sequence([.text("according to "), .nested(.joined(names, by: ","))])))
    }
    if let source = statement.source { parts.append(prefixed("source ", layout(text: source.value))) }
    let word = statement.polarity == .assert ? "assert " : "deny "
    return clauses(prefixed(word, layout(statement.call)), parts)
  }

  static func layout(_ expect: ExpectStatement) -> Layout {
    let question = layout(expect.expression, .sum, .comparison)
    let head = Layout.sequence([.text("expect "), question, .text(" is "), layout(expect.expected)])
    return clauses(head, frame(expect.asOf, expect.accordingTo))
  }

  static func frame(_ asOf: Literal?, _ view: Path?) -> [Layout] {
    let moment = asOf.map { [Layout.text("as of " + $0.text)] } ?? []
    return moment + (view.map { [Layout.text("according to " + spelling(of: $0))] } ?? [])
  }

  static func spelling(of period: Period) -> String {
    let from = period.from.map { ["from " + $0.text] } ?? []
    return (from + (period.until.map { ["until " + $0.text] } ?? [])).joined(separator: " ")
  }

  static func layout(_ row: TableDeclaration.Row) -> Layout {
    var parts: [Layout] = []
    if let column = row.value { parts.append(.text("is " + spelling(of: column))) }
    if let column = row.on { parts.append(.text("on " + spelling(of: column))) }
    if let column = row.from { parts.append(.text("from " + spelling(of: column))) }
    if let column = row.until { parts.append(.text("until " + spelling(of: column))) }
    if let column = row.accordingTo { parts.append(.text("according to " + spelling(of: column))) }
    if let condition = row.when { parts.append(prefixed("when ", layout(condition))) }
    return clauses(prefixed(row.polarity == .assert ? "assert " : "deny ", layout(row.call)), parts)
  }
}
