import CasusDiagnostics

/// Statements of a host become statements of the program.
extension Checker {
  /// The case that a cell names.
  mutating func toldCase(_ cell: DataCell) throws(CellFault) -> ToldCase {
    let (path, written) = try parse(cell)
    let declaration = try declaration(path, at: cell)
    return ToldCase(declaration, try arguments(written ?? [], of: declaration, isCall: true, at: cell))
  }

  mutating func statement(
    _ telling: FactTelling, _ cell: DataCell, _ source: SourceID
  ) throws(CellFault) -> CheckedStatement {
    let named = if let known = telling.known { known } else { try toldCase(cell) }
    let told = try self.told(telling.told, of: named.declaration, at: cell)
    try requireNamed(named.arguments, told, at: cell)
    var record = FactRecord(fact: cell)
    func written(_ text: String) -> DataCell { DataCell(.text(text), start: cell.start, end: cell.end) }
    record.on = telling.on.map { written("\($0.first)..\($0.last)") }
    record.from = telling.from.map { written($0.description) }
    record.until = telling.until.map { written($0.description) }
    let time = try self.time(record, of: named.declaration, told)
    var views: [EntityID] = []
    for name in telling.accordingTo {
      let view = try view(of: written(name))
      if !views.contains(view) { views.append(view) }
    }
    return CheckedStatement(
      declaration: named.declaration, arguments: named.arguments, told: told, time: time, views: views,
      source: telling.source, span: SourceSpan(source: source, start: cell.start, end: cell.end))
  }

  private mutating func told(
    _ told: FactTelling.Told, of declaration: DeclarationID, at cell: DataCell
  ) throws(CellFault) -> Told {
    let type = resultType(of: declaration)
    let domain = valueDomain(of: declaration)
    if case .unknown = told { return .unknown }
    if case .truth(let truth) = told {
      if type == .condition { return .truth(truth) }
      throw CellFault(.toldValue, "this fact has \(describe(type)): say which", at: cell)
    }
    guard type != .condition else {
      throw CellFault(.toldValue, "a condition holds or not: it has no value", at: cell)
    }
    switch told {
    case .truth, .unknown: return .unknown
    case .value(let value): return .value(try self.value(value, type, domain, at: cell))
    case .range(let low, let high): return try range(low, high, type, domain, at: cell)
    case .oneOf(let listed):
      guard !listed.isEmpty else { throw CellFault(.toldValue, "there is nothing to choose from", at: cell) }
      var values: [Value] = []
      for item in listed { values.append(try value(item, type, domain, at: cell)) }
      return .oneOf(values)
    }
  }

  private mutating func range(
    _ low: FactTelling.Value?, _ high: FactTelling.Value?, _ type: ValueType, _ domain: DomainReference?,
    at cell: DataCell
  ) throws(CellFault) -> Told {
    switch type {
    case .integer, .decimal, .date, .duration: break
    case .condition, .text, .entity:
      throw CellFault(.wrongCell, "\(describe(type)) is wanted here, and this is a range", at: cell)
    }
    let lowest = try low.map { (low) throws(CellFault) in try value(low, type, domain, at: cell) }
    let highest = try high.map { (high) throws(CellFault) in try value(high, type, domain, at: cell) }
    if let lowest, let highest, lowest.precedes(highest) != true {
      throw CellFault(.emptyRange, "nothing lies in this range", at: cell)
    }
    return .range(lowest, highest)
  }

  private mutating func value(
    _ value: FactTelling.Value, _ type: ValueType, _ domain: DomainReference?, at cell: DataCell
  ) throws(CellFault) -> Value {
    let result: Value
    switch (value, type) {
    case (.text(let name), .entity):
      return try self.value(of: DataCell(.text(name), start: cell.start, end: cell.end), type, in: domain)
    case (.text(let text), .text): result = .text(text)
    case (.number(let number), .decimal): result = .number(number)
    case (.number(let number), .integer) where number.isInteger: result = .number(number)
    case (.date(let moment), .date): result = .date(moment)
    case (.duration(let duration), .duration): result = .duration(duration)
    default: throw CellFault(.wrongCell, "\(describe(type)) is wanted here, and this is none", at: cell)
    }
    if let domain, !contains(domain, result) {
      throw CellFault(.outsideSet, "the value lies outside `\(name(of: domain))`", at: cell)
    }
    return result
  }
}
