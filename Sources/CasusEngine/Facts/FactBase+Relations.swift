internal import CasusSemantics

extension FactBase {
  /// The rule as a search, where its recursion is one.
  func search(of declaration: DeclarationID) -> LinearRecursion? { readings.searches[declaration] }

  /// The members of the types of a fact's parameters, where a relation can be made of it: a condition with one or two
  /// parameters of entity types, presumed false.
  private func relationCounts(of fact: DeclarationID) -> [Int]? {
    guard case .fact(let details) = program[fact].kind, details.type == .condition, details.presumed == .truth(false),
      let index = index(of: fact), (1...2).contains(index.counts.count)
    else { return nil }
    let areTypes = program[fact].parameters.allSatisfy { parameter in
      if case .type(.entity) = parameter.domain { true } else { false }
    }
    return areTypes ? index.counts + Array(repeating: 1, count: 2 - index.counts.count) : nil
  }

  /// What the statements of the files tell of each fact as a relation.
  func relationsOfFiles() -> [FactRelation?] {
    let counts = program.declarations.indices.map { relationCounts(of: DeclarationID($0)) }
    return zip(file.cases(where: counts.map { $0 != nil }), counts).map { found, counts in
      counts.map { counts in
        FactRelation(found.map { ($0.ordinal, $0.only.map { stateForAll(of: $0) } ?? .byLane) }, counts)
      }
    }
  }

  /// What a statement alone makes of its case, where that is the same for all lanes.
  private func stateForAll(of position: Int32) -> FactRelation.State {
    guard statements.time(of: position) == .period(from: nil, until: nil), !isViewed(position) else { return .byLane }
    switch statements.told(of: position) {
    case .truth(let truth): return truth ? .holds : .fails
    default: return .open
    }
  }

  /// What is told of a fact as a relation, for these lanes together: a case fails or holds where it does so in all of them.
  /// Nil where cases may hold of which no statement tells by name.
  func relation(of fact: DeclarationID, in lanes: [Lane]) -> FactRelation? {
    guard !hasPatterns(of: fact), askedDeclarations.isEmpty, askedCases.isEmpty,
      !lanes.contains(where: { $0.withoutPresumptions }), var relation = relation(of: fact)
    else { return nil }
    guard relation.dependsOnLane, let index = index(of: fact) else { return relation }
    let isUnary = index.counts.count == 1
    relation.settle { first, second in
      guard let ordinal = index.ordinal(of: isUnary ? [first] : [first, second]) else { return .fails }
      return state(of: CaseKey(fact, ordinal: ordinal), in: lanes)
    }
    return relation
  }

  private func state(of key: CaseKey, in lanes: [Lane]) -> FactRelation.State {
    let told = statements(of: key)
    let states = lanes.map { reading(key, among: told, in: $0)?.state }
    if states.allSatisfy({ $0 == .truth(true) }) { return .holds }
    return states.allSatisfy { $0 == .truth(false) } ? .fails : .open
  }

  /// Where a scenario tells of the fact, or where not all that the files tell is in sight, the relation is made anew.
  private func relation(of fact: DeclarationID) -> FactRelation? {
    guard scenario.count(of: fact) > 0 || visibleCount < fileCount else { return relations[fact.index] }
    guard let counts = relationCounts(of: fact) else { return nil }
    let isWanted = program.declarations.indices.map { $0 == fact.index }
    let ordinals = Set((file.cases(where: isWanted) + scenario.cases(where: isWanted)).joined().map { $0.ordinal })
    return FactRelation(ordinals.map { ($0, .byLane) }, counts)
  }

  /// Whether a statement tells of a declaration, at whatever time and in whatever view.
  func isTold(_ declaration: DeclarationID) -> Bool {
    file.count(of: declaration) > 0 || scenario.count(of: declaration) > 0
  }
}

extension FactRelation {
  fileprivate init(_ cases: [(ordinal: Int, state: State)], _ counts: [Int]) {
    let split = cases.map { found in
      (
        first: Int32(truncatingIfNeeded: found.ordinal / counts[1]),
        second: Int32(truncatingIfNeeded: found.ordinal % counts[1]), state: found.state
      )
    }
    self.init(cases: split, counts: counts)
  }
}
