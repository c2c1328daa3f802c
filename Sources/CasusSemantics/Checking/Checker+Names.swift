import CasusDiagnostics
import CasusSyntax

/// What a name is wanted for: it decides how messages speak of it, and which names are offered instead.
enum NameUse {
  case type, entity, condition, value, event, instrument, normOrInstrument, excepted, told

  var wanted: String {
    switch self {
    case .type: "type or set"
    case .entity: "entity"
    case .condition: "condition"
    case .value: "value"
    case .event: "event"
    case .instrument: "instrument"
    case .normOrInstrument: "norm or instrument"
    case .excepted: "rule, norm or exception"
    case .told: "fact, event or rule"
    }
  }
}

/// Looking names up, and saying what might have been meant.
extension Checker {
  /// What a path stands for as seen from a scope. Nil where nothing is declared so, which is reported, or where
  /// whatever declares it was reported.
  mutating func resolve(_ path: Path, in scope: ScopeID, as use: NameUse) -> SymbolTable.Symbol? {
    guard !path.isMissing, let first = path.names.first else { return nil }
    if path.names.count == 1 { return resolve(first, in: scope, as: use) }
    guard let head = names.entry(first.text, from: scope) else {
      reportUnknown(first, in: scope, as: .instrument)
      return nil
    }
    var symbol = head.symbol
    for name in path.names.dropFirst() {
      guard case .instrument(let instrument) = symbol else {
        if symbol != .unusable {
          report(.notAnInstrument, "`\(first.text)` is \(describe(symbol)) and holds no other names", at: path.span)
        }
        return nil
      }
      let inner = names.scope(of: instrument)
      guard let entry = names.own(name.text, in: inner) else {
        if !names[inner].isDamaged { reportUnknownMember(name, of: instrument, as: use) }
        return nil
      }
      symbol = entry.symbol
    }
    return symbol == .unusable ? nil : symbol
  }

  private mutating func resolve(_ name: Name, in scope: ScopeID, as use: NameUse) -> SymbolTable.Symbol? {
    if let entry = names.entry(name.text, from: scope) { return entry.symbol == .unusable ? nil : entry.symbol }
    if let entity = names.entitiesFromData[name.text]?.first { return .entity(entity) }
    if let found = uniqueQualified(name) {
      let whole = names[found.scope].prefix + name.text
      omittedQualifiers.append(Fix(title: "write `\(whole)`", span: name.span, replacement: whole))
      return found.symbol
    }
    reportUnknown(name, in: scope, as: use)
    return nil
  }

  /// Whether a name stands for anything here, be it something that was reported.
  func isKnown(_ name: Name, from scope: ScopeID) -> Bool {
    names.entry(name.text, from: scope) != nil || names.entitiesFromData[name.text] != nil
      || uniqueQualified(name) != nil
  }

  /// In what is typed, what a name means that only one instrument declares.
  private func uniqueQualified(_ name: Name) -> (symbol: SymbolTable.Symbol, scope: ScopeID)? {
    guard mayOmitQualifiers || typedSources.contains(name.span.source) else { return nil }
    return uniqueQualified(name.text)
  }

  /// What a name means that only one instrument declares, and where.
  func uniqueQualified(_ name: String) -> (symbol: SymbolTable.Symbol, scope: ScopeID)? {
    var found: (symbol: SymbolTable.Symbol, scope: ScopeID)?
    for index in program.instruments.indices {
      let scope = names.scope(of: InstrumentID(index))
      guard let entry = names.own(name, in: scope) else { continue }
      if found != nil { return nil }
      found = (entry.symbol, scope)
    }
    return found
  }

  mutating func reportUnknown(
    _ name: Name, in scope: ScopeID, as use: NameUse, alsoAmong others: [String] = []
  ) {
    let chain = names.chain(from: scope)
    if name.isMissing || chain.contains(where: { names[$0].isDamaged }) { return }
    let suggestion = suggestion(for: name.text, among: chain, as: use, others: others)
    let owners = suggestion == nil ? qualifiedNames(of: name.text) : []
    reportUnknown(
      name, "no \(use.wanted) is named `\(name.text)`\(scope == .program ? "" : " here")",
      suggestion: suggestion ?? owners.first)
  }

  private mutating func reportUnknownMember(_ name: Name, of instrument: InstrumentID, as use: NameUse) {
    let suggestion = suggestion(for: name.text, among: [names.scope(of: instrument)], as: use, others: [])
    let owner = program[instrument].name
    reportUnknown(name, "`\(owner)` has no \(use.wanted) named `\(name.text)`", suggestion: suggestion)
  }

  private mutating func reportUnknown(_ name: Name, _ message: String, suggestion: String?) {
    guard let suggestion else { return report(.unknownName, message, at: name.span) }
    report(
      .unknownName, message, at: name.span, notes: ["did you mean `\(suggestion)`?"],
      fixes: [Fix(title: "write `\(suggestion)`", span: name.span, replacement: suggestion)])
  }

  /// The instruments in which a name is declared, in order, each with the name behind it.
  func qualifiedNames(of name: String) -> [String] {
    program.instruments.indices.compactMap { index in
      let scope = names.scope(of: InstrumentID(index))
      guard names.own(name, in: scope) != nil else { return nil }
      return names[scope].prefix + name
    }
  }

  /// The name most like the one written, among those that could stand in its place.
  private mutating func suggestion(
    for name: String, among scopes: [ScopeID], as use: NameUse, others: [String]
  ) -> String? {
    let count = scopes.reduce(0) { $0 + names[$1].entries.count }
    guard suggestions.allows(count + 1) else { return nil }
    var candidates: [String] = []
    for scope in scopes {
      for (candidate, entry) in names[scope].entries where suits(entry.symbol, use) { candidates.append(candidate) }
    }
    if use == .type { candidates += BuiltInType.allCases.map { $0.rawValue } }
    // Dictionaries have no order; diagnostics must have one.
    return nearest(to: name, among: others + candidates.sorted())
  }

  private func suits(_ symbol: SymbolTable.Symbol, _ use: NameUse) -> Bool {
    switch (use, symbol) {
    case (.type, .type), (.type, .set), (.type, .parties): true
    case (.entity, .entity), (.value, .entity): true
    case (.instrument, .instrument), (.normOrInstrument, .instrument): true
    case (_, .declaration(let declaration)): suits(program[declaration].kind, use)
    default: false
    }
  }

  private func suits(_ kind: CheckedDeclaration.Kind, _ use: NameUse) -> Bool {
    switch (use, kind) {
    case (.condition, _), (.value, _): true
    case (.event, .event), (.told, .event), (.told, .fact), (.told, .rule): true
    case (.normOrInstrument, .norm): true
    case (.excepted, .rule), (.excepted, .norm), (.excepted, .exception): true
    default: false
    }
  }

  /// What a symbol is, with its article: "a fact".
  func describe(_ symbol: SymbolTable.Symbol) -> String {
    switch symbol {
    case .type: "a type"
    case .entity(let entity): "a member of `\(program[program[entity].type].name)`"
    case .set, .parties: "a set"
    case .instrument(let instrument): "a \(program[instrument].kind.word)"
    case .unusable: "unknown"
    case .declaration(let declaration): describe(program[declaration].kind)
    }
  }

  func describe(_ kind: CheckedDeclaration.Kind) -> String {
    switch kind {
    case .fact: "a fact"
    case .event: "an event"
    case .rule: "a rule"
    case .definition: "a definition"
    case .exception: "an exception"
    case .norm: "a norm"
    }
  }
}
