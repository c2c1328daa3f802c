import CasusDiagnostics
import CasusSyntax

/// Records of facts become statements.
extension Checker {
  mutating func statement(_ record: FactRecord, _ source: SourceID) throws(CellFault) -> CheckedStatement {
    let (path, written) = try parse(record.fact)
    let declaration = try declaration(path, at: record.fact)
    if written != nil, record.arguments != nil {
      throw CellFault(.wrongFacts, "the arguments stand in `fact` or in `args`, not in both", at: record.fact)
    }
    let arguments = try self.arguments(
      record.arguments?.map { ($0.key, $0.cell) } ?? written ?? [], of: declaration, isCall: record.arguments == nil,
      at: record.fact)
    let told = try self.told(record, of: declaration)
    try requireNamed(arguments, told, at: record.fact)
    let time = try self.time(record, of: declaration, told)
    var views: [EntityID] = []
    var seen: Set<EntityID> = []
    for cell in record.accordingTo {
      let view = try view(of: cell)
      if seen.insert(view).inserted { views.append(view) }
    }
    return CheckedStatement(
      declaration: declaration, arguments: arguments, told: told, time: time, views: views,
      source: record.source?.written,
      span: SourceSpan(source: source, start: record.fact.start, end: record.fact.end))
  }

  /// The path of a fact, with its arguments where it is written as a call; one that is nil is `any`.
  func parse(_ cell: DataCell) throws(CellFault) -> (Path, [(key: String?, cell: DataCell?)]?) {
    guard let text = cell.written else { throw CellFault(.wrongFacts, "the name of a fact is wanted here", at: cell) }
    let parsed = parseQuery(
      SourceText(name: "", text: text), id: SourceID(0), limits: ParserLimits(maximumDepth: limits.maximumDepth))
    guard !parsed.hasErrors, case .call(let call) = parsed.expression.kind else {
      throw CellFault(.wrongFacts, "`\(text)` is not the name of a fact, nor a call of one", at: cell)
    }
    var arguments: [(key: String?, cell: DataCell?)] = []
    for argument in call.arguments ?? [] {
      guard let value = argument.value else {
        arguments.append((argument.label?.text, nil))
        continue
      }
      guard let content = value.cellContent else {
        throw CellFault(.wrongFacts, "an argument is a literal or the name of an entity", at: cell)
      }
      arguments.append((argument.label?.text, DataCell(content, start: cell.start, end: cell.end)))
    }
    return (call.path, call.arguments == nil ? nil : arguments)
  }

  mutating func declaration(_ path: Path, at cell: DataCell) throws(CellFault) -> DeclarationID {
    var symbol: SymbolTable.Symbol?
    for (index, name) in path.names.enumerated() {
      if index == 0 {
        symbol = names.own(name.text, in: .program)?.symbol ?? uniqueQualified(name.text)?.symbol
      } else if case .instrument(let instrument)? = symbol {
        symbol = names.own(name.text, in: names.scope(of: instrument))?.symbol
      } else {
        symbol = nil
      }
    }
    guard case .declaration(let declaration)? = symbol else {
      let known = program.declarations.compactMap { suitsFacts($0.kind) ? $0.qualifiedName : nil }
      let suggestion = suggestions.allows(known.count) ? nearest(to: path.text, among: known) : nil
      throw CellFault(.wrongFacts, "no fact, event or rule is named `\(path.text)`", at: cell, suggestion: suggestion)
    }
    guard suitsFacts(program[declaration].kind) else {
      let what = describe(program[declaration].kind)
      throw CellFault(.notTold, "`\(path.text)` is \(what): it follows from what is told", at: cell)
    }
    return declaration
  }

  private func suitsFacts(_ kind: CheckedDeclaration.Kind) -> Bool {
    switch kind {
    case .fact, .event, .rule: true
    case .definition, .exception, .norm: false
    }
  }

  /// One value for each parameter: found by label, else by name where it has none; in a list or a call by place. One that
  /// is nil is `any`.
  mutating func arguments(
    _ given: [(key: String?, cell: DataCell?)], of declaration: DeclarationID, isCall: Bool, at cell: DataCell
  ) throws(CellFault) -> [Value?] {
    let parameters = program[declaration].parameters
    let form = callForm(program[declaration].qualifiedName, parameters)
    guard given.count == parameters.count else {
      throw CellFault(
        .wrongArguments, "`\(form)` has \(parameters.count) arguments, and \(given.count) are given", at: cell)
    }
    let isByKey = !isCall && given.contains { $0.key != nil }
    var values: [Value?] = []
    for (index, parameter) in parameters.enumerated() {
      let argument = isByKey ? given.first { $0.key == parameter.label ?? parameter.name } : given[index]
      guard let argument, !isCall || argument.key == parameter.label else {
        throw CellFault(.wrongArguments, "`\(form)` is called with other arguments", at: cell)
      }
      guard let value = argument.cell else {
        guard isFinite(parameter.domain) else {
          throw CellFault(.misplacedAny, "`any` needs a parameter of a finite type", at: cell)
        }
        values.append(nil)
        continue
      }
      guard !value.isEmpty, let type = valueType(of: parameter.domain) else {
        throw CellFault(.emptyCell, "`\(parameter.name)` has to be named", at: value)
      }
      values.append(try self.value(of: value, type, in: parameter.domain))
    }
    return values
  }

