import CasusDiagnostics

/// Scenarios and tables.
extension Parser {
  /// scenario = "scenario" TEXT "{" [ as-of ] { assert | ask | expect } "}" ;
  mutating func parseScenario() -> ScenarioDeclaration {
    advance()
    let title = parseText("a title")
    var scenario = ScenarioDeclaration(title: title, asOf: nil, statements: [])
    guard let block = openBlock({ $0.isAt(.as) || $0.isAtStatement }) else { return scenario }
    var clauses = ClauseSequence.scenario
    while isInsideBlock {
      let start = position
      if isAt(.as) {
        enterClause(0, of: &clauses)
        let date = parseAsOf()
        scenario.asOf = scenario.asOf ?? date
      } else {
        if parseItem(into: &scenario.statements, of: .scenario) { passClauses(of: &clauses) }
      }
      if isPanicking { recover(from: start) }
    }
    closeBlock(block)
    return scenario
  }

  private var isAtStatement: Bool { isAt(.assert) || isAt(.deny) || isAt(.ask) || isAt(.expect) }

  /// table = "table" TEXT "{" { row } "}" ;
  mutating func parseTable() -> TableDeclaration {
    advance()
    var table = TableDeclaration(path: parseText("the path of a data file"), rows: [])
    guard let block = openBlock({ $0.isAt(.assert) || $0.isAt(.deny) }) else { return table }
    while isInsideBlock {
      let start = position
      if isAt(.assert) || isAt(.deny) {
        table.rows.append(parseRow())
      } else if beginsItem(at: position) {
        // A `}` is missing: what comes next stands outside the table.
        break
      }
      if !isPanicking, isInsideBlock, !isAt(.assert), !isAt(.deny), !beginsItem(at: position) {
        failExpecting("`assert`, `deny` or `}`")
        position += 1
      }
      if isPanicking { recover(from: start) }
    }
    closeBlock(block)
    return table
  }

  /// row = ( "assert" | "deny" ) call [ "is" column ] [ "on" column ] [ "from" column ] [ "until" column ]
  ///     [ "according" "to" column ] [ "when" expression ] ;
  private mutating func parseRow() -> TableDeclaration.Row {
    let start = position
    let polarity: Polarity = isAt(.deny) ? .deny : .assert
    advance()
    var row = TableDeclaration.Row(
      polarity: polarity, call: parseCall("what is told"), value: nil, on: nil, from: nil, until: nil,
      accordingTo: nil, when: nil, span: span(from: start))
    var clauses = ClauseSequence.row
    while parseOptionalClause(of: &row, &clauses) {}
    row.span = span(from: start)
    return row
  }

  private mutating func parseOptionalClause(
    of row: inout TableDeclaration.Row, _ clauses: inout ClauseSequence
  ) -> Bool {
    switch current {
    case .keyword(.is): parseColumn(0, of: &clauses, into: &row.value)
    case .keyword(.on): parseColumn(1, of: &clauses, into: &row.on)
    case .keyword(.from): parseColumn(2, of: &clauses, into: &row.from)
    case .keyword(.until): parseColumn(3, of: &clauses, into: &row.until)
    case .keyword(.according): parseColumn(4, of: &clauses, into: &row.accordingTo)
    case .keyword(.when):
      enterClause(5, of: &clauses)
      advance()
      let condition = parseExpression()
      row.when = row.when ?? condition
    default: return false
    }
    return true
  }

  /// column = name ;
  private mutating func parseColumn(_ index: Int, of clauses: inout ClauseSequence, into column: inout Name?) {
    enterClause(index, of: &clauses)
    let isView = isAt(.according)
    advance()
    if isView { expect(.to, for: " and the name of a column") }
    let name = parseName("the name of a column")
    column = column ?? name
  }
}
