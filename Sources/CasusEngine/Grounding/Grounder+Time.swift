internal import CasusSemantics
internal import CasusSyntax

/// What becomes of one case of a norm over time.
struct Performance {
  /// In effect, and neither performed nor overdue; the present included, and as it was seen before.
  var owed: NodeID
  var owedBefore: NodeID
  /// Where it is fulfilled or breached, at that very moment.
  var fulfilments: NodeID
  var breaches: NodeID
  /// Whether it is in effect.
  var effect: NodeID
}

extension Grounder {
  /// Whether a norm's case, or some norm over an act, has a status.
  ///
  /// A question sees its own minute as well, a declaration what happened before the moment it is read at.
  mutating func status(
    _ status: StatusKind, _ id: DeclarationID, _ arguments: [GroundValue]
  ) throws(EngineError) -> NodeID {
    let occurrences = try occurrences(of: status, id, arguments)
    guard status == .fulfilled || status == .breached else { return occurrences }
    let happened = builder.temporal(.once(occurrences))
    if occurrences == .false { return .false }
    return isInsideDeclaration ? builder.temporal(.previous(happened)) : happened
  }

  /// Where a status holds; of fulfilment and breach, where they occur.
  mutating func occurrences(
    of status: StatusKind, _ id: DeclarationID, _ arguments: [GroundValue]
  ) throws(EngineError) -> NodeID {
    switch program[id].kind {
    case .norm(let details): return try self.node(status, id, details, arguments)
    case .event:
      var nodes: [NodeID] = []
      for (number, declaration) in program.declarations.enumerated() {
        guard case .norm(let details) = declaration.kind, details.event == id, status.counts(details.modality) else {
          continue
        }
        let norm = DeclarationID(number)
        try forEachNormCase(of: norm, details, over: arguments) { (grounder, own, isSame) throws(EngineError) in
          nodes.append(grounder.builder.and([isSame, try grounder.node(status, norm, details, own)]))
        }
      }
      return builder.or(nodes)
    default: return .false
    }
  }

  private mutating func node(
    _ status: StatusKind, _ id: DeclarationID, _ details: NormDetails, _ arguments: [GroundValue]
  ) throws(EngineError) -> NodeID {
    for (parameter, argument) in zip(program[id].parameters, arguments) {
      if let scalar = argument.scalar, !facts.contains(scalar, in: parameter.domain) { return .false }
    }
    let performance = try performance(of: id, details, arguments)
    switch status {
    case .owed: return isInsideDeclaration ? performance.owedBefore : performance.owed
    case .fulfilled: return performance.fulfilments
    case .breached: return performance.breaches
    case .forbidden, .permitted: return performance.effect
    }
  }

  private mutating func performance(
    of id: DeclarationID, _ details: NormDetails, _ arguments: [GroundValue]
  ) throws(EngineError) -> Performance {
    let key = InstanceKey(declaration: id.index, arguments: arguments)
    if let known = performances[key] { return known }
    let effect = try instance(key)
    let act = try occurrence(of: details.event, act(of: details, arguments))
    let acted = builder.and([effect, act])
    var performance = Performance(
      owed: .false, owedBefore: .false, fulfilments: .false, breaches: .false, effect: effect)
    switch details.modality {
    case .may: performance.fulfilments = acted
    case .mustNot: performance.breaches = acted
    case .must:
      let late = try self.late(effect, details, arguments)
      let inTime = builder.and([acted, builder.not(late)])
      let fulfilled = inTime == .false ? .false : builder.temporal(.since(inTime, effect))
      let fulfilledBefore = builder.and([effect, previous(fulfilled)])
      let lateBefore = builder.and([effect, previous(late)])
      performance.fulfilments = builder.and([inTime, builder.not(fulfilledBefore)])
      performance.breaches = builder.and([late, builder.not(lateBefore), builder.not(fulfilledBefore)])
      performance.owed = builder.and([effect, builder.not(fulfilled), builder.not(late)])
      performance.owedBefore = builder.and([effect, builder.not(fulfilledBefore), builder.not(lateBefore)])
    }
    performances[key] = performance
    return performance
  }

  private mutating func previous(_ node: NodeID) -> NodeID {
    node == .false ? .false : builder.temporal(.previous(node))
  }