  /// `any` goes with what is denied alone: all else names its case.
  func requireNamed(_ arguments: [Value?], _ told: Told, at cell: DataCell) throws(CellFault) {
    if !arguments.contains(nil) || told == .truth(false) { return }
    throw CellFault(.assertedAny, "what is asserted names its case: `any` goes with what is denied", at: cell)
  }

  private mutating func told(
    _ record: FactRecord, of declaration: DeclarationID
  ) throws(CellFault) -> Told {
    let type = resultType(of: declaration)
    let domain = valueDomain(of: declaration)
    guard let value = record.value else {
      if type == .condition { return .truth(true) }
      throw CellFault(.toldValue, "this fact has a value: say which", at: record.fact)
    }
    switch value {
    case .cell(let cell):
      return cell.content == .text("unknown") ? .unknown : try told(cell, type, in: domain)
    case .range(let low, let high):
      let lowest = try end(low, type, domain)
      let highest = try end(high, type, domain)
      if let lowest, let highest, lowest.precedes(highest) != true {
        throw CellFault(.emptyRange, "nothing lies in this range", at: low ?? record.fact)
      }
      return .range(lowest, highest)
    case .oneOf(let cells):
      guard type != .condition, !cells.isEmpty else {
        throw CellFault(.toldValue, "there is nothing to choose from", at: cells.first ?? record.fact)
      }
      var values: [Value] = []
      for cell in cells { values.append(try self.value(of: cell, type, in: domain)) }
      return .oneOf(values)
    }
  }

  /// An end of a range; nil where it is open.
  private mutating func end(
    _ cell: DataCell?, _ type: ValueType, _ domain: DomainReference?
  ) throws(CellFault) -> Value? {
    guard let cell, !cell.isEmpty else { return nil }
    switch type {
    case .integer, .decimal, .date, .duration: return try value(of: cell, type, in: domain)
    case .condition, .text, .entity:
      throw CellFault(.wrongCell, "\(describe(type)) is wanted here, and this is a range", at: cell)
    }
  }

  mutating func time(
    _ record: FactRecord, of declaration: DeclarationID, _ told: Told
  ) throws(CellFault) -> CheckedStatement.Time {
    var isOccurrence = false
    if case .event = program[declaration].kind { isOccurrence = told == .truth(true) }
    let on = record.on.flatMap { $0.isEmpty ? nil : $0 }
    let from = record.from.flatMap { $0.isEmpty ? nil : $0 }
    let until = record.until.flatMap { $0.isEmpty ? nil : $0 }
    if let on, !isOccurrence {
      throw CellFault(.misplacedTime, "`on` tells when an event happened; here a period belongs", at: on)
    }
    if let period = from ?? until, isOccurrence {
      throw CellFault(.misplacedTime, "an event happens at a moment and has no period", at: period)
    }
    guard isOccurrence else {
      var bounds: (from: Moment?, until: Moment?) = (nil, nil)
      if let from { bounds.from = try moment(of: from) }
      if let until { bounds.until = try moment(of: until) }
      if let first = bounds.from, let end = bounds.until, end <= first, let until {
        throw CellFault(.emptyPeriod, "the period ends before it begins", at: until)
      }
      return .period(from: bounds.from, until: bounds.until)
    }
    guard let on else { return .occurrence(first: nil, last: nil) }
    if case (.date(let first), .date(let last))? = try range(on, .date, in: nil) {
      return .occurrence(first: first, last: last)
    }
    let moment = try moment(of: on)
    return .occurrence(first: moment, last: moment)
  }
}

extension Expression {
  /// What a literal or a name would be in a data file.
  fileprivate var cellContent: DataCell.Content? {
    switch kind {
    case .literal(let literal):
      switch literal.kind {
      case .integer, .decimal:
        .number(String(decoding: literal.text.utf8.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self))
      case .text, .date, .duration: .text(literal.text)
      case .truth: nil
      }
    case .negative(let operand):
      if case .number(let text)? = operand.cellContent { .number("-" + text) } else { nil }
    default: bareName.map { .text($0.text) }
    }
  }
}
