package import CasusSemantics

extension DiagramAlgebra {
  /// The choices on which functions depend, in the order of their variables.
  func choices(deciding planes: [Plane]) -> [Choice] {
    var choices: [Choice] = []
    var chains: [Int: [Int]] = [:]
    for (number, decision) in variables.enumerated() {
      if case .cut(let unknown, _) = decision { chains[unknown, default: []].append(number) }
    }
    var known: Set<Int> = []
    for number in diagram.support(of: planes) {
      switch variables[number] {
      case .input(let key): choices.append(choice(of: key, number))
      case .cut(let unknown, _):
        guard known.insert(unknown).inserted else { continue }
        choices.append(choice(of: unknown, chains[unknown] ?? []))
      }
    }
    return choices
  }

  private func choice(of key: InputKey, _ variable: Int) -> Choice {
    let lane = key.isOccurrence ? key.stretch : timeline.stretches.firstIndex(of: key.stretch) ?? 0
    return choice(
      key.input, key.isOccurrence ? .occurrence(lane: key.stretch) : .truth(stretch: key.stretch), [variable], lane)
  }

  private func choice(of unknown: Int, _ variables: [Int]) -> Choice {
    let described = table.unknowns[unknown]
    switch described.source {
    case .input(let input, let origin) where described.isExact:
      var lane = 0
      if case .stretch(let stretch) = origin { lane = timeline.stretches.firstIndex(of: stretch) ?? 0 }
      return choice(input, .value(described.parts, origin), variables, lane)
    case .occurrence(let input, let statement) where described.isExact:
      return choice(input, .occasion(described.parts, statement: statement), variables, 0)
    default: return derived(table.inputs(behind: unknown), variables)
    }
  }

  private func derived(_ inputs: [InputID], _ variables: [Int]) -> Choice {
    if inputs.count == 1 { return choice(inputs[0], .derived, variables, 0) }
    return Choice(
      subject: nil, options: .derived, type: .condition, decider: nil, isToldUnknown: false, variables: variables,
      inputs: inputs)
  }

  private func choice(_ input: InputID, _ options: Choice.Options, _ variables: [Int], _ lane: Int) -> Choice {
    let subject: Choice.Subject
    var decider: EntityID?
    var isToldUnknown = false
    switch circuit[input].source {
    case .gap(let gap, let arguments): subject = .gap(gap, arguments)
    case .told(let key):
      subject = .told(key)
      decider = facts.decider(of: key)
      let moment = timeline.moments[lane]
      isToldUnknown = facts.told(key, view: view, at: moment).map { $0.state == .open } ?? false
    }
    return Choice(
      subject: subject, options: options, type: circuit[input].type, decider: decider, isToldUnknown: isToldUnknown,
      variables: variables, inputs: [input])
  }

}

extension UnknownTable {
  /// The inputs that an unknown is, or is computed from.
  func inputs(behind unknown: Int) -> [InputID] {
    var found: [InputID] = []
    var waiting = [unknown]
    while let next = waiting.popLast() {
      switch unknowns[next].source {
      case .input(let input, _), .occurrence(let input, _):
        if !found.contains(input) { found.append(input) }
      case .inside: break
      case .distant(_, _, let leaf): if case .affine(let inner, _, _) = leaves[leaf] { waiting.append(inner) }
      case .arithmetic(_, _, let left, let right):
        for leaf in [left, right] { if case .affine(let inner, _, _) = leaves[leaf] { waiting.append(inner) } }
      }
    }
    return found
  }
}

extension FactBase {
  /// Who decides a case; nil where nobody does.
  package func decider(of key: CaseKey) -> EntityID? {
    switch program[key.declaration].kind {
    case .fact(let details), .event(let details):
      switch details.decider {
      case .entity(let entity): return entity
      case .parameter(let position):
        let arguments = arguments(of: key)
        guard arguments.indices.contains(position), case .entity(let entity) = arguments[position] else { return nil }
        return entity
      case nil: return nil
      }
    default: return nil
    }
  }
}
