internal import CasusSemantics
internal import CasusSyntax

/// Where a status comes about; what matters to windows and dates.
struct Occurrences {
  /// Where it holds; of fulfilment and breach, the very moments at which they occur.
  var moments: NodeID
  /// Of fulfilment and breach, what has held once if and only if they have occurred, and is the easier to tell: an act in
  /// time, a duty overdue.
  var tokens: NodeID

  init(_ moments: NodeID, tokens: NodeID? = nil) {
    self.moments = moments
    self.tokens = tokens ?? moments
  }
}

/// What becomes of one case of a norm over time.
struct Performance {
  /// In effect, and neither performed nor overdue; the present included, and as it was seen before.
  var owed: NodeID
  var owedBefore: NodeID
  var fulfilments: Occurrences
  var breaches: Occurrences
  /// Whether it is in effect.
  var effect: NodeID

  /// Where it has a status; of fulfilment and breach, where they occur.
  subscript(_ status: StatusKind, before isSeenBefore: Bool) -> Occurrences {
    switch status {
    case .owed: Occurrences(isSeenBefore ? owedBefore : owed)
    case .fulfilled: fulfilments
    case .breached: breaches
    case .forbidden, .permitted: Occurrences(effect)
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
    let occurrences = try occurrences(of: status, id, arguments)
    let isEvent = status == .fulfilled || status == .breached
    let node = isEvent ? happened(occurrences.tokens) : occurrences.moments
    recorder.end(node)
    return node
  }

  private mutating func happened(_ occurrences: NodeID) -> NodeID {
    if occurrences == .false { return .false }
    let happened = builder.temporal(.once(occurrences))
    return isInsideDeclaration ? builder.temporal(.previous(happened)) : happened
  }

  /// Where a status holds, or occurs, for windows and dates.
  mutating func statusOccurrences(
    of status: StatusKind, _ id: DeclarationID, _ arguments: [GroundValue]
  ) throws(EngineError) -> NodeID {
    recorder.begin(.status(status, includesNow: !isInsideDeclaration), .own, at: builder.span)
    let node = try occurrences(of: status, id, arguments).moments
    recorder.end(node)
    return node
  }

  /// Where a status holds; of fulfilment and breach, where they occur.
  mutating func occurrences(
    of status: StatusKind, _ id: DeclarationID, _ arguments: [GroundValue]
  ) throws(EngineError) -> Occurrences {
    switch program[id].kind {
    case .norm(let details): return try occurrences(of: status, id, details, arguments)
    case .event:
      var moments: [NodeID] = []
      var tokens: [NodeID] = []
      for (number, declaration) in program.declarations.enumerated() {
        guard case .norm(let details) = declaration.kind, details.event == id, status.counts(details.modality) else {
          continue
        }
        let norm = DeclarationID(number)
        try forEachNormCase(of: norm, details, over: arguments) { (grounder, own, isSame) throws(EngineError) in
          let key = InstanceKey(declaration: norm.index, arguments: own)
          grounder.recorder.begin(.rival(key), .all, at: grounder.builder.span)
          if isSame != .true { grounder.recorder.note(.sameAct, isSame, at: grounder.builder.span) }
          let found = try grounder.occurrences(of: status, norm, details, own)
          let node = grounder.builder.and([isSame, found.moments])
          grounder.recorder.end(node)
          moments.append(node)
          tokens.append(grounder.builder.and([isSame, found.tokens]))
        }
      }
      return Occurrences(builder.or(moments), tokens: builder.or(tokens))
    default: return Occurrences(.false)
    }
  }

  private mutating func occurrences(
    of status: StatusKind, _ id: DeclarationID, _ details: NormDetails, _ arguments: [GroundValue]
  ) throws(EngineError) -> Occurrences {
    for (parameter, argument) in zip(program[id].parameters, arguments) {
      if let scalar = argument.scalar, !facts.contains(scalar, in: parameter.domain) { return Occurrences(.false) }
    }
    let key = InstanceKey(declaration: id.index, arguments: arguments)
    recorder.begin(.performance(status, key), .own, at: program[id].span)
    let occurrences = try performance(of: id, details, arguments)[status, before: isInsideDeclaration]
    recorder.end(occurrences.moments)
    return occurrences
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
      owed: .false, owedBefore: .false, fulfilments: Occurrences(.false), breaches: Occurrences(.false), effect: effect)
    switch details.modality {
    case .may: performance.fulfilments = Occurrences(acted)
    case .mustNot: performance.breaches = Occurrences(acted)
    case .must:
      let late = try self.late(effect, details, arguments)
      let inTime = builder.and([acted, builder.not(late)])
      let fulfilled = inTime == .false ? .false : builder.temporal(.since(inTime, effect))
      let fulfilledBefore = builder.and([effect, previous(fulfilled)])
      let lateBefore = builder.and([effect, previous(late)])
      performance.fulfilments = Occurrences(builder.and([inTime, builder.not(fulfilledBefore)]), tokens: inTime)
      performance.breaches = Occurrences(
        builder.and([late, builder.not(lateBefore), builder.not(fulfilledBefore)]),
        tokens: builder.and([late, builder.not(fulfilled)]))
      performance.owed = builder.and([effect, builder.not(fulfilled), builder.not(late)])
      performance.owedBefore = builder.and([effect, builder.not(fulfilledBefore), builder.not(lateBefore)])
    }
    recorder.note(.occurrence(.fulfilled), performance.fulfilments.moments, at: program[id].span)
    recorder.note(.occurrence(.breached), performance.breaches.moments, at: program[id].span)
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
