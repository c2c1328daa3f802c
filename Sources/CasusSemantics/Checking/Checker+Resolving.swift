import CasusDiagnostics
import CasusSyntax

/// The second pass: entities get their types, sets their members, instruments their headings, declarations their heads.
extension Checker {
  mutating func resolveDeclarations() {
    for site in entitySites { resolve(site) }
    for site in setSites { resolve(site) }
    for index in instrumentSites.indices { resolveHeading(of: InstrumentID(index)) }
    for site in articleSites { resolve(site) }
    reportCirclesOfReplacement()
    for index in declarationSites.indices { resolveHead(of: DeclarationID(index)) }
    resolveExceptions()
  }

  private mutating func resolve(_ site: EntitySite) {
    guard let type = openType(site.syntax.type, in: site.context.scope) else {
      // The names stay known, and what they are is not: no use of them is reported.
      for member in site.syntax.members where !member.name.isMissing {
        names.declare(member.name.text, as: .unusable, at: member.name.span, in: site.context.scope)
      }
      return
    }
    for offset in site.syntax.members.indices {
      let entity = EntityID(site.first.index + offset)
      program.entities[entity.index].type = type
      program.entities[entity.index].ordinal = program[type].members.count
      program.types[type.index].members.append(entity)
    }
  }

  private mutating func openType(_ path: Path, in scope: ScopeID) -> TypeID? {
    guard let domain = resolveDomain(path, in: scope) else { return nil }
    guard case .type(.entity(let type)) = domain else {
      report(.notAType, "`\(path.text)` is no type of entities", at: path.span)
      return nil
    }
    guard !program[type].isClosed else {
      report(
        .closedType, "`\(path.text)` is closed: its members stand in its declaration", at: path.span)
      return nil
    }
    return type
  }

  private mutating func resolve(_ site: SetSite) {
    let elements: NamedSet.Elements?
    switch site.syntax.elements {
    case .members(let paths): elements = members(paths, in: site.context.scope)
    case .range(let low, let high): elements = integers(from: low, to: high, in: site.context.scope)
    }
    if let elements {
      program.sets[site.set.index].elements = elements
      if case .entities(let members, _) = elements { setMembers[site.set] = Set(members) }
    } else if names.own(site.syntax.name.text, in: site.context.scope)?.symbol == .set(site.set) {
      names.declare(site.syntax.name.text, as: .unusable, at: site.syntax.name.span, in: site.context.scope)
    }
  }

  private mutating func members(_ paths: [Path], in scope: ScopeID) -> NamedSet.Elements? {
    var members: [EntityID] = []
    var seen: Set<EntityID> = []
    var isComplete = true
    for path in paths {
      guard let entity = entity(path, in: scope) else {
        isComplete = false
        continue
      }
      if let first = members.first, program[first].type != program[entity].type {
        let (one, other) = (program[program[first].type].name, program[program[entity].type].name)
        report(.mixedSet, "a set has members of one type: this is a `\(other)`, the first a `\(one)`", at: path.span)
        isComplete = false
      } else if !seen.insert(entity).inserted {
        report(.duplicateName, "`\(path.text)` stands in the set already", at: path.span)
        isComplete = false
      } else {
        members.append(entity)
      }
    }
    guard isComplete, let first = members.first else { return nil }
    return .entities(members, of: program[first].type)
  }

  /// The entity that a path names.
  mutating func entity(_ path: Path, in scope: ScopeID) -> EntityID? {
    guard let symbol = resolve(path, in: scope, as: .entity) else { return nil }
    if case .entity(let entity) = symbol { return entity }
    report(.notAnEntity, "`\(path.text)` is \(describe(symbol)), not an entity", at: path.span)
    return nil
  }

  private mutating func integers(
    from low: Expression, to high: Expression, in scope: ScopeID
  ) -> NamedSet.Elements? {
    let lowest = constant(low, of: .integer, in: nil, scope: scope)
    let highest = constant(high, of: .integer, in: nil, scope: scope)
    guard case .number(let first)? = lowest, case .number(let last)? = highest else { return nil }
    guard let lower = Int(exactly: first.numerator), let upper = Int(exactly: last.numerator), lower <= upper else {
      report(.emptyRange, "nothing lies in this range: write the lesser number first", at: low.span.through(high.span))
      return nil
    }
    let (distance, overflow) = upper.subtractingReportingOverflow(lower)
    guard !overflow, distance < limits.maximumMembers else {
      report(
        .tooManyMembers, "this set has more than \(limits.maximumMembers) members (option --max-memory)",
        at: low.span.through(high.span))
      return nil
    }
    return .integers(lower...upper)
  }
}
