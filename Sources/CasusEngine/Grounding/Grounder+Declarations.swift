internal import CasusSemantics
internal import CasusSyntax

extension Grounder {
  /// What a case of a declaration comes down to.
  mutating func body(of key: InstanceKey) throws(EngineError) -> NodeID {
    let declaration = program.declarations[key.declaration]
    let wasInside = isInsideDeclaration
    isInsideDeclaration = true
    let outer = try enter(declaration.span)
    defer {
      leave(to: outer)
      isInsideDeclaration = wasInside
    }
    recorder.beginBody(of: key, program.isValue(DeclarationID(key.declaration)) ? .own : .all, at: declaration.span)
    let node = try body(of: key, declaration)
    recorder.endBody(node)
    return node
  }

  private mutating func body(of key: InstanceKey, _ declaration: CheckedDeclaration) throws(EngineError) -> NodeID {
    let id = DeclarationID(key.declaration)
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
    let applies = try applicability(declaration, arguments)
    let alternative =
      applies == .false && !isThorough ? .false : try anyAlternative(of: id, details.alternatives, arguments)
    let some = builder.and([applies, alternative])
    let unexcepted = try some == .false ? NodeID.true : noException(details.exceptions, arguments)
    let body = builder.and([some, unexcepted])
    return try stipulated(id, arguments, body)
  }

  /// What statements say of a rule's case, before the rule.
  private mutating func stipulated(
    _ id: DeclarationID, _ arguments: [GroundValue], _ body: NodeID
  ) throws(EngineError) -> NodeID {
    if facts.hasUncountedDenials(of: id) { throw .limit(.cases(program[id].qualifiedName)) }
    if arguments.allSatisfy({ $0.scalar != nil }) { return caseKey(id, arguments).map { told($0, body) } ?? body }
    // Which case it is, is not known: where it is one that statements name, they come first.
    var untold = body
    for values in facts.named.cases(of: id) {
      let constants = values.map { GroundValue.constant(scalar(of: $0)) }
      guard let key = caseKey(id, constants) else { continue }
      var equal: [NodeID] = []
      for (argument, constant) in zip(arguments, constants) {
        equal.append(builder.compare(.equal, node(of: argument), node(of: constant)))
      }
      let isSame = builder.and(equal)
      recorder.followInItsOwnWay()
      recorder.note(.finding(key), isSame, at: program[id].span)
      let here = builder.and([isSame, told(key, body)])
      untold = builder.or([here, builder.and([builder.not(isSame), untold])])
    }
    return untold
  }

  private mutating func told(_ key: CaseKey, _ body: NodeID) -> NodeID {
    if facts.statements(of: key).isEmpty { return body }
    return builder.stipulated(key, body)
  }

  private mutating func anyAlternative(
    of id: DeclarationID, _ alternatives: [RuleDetails.Alternative], _ arguments: [GroundValue]
  ) throws(EngineError) -> NodeID {
    recorder.begin(.alternatives, .any, at: program[id].span)
    var nodes: [NodeID] = []
    for (position, alternative) in alternatives.enumerated() {
      recorder.begin(.alternative(id, position), .all, at: alternative.span)
      let force = try articleForce(alternative.article)
      let node =
        force == .false && !isThorough ? .false : builder.and([force, try met(alternative.condition, arguments)])
      recorder.end(node)
      nodes.append(node)
    }
    let any = builder.or(nodes)
    recorder.end(any)
    return any
  }

  /// The first case that holds decides.
  private mutating func definition(
    _ details: DefinitionDetails, _ arguments: [GroundValue]
  ) throws(EngineError) -> NodeID {
    var decided: [(condition: NodeID, value: NodeID)] = []
    var frame = self.frame(arguments, size: details.frameSize)
    var last: NodeID?
    for (position, item) in details.cases.enumerated() {
      recorder.begin(.definitionCase(position), .own, at: program[item.value].span)
      let condition = try item.when.map { (when) throws(EngineError) in try self.condition(when, &frame) } ?? .true
      let value = condition == .false ? nil : node(of: try self.value(item.value, &frame))
      recorder.end(condition)
      guard let value else { continue }
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
    let unexcepted = try noException(details.exceptions, arguments)
    return builder.and([applies, force, try met(details.condition, arguments), unexcepted])
  }

  mutating func noException(
    _ exceptions: [DeclarationID], _ arguments: [GroundValue]
  ) throws(EngineError) -> NodeID {
    if exceptions.isEmpty { return .true }
    recorder.begin(.exceptions, .none, at: builder.span)
    var nodes: [NodeID] = []
    for exception in exceptions {
      nodes.append(try instance(InstanceKey(declaration: exception.index, arguments: arguments)))
    }
    let none = builder.not(builder.or(nodes))
    recorder.end(none)
    return none
  }

  /// `when` holds and no `unless` does.
  mutating func met(_ condition: Condition, _ arguments: [GroundValue]) throws(EngineError) -> NodeID {
    var frame = self.frame(arguments, size: condition.frameSize)
    var nodes: [NodeID] = []
    if let when = condition.when {
      let node = try self.condition(when, &frame)
      if node == .false && !isThorough { return .false }
      nodes.append(node)
    }
    nodes += try unmet(condition.unless, &frame)
    return builder.and(nodes)
  }

  /// That each of the conditions that take away does not hold.
  private mutating func unmet(_ conditions: [ExpressionID], _ frame: inout Frame) throws(EngineError) -> [NodeID] {
    var nodes: [NodeID] = []
    for condition in conditions {
      recorder.begin(.unless, .none, at: program[condition].span)
      let node = builder.not(try self.condition(condition, &frame))
      recorder.end(node)
      nodes.append(node)
    }
    return nodes
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
    if instrument.force == nil && instrument.replacedBy.isEmpty { return .true }
    recorder.begin(.force(.instrument(id)), .all, at: instrument.span)
    var nodes: [NodeID] = []
    if let force = instrument.force { nodes.append(try self.force(force)) }
    for replacement in instrument.replacedBy {
      let from = program[replacement].force?.from
      let node = from.map { during(CircuitPeriod(from: nil, until: $0)) } ?? .false
      recorder.note(.replacement(id, by: replacement), node, at: program[replacement].span)
      nodes.append(node)
    }
    let force = builder.and(nodes)
    recorder.end(force)
    return force
  }

  /// Whether the moment lies in a period: known at once where one moment is asked about.
  private mutating func during(_ period: CircuitPeriod) -> NodeID {
    if isTemporal { return builder.during(period) }
    guard areOfOneMoment, let moment = lanes.first?.moment else { return builder.during(period) }
    return period.contains(moment) ? .true : .false
  }

  mutating func articleForce(_ id: ArticleID?) throws(EngineError) -> NodeID {
    guard let id, let force = program[id].force else { return .true }
    recorder.begin(.force(.article(id)), .all, at: force.span)
    let node = try self.force(force)
    recorder.end(node)
    return node
  }

  private mutating func force(_ force: Force) throws(EngineError) -> NodeID {
    let period = CircuitPeriod(from: force.from, until: force.until)
    let inside = during(period)
    recorder.note(.period(period), inside, at: force.span)
    if inside == .false && !isThorough { return .false }
    let outer = isInsideDeclaration
    isInsideDeclaration = true
    defer { isInsideDeclaration = outer }
    var frame = self.frame([], size: force.frameSize)
    return builder.and([inside] + (try unmet(force.unless, &frame)))
  }
}
