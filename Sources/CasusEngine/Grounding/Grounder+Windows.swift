internal import CasusSemantics
internal import CasusSyntax

/// Windows of time, and the dates of events and statuses.
extension Grounder {
  mutating func windowed(
    _ subject: ExpressionID, _ kind: Window.Kind, _ bound: ExpressionID, _ frame: inout Frame
  ) throws(EngineError) -> NodeID {
    let bound = node(of: try value(bound, &frame))
    switch program[subject].kind {
    case .call(let id, let arguments):
      guard program.isEvent(id) else { return held(try condition(subject, &frame), for: bound) }
      let (test, limit) = limit(kind, bound)
      return try eventNode(id, values(arguments, &frame)) { builder, input in
        builder.temporal(.eventWindow(test, input, limit))
      }
    case .status(let status, let id, let arguments):
      let occurrences = try statusOccurrences(of: status, id, values(arguments, &frame))
      guard status == .fulfilled || status == .breached else { return held(occurrences, for: bound) }
      return occurred(occurrences, kind, bound)
    default: return builder.faultyCondition()
    }
  }

  /// The date to which a window holds occurrences, and how they must lie to it.
  private mutating func limit(_ kind: Window.Kind, _ bound: NodeID) -> (WindowTest, NodeID) {
    switch kind {
    case .since: (.notBefore, bound)
    case .before: (.before, bound)
    case .inLast: (.notBefore, builder.temporal(.windowStart(bound)))
    case .for: (.notAfter, builder.temporal(.windowStart(bound)))
    }
  }

  /// Whether a condition has held for a duration: since no later than the window begins.
  private mutating func held(_ condition: NodeID, for duration: NodeID) -> NodeID {
    if condition == .false { return .false }
    let start = builder.temporal(.atStart(condition, builder.today()))
    let isTooLate = builder.compare(.less, builder.temporal(.windowStart(duration)), start)
    return builder.and([condition, builder.not(isTooLate)])
  }

  /// Whether what occurs where a condition holds has occurred in a window: the latest occurrence, or the first, tells.
  private mutating func occurred(_ occurrences: NodeID, _ kind: Window.Kind, _ bound: NodeID) -> NodeID {
    if occurrences == .false { return .false }
    let (test, limit) = limit(kind, bound)
    switch test {
    case .before: return builder.compare(.less, seen(.earliest(occurrences)), limit)
    case .notAfter: return builder.not(builder.compare(.less, limit, seen(.earliest(occurrences))))
    case .notBefore:
      let latest = seen(.latest(occurrences))
      let hasOccurred = builder.compare(.less, latest, builder.value(.never))
      return builder.and([hasOccurred, builder.not(builder.compare(.less, latest, limit))])
    }
  }

  /// A value that looks back, as it is read: by a declaration, as it was the moment before.
  private mutating func seen(_ node: Node) -> NodeID {
    let value = builder.temporal(node)
    return isInsideDeclaration ? builder.temporal(.previousValue(value)) : value
  }

  mutating func date(of subject: ExpressionID, _ frame: inout Frame) throws(EngineError) -> NodeID {
    switch program[subject].kind {
    case .call(let id, let arguments): return try eventDate(id, values(arguments, &frame))
    case .status(let status, let id, let arguments):
      let occurrences = try statusOccurrences(of: status, id, values(arguments, &frame))
      return occurrences == .false ? builder.value(.never) : seen(.latest(occurrences))
    default: return builder.faultyValue()
    }
  }

  /// The date of an event's case; where an argument is not definite, that of each case it may be.
  private mutating func eventDate(_ id: DeclarationID, _ arguments: [GroundValue]) throws(EngineError) -> NodeID {
    for (position, parameter) in program[id].parameters.enumerated() {
      guard case .node(let selector) = arguments[position], let range = program.scalarRange(of: parameter.domain) else {
        continue
      }
      return try chosenDate(id, arguments, at: position, selector, among: range)
    }
    guard let key = caseKey(id, arguments) else { return builder.faultyValue() }
    let date = builder.temporal(.eventDate(builder.inputID(.told(key), type: .condition)))
    recorder.note(.told(key), date, at: builder.span)
    return date
  }

  private mutating func chosenDate(
    _ id: DeclarationID, _ arguments: [GroundValue], at position: Int, _ selector: NodeID, among range: Range<Int>
  ) throws(EngineError) -> NodeID {
    var arguments = arguments
    var pairs: [(ordinal: Int, node: NodeID)] = []
    recorder.begin(.choice(id, position: position), .own, at: builder.span)
    for ordinal in range {
      arguments[position] = .constant(Scalar(ordinal))
      try step()
      recorder.begin(.chosen(ordinal), .all, at: builder.span)
      let date = try eventDate(id, arguments)
      recorder.end(date)
      pairs.append((ordinal, date))
    }
    let chosen = builder.chooseValue(selector, pairs)
    recorder.end(chosen)
    return chosen
  }
}
