internal import CasusSemantics

extension Grounder {
  /// Whether a norm's case is in effect: it applies, its condition holds, no exception does, and no norm that prevails
  /// over it is in effect for the same act.
  mutating func norm(
    _ declaration: CheckedDeclaration, _ details: NormDetails, _ arguments: [GroundValue]
  ) throws(EngineError) -> NodeID {
    let applies = try applicability(declaration, arguments)
    let force = try articleForce(declaration.article)
    if (applies == .false || force == .false) && !isThorough { return .false }
    let met = try self.met(details.condition, arguments)
    if met == .false { return .false }
    let unexcepted = try noException(details.exceptions, arguments)
    return builder.and([applies, force, met, unexcepted, try unrivalled(details, arguments)])
  }

  /// That no norm which prevails over this one is in effect for its act.
  private mutating func unrivalled(
    _ details: NormDetails, _ arguments: [GroundValue]
  ) throws(EngineError) -> NodeID {
    if details.prevailedOverBy.isEmpty { return .true }
    recorder.begin(.setAside, .none, at: builder.span)
    let act = try self.act(of: details, arguments)
    var nodes: [NodeID] = []
    for winner in details.prevailedOverBy { nodes.append(try someCase(of: winner, over: act)) }
    let none = builder.not(builder.or(nodes))
    recorder.end(none)
    return none
  }

  /// The arguments of the event that a norm's case is about.
  mutating func act(of details: NormDetails, _ arguments: [GroundValue]) throws(EngineError) -> [GroundValue] {
    var frame = self.frame(arguments, size: details.condition.frameSize)
    return try values(details.act, &frame)
  }

  /// Whether some case of a norm is in effect over an act.
  mutating func someCase(of id: DeclarationID, over act: [GroundValue]) throws(EngineError) -> NodeID {
    guard case .norm(let details) = program[id].kind else { return .false }
    var nodes: [NodeID] = []
    try forEachNormCase(of: id, details, over: act) { (grounder, arguments, equal) throws(EngineError) in
      let key = InstanceKey(declaration: id.index, arguments: arguments)
      grounder.recorder.begin(.rival(key), .all, at: grounder.builder.span)
      if equal != .true { grounder.recorder.note(.sameAct, equal, at: grounder.builder.span) }
      let node = grounder.builder.and([equal, try grounder.instance(key)])
      grounder.recorder.end(node)
      nodes.append(node)
    }
    return builder.or(nodes)
  }

  /// Runs through the cases of a norm whose act can be `act`, with the node that says whether it is.
  mutating func forEachNormCase(
    of id: DeclarationID, _ details: NormDetails, over act: [GroundValue],
    _ visit: (inout Grounder, [GroundValue], NodeID) throws(EngineError) -> Void
  ) throws(EngineError) {
    let parameters = program[id].parameters
    var choices: [[GroundValue]] = []
    for (slot, parameter) in parameters.enumerated() {
      choices.append(binding(of: slot, details, act) ?? members(of: parameter.domain) ?? [])
    }
    if choices.contains(where: { $0.isEmpty }) { return }
    var positions = [Int](repeating: 0, count: choices.count)
    while true {
      try step()
      let arguments = positions.indices.map { choices[$0][positions[$0]] }
      let own = try self.act(of: details, arguments)
      var equal: [NodeID] = []
      for (first, second) in zip(own, act) { equal.append(builder.compare(.equal, node(of: first), node(of: second))) }
      let isSame: NodeID = builder.and(equal)
      if isSame != .false, liesWithin(parameters, arguments) { try visit(&self, arguments, isSame) }
      var index = positions.count - 1
      while index >= 0 {
        positions[index] += 1
        if positions[index] < choices[index].count { break }
        positions[index] = 0
        index -= 1
      }
      if index < 0 { return }
    }
  }

  /// What a parameter must be where the act names it directly; nil where the act does not tell.
  private func binding(of slot: Int, _ details: NormDetails, _ act: [GroundValue]) -> [GroundValue]? {
    for (expression, argument) in zip(details.act, act) {
      if case .variable(slot) = program[expression].kind, argument.scalar != nil { return [argument] }
    }
    return nil
  }

  private func liesWithin(_ parameters: [CheckedParameter], _ arguments: [GroundValue]) -> Bool {
    for (parameter, argument) in zip(parameters, arguments) {
      if let scalar = argument.scalar, !facts.contains(scalar, in: parameter.domain) { return false }
    }
    return true
  }
}
