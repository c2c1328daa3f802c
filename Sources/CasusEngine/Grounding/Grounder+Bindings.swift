internal import CasusSemantics
internal import CasusSyntax

extension Grounder {
  mutating func quantified(
    _ quantifier: Quantifier, _ binding: CheckedBinding, _ body: ExpressionID, _ frame: inout Frame
  ) throws(EngineError) -> NodeID {
    var nodes: [NodeID] = []
    let settling: NodeID = quantifier == .some ? .true : .false
    let join: DerivationPart.Join = quantifier == .some ? .all : .implication
    try forEachCase(of: binding, with: quantifier == .some ? body : nil, frame, join) {
      (grounder, frame, picked) throws(EngineError) in
      let holds = try grounder.condition(body, &frame)
      let node =
        quantifier == .some
        ? grounder.builder.and([picked, holds]) : grounder.builder.or([grounder.builder.not(picked), holds])
      nodes.append(node)
      return (node, node != settling || grounder.isThorough)
    }
    return quantifier == .some ? builder.or(nodes) : builder.and(nodes)
  }

  mutating func count(_ binding: CheckedBinding, _ frame: Frame) throws(EngineError) -> NodeID {
    if let counted = try countedBySearch(binding, frame) { return counted }
    var nodes: [NodeID] = []
    try forEachCase(of: binding, frame) { (_, _, picked) throws(EngineError) in
      nodes.append(picked)
      return (picked, true)
    }
    return builder.count(nodes)
  }

  mutating func sum(_ term: ExpressionID, _ binding: CheckedBinding, _ frame: Frame) throws(EngineError) -> NodeID {
    let isDuration = program[term].type == .duration
    var total = builder.value(Scalar(Rational.zero, measure: isDuration ? .clock : nil))
    var isFirst = true
    try forEachCase(of: binding, frame) { (grounder, frame, picked) throws(EngineError) in
      let summand = grounder.node(of: try grounder.value(term, &frame))
      if isFirst && picked == .true {
        total = summand
      } else {
        let nothing = grounder.builder.value(Scalar(Rational.zero, measure: isDuration ? .clock : nil))
        let added = grounder.builder.select(picked, summand, nothing)
        total = grounder.builder.arithmetic(.add, total, added, isDuration ? .durations : .numbers)
      }
      isFirst = false
      return (picked, true)
    }
    return total
  }

  /// Runs through every combination of values of a binding that its condition does not rule out, with the node of that
  /// condition. `visit` tells what a combination comes to, and whether to go on.
  /// - Parameters:
  ///   - body: what `visit` grounds, where a combination of which it fails comes to nothing.
  ///   - join: how that follows from the condition, and from what `visit` grounds.
  mutating func forEachCase(
    of binding: CheckedBinding, with body: ExpressionID? = nil, _ frame: Frame, _ join: DerivationPart.Join = .all,
    _ visit: (inout Grounder, inout Frame, NodeID) throws(EngineError) -> (node: NodeID, goesOn: Bool)
  ) throws(EngineError) {
    var ranges: [OpenRange] = []
    var frame = frame
    let joins = joins(of: binding, with: body)
    while try advance(&ranges, of: binding, joins, &frame) {
      try step()
      recorder.begin(.combination(binding.variables.map { $0.slot }, frame), join, at: builder.span)
      var picked = NodeID.true
      if let condition = binding.condition {
        recorder.begin(.restriction, .all, at: program[condition].span)
        picked = try self.condition(condition, &frame)
        recorder.end(picked)
      }
      var result: (node: NodeID, goesOn: Bool) = (join == .implication ? .true : .false, true)
      if picked != .false {
        var inner = frame
        result = try visit(&self, &inner, picked)
      }
      recorder.end(result.node)
      if !result.goesOn { return }
    }
  }

  /// What a variable ranges over, and how far it has gone.
  private struct OpenRange {
    var members: [GroundValue]
    var position = -1
  }

  /// Goes on to the next combination, the last variable first; false after the last one.
  ///
  /// A variable may range over what those before it are, so what it ranges over is looked up for each of them anew.
  private mutating func advance(
    _ ranges: inout [OpenRange], of binding: CheckedBinding, _ joins: [Join?], _ frame: inout Frame
  ) throws(EngineError) -> Bool {
    var isEntering = ranges.isEmpty
    while true {
      if isEntering {
        if ranges.count == binding.variables.count { return true }
        let domain = binding.variables[ranges.count].domain
        let join = ranges.count < joins.count ? joins[ranges.count] : nil
        ranges.append(OpenRange(members: try members(of: domain, pickedBy: join, &frame)))
      }
      guard var last = ranges.popLast() else { return false }
      last.position += 1
      isEntering = last.position < last.members.count
      if isEntering {
        frame[binding.variables[ranges.count].slot] = last.members[last.position]
        ranges.append(last)
      }
    }
  }

  private mutating func members(
    of domain: CheckedDomain, pickedBy join: Join?, _ frame: inout Frame
  ) throws(EngineError) -> [GroundValue] {
    if let join, let picked = try members(pickedBy: join, &frame, of: domain) { return picked }
    return try members(of: domain, &frame)
  }

  func members(of reference: DomainReference) -> [GroundValue]? {
    facts.members(of: reference)?.map { .constant(Scalar($0)) }
  }

  private mutating func members(of domain: CheckedDomain, _ frame: inout Frame) throws(EngineError) -> [GroundValue] {
    switch domain {
    case .reference(let reference): return members(of: reference) ?? []
    case .list(let listed):
      var found: [GroundValue] = []
      for item in listed {
        let value = try self.value(item, &frame)
        if !found.contains(value) { found.append(value) }
      }
      return found
    case .range(let low, let high):
      guard let first = try value(low, &frame).scalar?.integer, let last = try value(high, &frame).scalar?.integer
      else {
        throw .openDomain(at: program[low].span)
      }
      if last < first { return [] }
      let (length, overflow) = last.subtractingReportingOverflow(first)
      guard !overflow, length < limits.maximumSteps else { throw .limit(.steps(limits.maximumSteps)) }
      return (first...last).map { .constant(Scalar($0)) }
    }
  }
}
