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

  /// Where it has a status; of fulfilment and breach, where they occur.
  subscript(_ status: StatusKind, before isSeenBefore: Bool) -> NodeID {
    switch status {
    case .owed: isSeenBefore ? owedBefore : owed
    case .fulfilled: fulfilments
    case .breached: breaches
    case .forbidden, .permitted: effect
    }
  }
}

extension Grounder {
  /// Whether a norm's case, or some norm over an act, has a status.
  ///
  /// A question sees its own minute as well, a declaration what happened before the moment it is read at.
  mutating func status(
    _ status: StatusKind, _ id: DeclarationID, _ arguments: [GroundValue]
  ) throws(EngineError) -> NodeID {
    recorder.begin(.status(status, includesNow: !isInsideDeclaration), .own, at: builder.span)
    let node = happened(status, try occurrences(of: status, id, arguments))
    recorder.end(node)
    return node
  }

  private mutating func happened(_ status: StatusKind, _ occurrences: NodeID) -> NodeID {
    guard status == .fulfilled || status == .breached else { return occurrences }
    let happened = builder.temporal(.once(occurrences))
    if occurrences == .false { return .false }
    return isInsideDeclaration ? builder.temporal(.previous(happened)) : happened
  }

  /// Where a status holds, or occurs, for windows and dates.
  mutating func statusOccurrences(
    of status: StatusKind, _ id: DeclarationID, _ arguments: [GroundValue]
  ) throws(EngineError) -> NodeID {
    recorder.begin(.status(status, includesNow: !isInsideDeclaration), .own, at: builder.span)
    let node = try occurrences(of: status, id, arguments)
    recorder.end(node)
    return node
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
          let key = InstanceKey(declaration: norm.index, arguments: own)
          grounder.recorder.begin(.rival(key), .all, at: grounder.builder.span)
          if isSame != .true { grounder.recorder.note(.sameAct, isSame, at: grounder.builder.span) }
          let node = grounder.builder.and([isSame, try grounder.node(status, norm, details, own)])
          grounder.recorder.end(node)
          nodes.append(node)
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
    let key = InstanceKey(declaration: id.index, arguments: arguments)
    recorder.begin(.performance(status, key), .own, at: program[id].span)
    let node = try performance(of: id, details, arguments)[status, before: isInsideDeclaration]
    recorder.end(node)
    return node
  }

  private mutating func performance(
    of id: DeclarationID, _ details: NormDetails, _ arguments: [GroundValue]
  ) throws(EngineError) -> Performance {
    let key = InstanceKey(declaration: id.index, arguments: arguments)
    if let known = performances[key] {
      recorder.refer(toLifeOf: key)
      return known
    }
    recorder.beginLife(of: key, at: program[id].span)
    defer { recorder.end(.true) }
    let effect = try instance(key)
    let act = try self.act(details, arguments)
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
    recorder.note(.occurrence(.fulfilled), performance.fulfilments, at: program[id].span)
    recorder.note(.occurrence(.breached), performance.breaches, at: program[id].span)
    performances[key] = performance
    return performance
  }

  private mutating func act(_ details: NormDetails, _ arguments: [GroundValue]) throws(EngineError) -> NodeID {
    recorder.begin(.act, .own, at: builder.span)
    let act = try occurrence(of: details.event, act(of: details, arguments))
    recorder.end(act)
    return act
  }

  private mutating func previous(_ node: NodeID) -> NodeID {
    node == .false ? .false : builder.temporal(.previous(node))
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
      recorder.begin(.choice(id, position: position), .own, at: builder.span)
      for ordinal in range {
        arguments[position] = .constant(Scalar(ordinal))
        recorder.begin(.chosen(ordinal), .all, at: builder.span)
        let node = try eventNode(id, arguments, make)
        recorder.end(node)
        pairs.append((ordinal, node))
      }
      let chosen = builder.choose(selector, pairs)
      recorder.end(chosen)
      return chosen
    }
    guard let key = caseKey(id, arguments) else { return .false }
    let isRuledOut =
      !keepsPresumptions && facts.statements(of: key).isEmpty && facts.presumption(of: id) == .truth(false)
    let node = isRuledOut ? .false : make(&builder, builder.inputID(.told(key), type: .condition))
    recorder.note(.told(key), node, at: builder.span)
    return node
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