  /// Whether the deadline of the episode at hand is past.
  private mutating func late(
    _ effect: NodeID, _ details: NormDetails, _ arguments: [GroundValue]
  ) throws(EngineError) -> NodeID {
    guard effect != .false, let deadline = try deadline(of: details, arguments) else { return .false }
    let today = builder.today()
    switch deadline {
    case .within(let duration):
      let end = atStart(of: effect, builder.temporal(.deadlineEnd(duration)))
      return builder.and([effect, builder.compare(.less, end, today)])
    case .by(let date):
      // By a date at midnight, the deadline ends with its day.
      let date = atStart(of: effect, date)
      let isToday = builder.compare(.equal, date, builder.temporal(.startOfToday))
      return builder.and([effect, builder.compare(.less, date, today), builder.not(isToday)])
    }
  }

  /// What a value was when the episode began; one that never changes is that at any time.
  private mutating func atStart(of effect: NodeID, _ value: NodeID) -> NodeID {
    builder.scalar(of: value) == nil ? builder.temporal(.atStart(effect, value)) : value
  }

  private enum GroundDeadline {
    case within(NodeID)
    case by(NodeID)
  }

  /// The value of a norm's deadline in one of its cases; nil where it has none.
  private mutating func deadline(
    of details: NormDetails, _ arguments: [GroundValue]
  ) throws(EngineError) -> GroundDeadline? {
    guard let deadline = details.deadline else { return nil }
    let outer = isInsideDeclaration
    isInsideDeclaration = true
    defer { isInsideDeclaration = outer }
    var frame = self.frame(arguments, size: details.condition.frameSize)
    switch deadline {
    case .within(let duration): return .within(node(of: try value(duration, &frame)))
    case .by(let date): return .by(node(of: try value(date, &frame)))
    }
  }

  /// When a case of a norm falls due, while it is in effect; nil for a norm without a deadline.
  mutating func dueDate(of id: DeclarationID, _ arguments: [GroundValue]) throws(EngineError) -> NodeID? {
    guard case .norm(let details) = program[id].kind, let deadline = try deadline(of: details, arguments) else {
      return nil
    }
    let effect = try instance(InstanceKey(declaration: id.index, arguments: arguments))
    if effect == .false { return nil }
    switch deadline {
    case .within(let duration): return builder.temporal(.atStart(effect, builder.temporal(.dueDate(duration))))
    case .by(let date): return builder.temporal(.atStart(effect, date))
    }
  }

  /// Where an event's case occurs, at that very moment.
  private mutating func occurrence(of event: DeclarationID, _ arguments: [GroundValue]) throws(EngineError) -> NodeID {
    try eventNode(event, arguments) { builder, input in builder.temporal(.occurs(input)) }
  }

  /// A node over an event's case; where an argument is not definite, what stands beside each of its values.
  mutating func eventNode(
    _ id: DeclarationID, _ arguments: [GroundValue], _ make: (inout CircuitBuilder, InputID) -> NodeID
  ) throws(EngineError) -> NodeID {
    for (position, parameter) in program[id].parameters.enumerated() {
      guard case .node(let selector) = arguments[position], let range = program.scalarRange(of: parameter.domain) else {
        continue
      }
      var pairs: [(ordinal: Int, node: NodeID)] = []
      var arguments = arguments
      for ordinal in range {
        arguments[position] = .constant(Scalar(ordinal))
        pairs.append((ordinal, try eventNode(id, arguments, make)))
      }
      return builder.choose(selector, pairs)
    }
    guard let key = caseKey(id, arguments) else { return .false }
    note(key)
    if !keepsPresumptions, facts.statements(of: key).isEmpty, facts.presumption(of: id) == .truth(false) {
      return .false
    }
    let input = builder.inputID(.told(key), type: .condition)
    return make(&builder, input)
  }
}

extension StatusKind {
  /// Whether norms of a modality count where an act is asked for this status.
  func counts(_ modality: Modality) -> Bool {
    switch self {
    case .owed: modality == .must
    case .forbidden: modality == .mustNot
    case .permitted: modality == .may
    case .fulfilled: modality != .mustNot
    case .breached: modality != .may
    }
  }
}
