internal import CasusSemantics
internal import CasusSyntax

/// The deadlines of norms.
extension Grounder {
  /// Whether the deadline of the episode at hand is past.
  mutating func late(
    _ effect: NodeID, _ details: NormDetails, _ arguments: [GroundValue]
  ) throws(EngineError) -> NodeID {
    guard effect != .false, details.deadline != nil else { return .false }
    recorder.begin(.overdue, .own, at: builder.span)
    var late = NodeID.false
    if let deadline = try deadline(of: details, arguments) { late = self.late(effect, deadline) }
    recorder.end(late)
    return late
  }

  private mutating func late(_ effect: NodeID, _ deadline: GroundDeadline) -> NodeID {
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
}
