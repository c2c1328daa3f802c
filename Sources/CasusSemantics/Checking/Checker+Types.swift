import CasusDiagnostics
import CasusSyntax

/// Types by name, what values they have, and how messages speak of them.
extension Checker {
  /// The type, the set, or the parties that a path names.
  mutating func resolveDomain(_ path: Path, in scope: ScopeID) -> DomainReference? {
    if path.names.count == 1, let builtIn = BuiltInType(rawValue: path.text) { return .type(builtIn.type) }
    guard let symbol = resolve(path, in: scope, as: .type) else { return nil }
    if let domain = domain(of: symbol) { return domain }
    report(.notAType, "`\(path.text)` is \(describe(symbol)), not a type or a set", at: path.span)
    return nil
  }

  func domain(of symbol: SymbolTable.Symbol) -> DomainReference? {
    switch symbol {
    case .type(let type): .type(.entity(type))
    case .set(let set): .set(set)
    case .parties(let instrument): .parties(instrument)
    default: nil
    }
  }

  /// The type of what a domain holds; nil for parties whose names were all reported.
  func valueType(of domain: DomainReference) -> ValueType? {
    switch domain {
    case .type(let type): return type
    case .set(let set):
      if case .entities(_, let type) = program[set].elements { return .entity(type) }
      return .integer
    case .parties(let instrument):
      return program[instrument].partyType.map { .entity($0) }
    }
  }

  /// Whether the values can be gone through one by one.
  func isFinite(_ domain: DomainReference) -> Bool {
    switch domain {
    case .type(.entity), .set, .parties: true
    case .type: false
    }
  }

  /// Whether a value lies in a domain of its type. Of parties only the engine knows.
  func contains(_ domain: DomainReference, _ value: Value) -> Bool {
    guard case .set(let set) = domain else { return true }
    switch (program[set].elements, value) {
    case (.entities, .entity(let entity)): return setMembers[set]?.contains(entity) ?? false
    case (.integers(let range), .number(let number)):
      guard let integer = number.integer, let index = Int(exactly: integer) else { return false }
      return range.contains(index)
    default: return false
    }
  }

  /// Whether values of one type may stand where another is wanted: an Int is a Decimal too.
  func fits(_ type: ValueType, _ wanted: ValueType) -> Bool {
    type == wanted || (type == .integer && wanted == .decimal)
  }

  /// Whether values of two types can be equal.
  func compares(_ left: ValueType, _ right: ValueType) -> Bool {
    left == right || (left.isNumeric && right.isNumeric)
  }

  /// Whether values of a type have an order: entities only where their type lists them in one.
  func isOrdered(_ type: ValueType) -> Bool {
    switch type {
    case .integer, .decimal, .date, .duration: true
    case .entity(let id): program[id].isClosed
    case .condition, .text: false
    }
  }

  /// A type as messages name it, with its article.
  func describe(_ type: ValueType) -> String {
    switch type {
    case .condition: "a condition"
    case .integer: "an Int"
    case .decimal: "a Decimal"
    case .text: "a Text"
    case .date: "a Date"
    case .duration: "a Duration"
    case .entity(let id): "a `\(program[id].name)`"
    }
  }
}
