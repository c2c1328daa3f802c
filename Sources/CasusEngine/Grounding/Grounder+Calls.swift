internal import CasusSemantics

extension Grounder {
  /// A call with its arguments. An argument of finite type that is not definite is told apart by its values.
  mutating func call(_ id: DeclarationID, arguments: [GroundValue]) throws(EngineError) -> NodeID {
    let parameters = program.parameters(of: id)
    for position in parameters.indices {
      guard case .node(let selector) = arguments[position],
        let range = program.scalarRange(of: parameters[position].domain)
      else { continue }
      return try choice(of: id, arguments, at: position, selector, among: range)
    }
    for position in parameters.indices {
      guard let scalar = arguments[position].scalar else { continue }
      if !facts.contains(scalar, in: parameters[position].domain) {
        let node = outside(id)
        recorder.note(.outside(id, arguments), node, at: builder.span)
        return node
      }
    }
    return try settled(id, arguments)
  }

  private mutating func choice(
    of id: DeclarationID, _ arguments: [GroundValue], at position: Int, _ selector: NodeID, among range: Range<Int>
  ) throws(EngineError) -> NodeID {
    var pairs: [(ordinal: Int, node: NodeID)] = []
    var arguments = arguments
    recorder.begin(.choice(id, position: position), .own, at: builder.span)
    for ordinal in range {
      arguments[position] = .constant(Scalar(ordinal))
      try step()
      recorder.begin(.chosen(ordinal), .all, at: builder.span)
      let node = try call(id, arguments: arguments)
      recorder.end(node)
      pairs.append((ordinal, node))
    }
    let chosen = program.isValue(id) ? builder.chooseValue(selector, pairs) : builder.choose(selector, pairs)
    recorder.end(chosen)
    return chosen
  }

  /// A condition called outside its parameters' sets is false; a value so called is a fault.
  private mutating func outside(_ id: DeclarationID) -> NodeID {
    program.isValue(id) ? builder.faultyValue() : .false
  }

  private mutating func settled(
    _ id: DeclarationID, _ arguments: [GroundValue]
  ) throws(EngineError) -> NodeID {
    if let type = program.toldType(of: id) { return try input(id, arguments, type: type) }
    return try instance(InstanceKey(declaration: id.index, arguments: arguments))
  }

  func caseKey(_ id: DeclarationID, _ arguments: [GroundValue]) -> CaseKey? {
    facts.key(of: InstanceKey(declaration: id.index, arguments: arguments))
  }

  /// A fact's or an event's case: a constant where every lane knows the same of it, else an input.
  private mutating func input(
    _ id: DeclarationID, _ arguments: [GroundValue], type: ValueType
  ) throws(EngineError) -> NodeID {
    guard let key = caseKey(id, arguments) else { throw .limit(.cases(program[id].qualifiedName)) }
    let node = input(key, type: type)
    recorder.note(.told(key), node, at: builder.span)
    return node
  }

  private mutating func input(_ key: CaseKey, type: ValueType) -> NodeID {
    if isTemporal && facts.isDated(key) { return builder.input(.told(key), type: type) }
    let told = facts.statements(of: key)
    var common: CaseState?
    // Of what nobody tells for himself, all lanes know the same.
    let isCommon = areOfOneMoment && !told.contains { facts.isViewed($0) }
    for lane in isCommon ? lanes.prefix(1) : lanes[...] {
      let reading = facts.reading(key, among: told, in: lane)
      let state = reading?.state ?? .open
      if keepsPresumptions, reading?.isPresumed == true { return builder.input(.told(key), type: type) }
      if let common, common != state { return builder.input(.told(key), type: type) }
      common = state
    }
    switch common {
    case .truth(let truth)?: return truth ? .true : .false
    case .values(.oneOf(let values))? where values.count == 1: return builder.value(values[0])
    default: return builder.input(.told(key), type: type)
    }
  }
}

extension Grounder {
  /// The views of statements that bear on nodes: on what is not the same for all lanes.
  func views(of roots: [NodeID]) -> Set<EntityID> {
    var views: Set<EntityID> = []
    for input in circuit.inputs(below: roots) {
      guard case .told(let key) = circuit[input].source else { continue }
      for position in facts.statements(of: key) { views.formUnion(facts.statements.views(of: position)) }
    }
    return views
  }
}
