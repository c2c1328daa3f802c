internal import CasusSemantics
internal import CasusSyntax

extension Grounder {
  /// What a case of a declaration comes down to.
  mutating func body(of key: InstanceKey) throws(EngineError) -> NodeID {
    let id = DeclarationID(key.declaration)
    let declaration = program[id]
    let wasInside = isInsideDeclaration
    isInsideDeclaration = true
    let outer = try enter(declaration.span)
    defer {
      leave(to: outer)
      isInsideDeclaration = wasInside
    }
    switch declaration.kind {
    case .rule(let details): return try rule(id, declaration, details, key.arguments)
    case .definition(let details): return try definition(details, key.arguments)
    case .exception(let details): return try exception(declaration, details, key.arguments)
    case .norm(let details): return try norm(declaration, details, key.arguments)
    case .fact, .event: return try call(id, arguments: key.arguments)
    }
  }

  /// One alternative is enough, unless an exception reaches them all; what statements say comes before both.
  private mutating func rule(
    _ id: DeclarationID, _ declaration: CheckedDeclaration, _ details: RuleDetails, _ arguments: [GroundValue]
  ) throws(EngineError) -> NodeID {
    var alternatives: [NodeID] = []
    let applies = try applicability(declaration, arguments)
    if applies != .false {
      for alternative in details.alternatives {
        let force = try articleForce(alternative.article)
        if force == .false { continue }
        alternatives.append(builder.and([force, try met(alternative.condition, arguments)]))
      }
    }
    let some = builder.and([applies, builder.or(alternatives)])
    let excepted = try some == .false ? NodeID.false : anyException(details.exceptions, arguments)
    let body = builder.and([some, builder.not(excepted)])
    guard let key = caseKey(id, arguments), !facts.statements(of: key).isEmpty else { return body }
    note(key)
    return builder.stipulated(key, body)
  }

  /// The first case that holds decides.
  private mutating func definition(
    _ details: DefinitionDetails, _ arguments: [GroundValue]
  ) throws(EngineError) -> NodeID {
    var decided: [(condition: NodeID, value: NodeID)] = []
    var frame = self.frame(arguments, size: details.frameSize)
    var last: NodeID?
    for item in details.cases {
      let condition = try item.when.map { (when) throws(EngineError) in try self.condition(when, &frame) } ?? .true
      if condition == .false { continue }
      let value = node(of: try self.value(item.value, &frame))
      if condition == .true {
        last = value
        break
      }
      decided.append((condition, value))
    }
    var result = last ?? builder.faultyValue()
    for item in decided.reversed() { result = builder.select(item.condition, item.value, result) }
    return result
  }

  private mutating func exception(
    _ declaration: CheckedDeclaration, _ details: ExceptionDetails, _ arguments: [GroundValue]
  ) throws(EngineError) -> NodeID {
    let applies = try applicability(declaration, arguments)
    let force = try articleForce(declaration.article)
    let excepted = try anyException(details.exceptions, arguments)
    return builder.and([applies, force, try met(details.condition, arguments), builder.not(excepted)])
  }

  mutating func anyException(
    _ exceptions: [DeclarationID], _ arguments: [GroundValue]
  ) throws(EngineError) -> NodeID {
    var nodes: [NodeID] = []
    for exception in exceptions {
      nodes.append(try instance(InstanceKey(declaration: exception.index, arguments: arguments)))
    }
    return builder.or(nodes)
  }

  /// `when` holds and no `unless` does.
  mutating func met(_ condition: Condition, _ arguments: [GroundValue]) throws(EngineError) -> NodeID {
    var frame = self.frame(arguments, size: condition.frameSize)
    var nodes: [NodeID] = []
    if let when = condition.when {
      let node = try self.condition(when, &frame)
      if node == .false { return .false }
      nodes.append(node)
    }
    for unless in condition.unless { nodes.append(builder.not(try self.condition(unless, &frame))) }
    return builder.and(nodes)
  }

  func frame(_ arguments: [GroundValue], size: Int) -> Frame {
    arguments + Array(repeating: .constant(Scalar(0)), count: max(0, size - arguments.count))
  }

  // MARK: Instruments

  /// The instrument has force, and arguments that must be parties are.
  mutating func applicability(
    _ declaration: CheckedDeclaration, _ arguments: [GroundValue]
  ) throws(EngineError) -> NodeID {
    var nodes: [NodeID] = []
    if let instrument = declaration.instrument { nodes.append(try instrumentForce(instrument)) }
    for (parameter, argument) in zip(declaration.parameters, arguments) {
      guard case .parties(let instrument) = parameter.domain, let fact = program[instrument].partyFact else { continue }
      nodes.append(try call(fact, arguments: [argument]))
    }
    return builder.and(nodes)
  }

  private mutating func instrumentForce(_ id: InstrumentID) throws(EngineError) -> NodeID {
    let instrument = program[id]
    var nodes: [NodeID] = []
    if let force = instrument.force { nodes.append(try self.force(force)) }
    for replacement in instrument.replacedBy {
      guard let from = program[replacement].force?.from else { return .false }
      nodes.append(during(CircuitPeriod(from: nil, until: from)))
    }
    return builder.and(nodes)
  }

  /// Whether the moment lies in a period: known at once where one moment is asked about.
  private mutating func during(_ period: CircuitPeriod) -> NodeID {
    if isTemporal { return builder.during(period) }
    let held = Set(lanes.map { period.contains($0.moment) })
    return held.count == 1 ? (held == [true] ? .true : .false) : builder.during(period)
  }

  mutating func articleForce(_ id: ArticleID?) throws(EngineError) -> NodeID {
    guard let force = id.flatMap({ program[$0].force }) else { return .true }
    return try self.force(force)
  }

  private mutating func force(_ force: Force) throws(EngineError) -> NodeID {
    let period = CircuitPeriod(from: force.from, until: force.until)
    var nodes = [during(period)]
    if nodes == [.false] { return .false }
    let outer = isInsideDeclaration
    isInsideDeclaration = true
    defer { isInsideDeclaration = outer }
    var frame = self.frame([], size: force.frameSize)
    for unless in force.unless { nodes.append(builder.not(try condition(unless, &frame))) }
    return builder.and(nodes)
  }
}
