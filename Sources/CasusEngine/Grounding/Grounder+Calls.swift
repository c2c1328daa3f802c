internal import CasusSemantics

extension Grounder {
  /// A call with its arguments. An argument of finite type that is not definite is told apart by its values.
  mutating func call(_ id: DeclarationID, arguments: [GroundValue]) throws(EngineError) -> NodeID {
    let declaration = program[id]
    for (position, parameter) in declaration.parameters.enumerated() {
      guard case .node(let selector) = arguments[position], let range = program.scalarRange(of: parameter.domain) else {
        continue
      }
      return try choice(of: id, arguments, at: position, selector, among: range)
    }
    for (position, parameter) in declaration.parameters.enumerated() {
      guard let scalar = arguments[position].scalar else { continue }
      if !facts.contains(scalar, in: parameter.domain) {
        let node = outside(declaration)
        recorder.note(.outside(id, arguments), node, at: builder.span)
        return node
      }
    }
    return try settled(id, declaration, arguments)
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
    let chosen = program[id].isValue ? builder.chooseValue(selector, pairs) : builder.choose(selector, pairs)
    recorder.end(chosen)
    return chosen
  }

  /// A condition called outside its parameters' sets is false; a value so called is a fault.
  private mutating func outside(_ declaration: CheckedDeclaration) -> NodeID {
    declaration.isValue ? builder.faultyValue() : .false
  }

  private mutating func settled(
    _ id: DeclarationID, _ declaration: CheckedDeclaration, _ arguments: [GroundValue]
  ) throws(EngineError) -> NodeID {
    switch declaration.kind {
    case .fact(let details): return try input(id, arguments, type: details.type)
    case .event: return try input(id, arguments, type: .condition)
    default: return try instance(InstanceKey(declaration: id.index, arguments: arguments))
    }
  }

  func caseKey(_ id: DeclarationID, _ arguments: [GroundValue]) -> CaseKey? {
    facts.key(of: InstanceKey(declaration: id.index, arguments: arguments))
  }

  /// Whether what is known of a case can differ from one moment to another.
  private func isDated(_ key: CaseKey) -> Bool {
    facts.statements(of: key).contains { facts.statements[Int($0)].time != .period(from: nil, until: nil) }
  }

  /// Remembers whose views speak of a case.
  mutating func note(_ key: CaseKey) {
    for position in facts.statements(of: key) { views.formUnion(facts.statements[Int(position)].views) }
  }

  /// A fact's or an event's case: a constant where every lane knows the same of it, else an input.
  private mutating func input(
    _ id: DeclarationID, _ arguments: [GroundValue], type: ValueType
  ) throws(EngineError) -> NodeID {
    guard let key = caseKey(id, arguments) else { throw .limit(.cases(program[id].qualifiedName)) }
    note(key)
    let node = input(key, type: type)
    recorder.note(.told(key), node, at: builder.span)
    return node
  }

  private mutating func input(_ key: CaseKey, type: ValueType) -> NodeID {
    let input = Input(source: .told(key), type: type)
    if isTemporal && isDated(key) { return builder.input(input.source, type: type) }
    var common: CaseState?
    for lane in lanes {
      let reading = facts.reading(input, in: lane)
      let state = reading?.state ?? .open
      if keepsPresumptions, reading?.isPresumed == true { return builder.input(input.source, type: type) }
      if let common, common != state { return builder.input(input.source, type: type) }
      common = state
    }
    switch common {
    case .truth(let truth)?: return truth ? .true : .false
    case .values(.oneOf(let values))? where values.count == 1: return builder.value(values[0])
    default: return builder.input(input.source, type: type)
    }
  }
}

extension CheckedDeclaration {
  /// Whether it has a value, and is no condition.
  var isValue: Bool {
    switch kind {
    case .fact(let details): details.type != .condition
    case .definition: true
    default: false
    }
  }
}
