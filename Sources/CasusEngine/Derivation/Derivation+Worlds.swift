package import CasusSemantics

/// What follows in each case of something that is open: how an answer is explained that no reason settles by itself.
extension Derivation {
  /// One way in which something open can turn out, and where that is looked at.
  package struct Assumption: Sendable {
    package var subject: Choice.Subject
    package var told: Told
    package var world: Int
  }

  /// The facts with what is assumed, and what follows from both.
  struct World: Sendable {
    var facts: FactBase
    var evaluation: LaneEvaluation
  }

  /// What is told, and what is assumed, at a place.
  package func facts(at place: Place) -> FactBase { worlds[place.world].facts }

  /// Whether a statement is assumed, and told by nobody.
  package func isAssumed(_ position: Int32) -> Bool { Int(position) >= worlds[0].facts.statements.count }

  /// The cases of something open of which each settles a part, or as many as can be; nil where there are none.
  ///
  /// Candidates are what the premises of the part turn on: every completion falls into one of the cases.
  package mutating func split(_ part: DerivationPartID, at place: Place) -> [Assumption]? {
    guard worlds.count < Self.mostWorlds, facts.visibleCount == facts.statements.count else { return nil }
    var best: (settled: Int, ways: [Way], worlds: [World])?
    for ways in candidates(for: part, at: place) {
      let worlds = ways.map { world(of: $0, at: place) }
      let settled = worlds.count { standing(of: part, at: place, by: $0.evaluation.bounds) != .open }
      if settled > best?.settled ?? -1 { best = (settled, ways, worlds) }
      if settled == ways.count { break }
    }
    guard let best else { return nil }
    return zip(best.ways, best.worlds).map { way, world in
      worlds.append(world)
      return Assumption(subject: way.subject, told: way.told, world: worlds.count - 1)
    }
  }

  // MARK: Ways in which something can turn out

  private static var mostWorlds: Int { 64 }
  private static var mostCandidates: Int { 6 }
  private static var mostOptions: Int { 8 }
  private static var mostParts: Int { 500 }

  /// One option of a choice.
  private struct Way {
    var subject: Choice.Subject
    var told: Told
    var statements: [CheckedStatement]
  }

  private func world(of way: Way, at place: Place) -> World {
    let base = worlds[place.world]
    var facts = base.facts
    facts.tell(way.statements, inScenario: true)
    if case .gap(let gap, let sight) = way.subject { facts.assume(.gap(gap, sight), way.told) }
    return World(facts: facts, evaluation: base.evaluation.telling(facts, inView: place.view))
  }

  /// What the premises of a part turn on; where they turn on nothing, what all that they rest on does.
  private func candidates(for part: DerivationPartID, at place: Place) -> [[Way]] {
    let near = candidates(among: record[part].premises, at: place)
    return near.isEmpty ? candidates(among: parts(below: part), at: place) : near
  }

  private func parts(below part: DerivationPartID) -> [DerivationPartID] {
    var found: [DerivationPartID] = []
    var visited: Set<DerivationPartID> = []
    var waiting = [part]
    while let next = waiting.popLast(), found.count < Self.mostParts {
      guard visited.insert(next).inserted else { continue }
      found.append(next)
      waiting += record[next].premises.reversed()
    }
    return found
  }

  private func candidates(among parts: [DerivationPartID], at place: Place) -> [[Way]] {
    let roots = parts.map { ExactModel.Root(node: record[$0].node, isValue: isValue($0)) }
    let isLast = place.moment == now
    do {
      let model = try ExactModel(
        circuit, roots: roots, facts: worlds[place.world].facts, view: views[place.view],
        span: ExactSpan(timeline: isLast ? timeline : timeline.cut(at: place.moment)), nil, texts: texts,
        limits: worlds[0].evaluation.limits)
      var found: [[Way]] = []
      for number in model.choices.indices where found.count < Self.mostCandidates {
        guard model.choices[number].optionCount <= Self.mostOptions else { continue }
        let ways = (0..<model.choices[number].optionCount).compactMap { Self.way(number, $0, of: model) }
        if ways.count == model.choices[number].optionCount { found.append(ways) }
      }
      return found
    } catch {
      return []
    }
  }

  private static func way(_ number: Int, _ option: Int, of model: borrowing ExactModel) -> Way? {
    let choice = model.choices[number]
    guard let subject = choice.subject else { return nil }
    let told: Told
    switch choice.options {
    case .truth, .occurrence: told = .truth(option == 1)
    case .value(let parts, _):
      guard let value = model.told(parts, [option], choice.type) else { return nil }
      told = value
    case .occasion(let parts, _):
      guard let range = model.told(parts, [option], .date) else { return nil }
      told = range
    case .derived: return nil
    }
    if case .gap = subject { return Way(subject: subject, told: told, statements: []) }
    return model.statements(for: [Selection(choice: number, options: [option])]).map {
      Way(subject: subject, told: told, statements: $0)
    }
  }
}
