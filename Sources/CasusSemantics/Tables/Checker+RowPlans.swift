import CasusDiagnostics
import CasusSyntax

/// Resolving the lines of a `table` against the columns of its data file.
extension Checker {
  /// The columns of a data file by name.
  struct Columns {
    let names: [String]
    private var positions: [String: Int] = [:]

    init(_ names: [String]) {
      self.names = names
      for (position, name) in names.enumerated() where positions[name] == nil { positions[name] = position }
    }

    subscript(_ name: String) -> Int? { positions[name] }
  }

  mutating func plan(_ row: TableDeclaration.Row, _ columns: Columns, _ context: Context) -> RowPlan? {
    guard let declaration = resolveTold(row.call, in: context.scope) else { return nil }
    let parameters = program[declaration].parameters
    guard matches(row.call, parameters, of: declaration) else { return nil }
    let arguments = planArguments(of: row, parameters, columns, context)
    let value = column(row.value, columns)
    let on = column(row.on, columns)
    let from = column(row.from, columns)
    let until = column(row.until, columns)
    let accordingTo = column(row.accordingTo, columns)
    var when: CellCondition?
    var isWhole = true
    if let expression = row.when {
      when = cellCondition(expression, columns, context.scope)
      isWhole = when != nil
    }
    guard let arguments, let value, let on, let from, let until, let accordingTo, isWhole else { return nil }
    let isEvent = program.isEvent(declaration)
    let isOccurrence = isEvent && row.polarity == .assert
    guard isSound(row, of: declaration, isEvent: isEvent, isOccurrence: isOccurrence) else { return nil }
    return RowPlan(
      polarity: row.polarity, declaration: declaration, parameters: parameters, arguments: arguments, value: value,
      on: on, from: from, until: until, accordingTo: accordingTo, when: when, type: resultType(of: declaration),
      domain: valueDomain(of: declaration), isOccurrence: isOccurrence)
  }

  /// The column of a clause: nil inside where there is no such clause, nil outside where there is no such column.
  private mutating func column(_ name: Name?, _ columns: Columns) -> Int?? {
    guard let name else { return .some(nil) }
    if let column = columns[name.text] { return .some(column) }
    reportUnknownColumn(name, columns)
    return nil
  }

  mutating func reportUnknownColumn(_ name: Name, _ columns: Columns) {
    guard !name.isMissing else { return }
    let suggestion = suggestions.allows(columns.names.count) ? nearest(to: name.text, among: columns.names) : nil
    report(
      .unknownColumn, "the data file has no column `\(name.text)`", at: name.span,
      notes: suggestion.map { ["did you mean `\($0)`?"] }
        ?? ["its columns are \(columns.names.prefix(20).map { "`\($0)`" }.joined(separator: ", "))"],
      fixes: suggestion.map { [Fix(title: "write `\($0)`", span: name.span, replacement: $0)] } ?? [])
  }

  /// Bare names are columns; where there is no such column, an entity of that name is meant.
  private mutating func planArguments(
    of row: TableDeclaration.Row, _ parameters: [CheckedParameter], _ columns: Columns, _ context: Context
  ) -> [RowPlan.Argument]? {
    var arguments: [RowPlan.Argument] = []
    for (argument, parameter) in zip(row.call.arguments ?? [], parameters) {
      guard let expression = argument.value else {
        if admitsAny(argument.span, row.polarity, parameter) { arguments.append(.any) }
        continue
      }
      if let name = expression.bareName {
        if let column = columns[name.text] {
          arguments.append(.column(column))
          continue
        }
        guard names.entry(name.text, from: context.scope) != nil else {
          reportUnknownColumn(name, columns)
          continue
        }
      }
      let type = valueType(of: parameter.domain)
      if let value = constant(expression, of: type, in: parameter.domain, scope: context.scope) {
        arguments.append(.constant(value))
      }
    }
    return arguments.count == parameters.count ? arguments : nil
  }

  /// Whether the clauses go with what is told, as they must in a statement.
  private mutating func isSound(
    _ row: TableDeclaration.Row, of declaration: DeclarationID, isEvent: Bool, isOccurrence: Bool
  ) -> Bool {
    let type = resultType(of: declaration)
    if type != .condition, row.polarity == .deny || row.value == nil {
      let message =
        row.polarity == .deny
        ? "a value is asserted, not denied" : "`\(row.call.path.text)` has a value: say `is` and which column"
      report(.toldValue, message, at: row.call.span)
      return false
    }
    if let value = row.value, row.polarity == .deny || isEvent {
      report(.toldValue, "`assert` or `deny` says already what is told", at: value.span)
      return false
    }
    if let on = row.on, !isOccurrence {
      report(.misplacedTime, "`on` tells when an event happened; here a period belongs", at: on.span)
      return false
    }
    if let period = row.from ?? row.until, isOccurrence {
      report(.misplacedTime, "an event happens at a moment and has no period: write `on`", at: period.span)
      return false
    }
    return true
  }
}

extension Expression {
  /// The name, where it is nothing but a name.
  var bareName: Name? {
    guard case .call(let call) = kind, call.arguments == nil, call.path.names.count == 1 else { return nil }
    return call.path.names.first
  }
}
