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
      if !facts.contains(scalar, in: parameter.domain) { return outside(declaration) }
    }
    return try settled(id, declaration, arguments)
  }

  private mutating func choice(
    of id: DeclarationID, _ arguments: [GroundValue], at position: Int, _ selector: NodeID, among range: Range<Int>
  ) throws(EngineError) -> NodeID {
    var pairs: [(ordinal: Int, node: NodeID)] = []
    var arguments = arguments
    for ordinal in range {
      arguments[position] = .constant(Scalar(ordinal))
      try step()
      pairs.append((ordinal, try call(id, arguments: arguments)))
    }
    return isValue(program[id]) ? builder.chooseValue(selector, pairs) : builder.choose(selector, pairs)
  }

  /// A condition called outside its parameters' sets is false; a value so called is a fault.
  private mutating func outside(_ declaration: CheckedDeclaration) -> NodeID {
    isValue(declaration) ? builder.faultyValue() : .false
  }

  func isValue(_ declaration: CheckedDeclaration) -> Bool {
    switch declaration.kind {
    case .fact(let details): details.type != .condition
    case .definition: true
    default: false
    }
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
    guard let index = facts.index(of: id) else { return nil }
    var integers: [Int] = []
    for argument in arguments {
      guard let integer = argument.scalar?.integer else { return nil }
      integers.append(integer)
    }
    return index.ordinal(of: integers).map { CaseKey(id, ordinal: $0) }
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
