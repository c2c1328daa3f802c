internal import CasusSemantics
internal import CasusSyntax

extension Grounder {
  mutating func condition(_ id: ExpressionID, _ frame: inout Frame) throws(EngineError) -> NodeID {
    let expression = program[id]
    let outer = try enter(expression.span)
    defer { leave(to: outer) }
    recorder.begin(.expression(id, frame), expression.kind.join, at: expression.span)
    let node = try condition(expression, &frame)
    recorder.end(node)
    return node
  }

  private mutating func condition(_ expression: CheckedExpression, _ frame: inout Frame) throws(EngineError) -> NodeID {
    switch expression.kind {
    case .truth(let truth): return truth ? .true : .false
    case .and(let operands): return try conjunction(operands, &frame)
    case .or(let operands): return try disjunction(operands, &frame)
    case .not(let operand): return builder.not(try condition(operand, &frame))
    case .comparison(let comparison, let left, let right):
      let first = node(of: try value(left, &frame))
      return compare(comparison, first, node(of: try value(right, &frame)))
    case .membership(let element, let domain, let negated):
      let found = try membership(node(of: value(element, &frame)), in: domain, &frame)
      return negated ? builder.not(found) : found
    case .quantified(let quantifier, let binding, let body):
      return try quantified(quantifier, binding, body, &frame)
    case .call(let declaration, let arguments):
      return try call(declaration, arguments: values(arguments, &frame))
    case .gap(let gap): return gapNode(gap, frame)
    case .status(let status, let declaration, let arguments):
      return try self.status(status, declaration, values(arguments, &frame))
    case .windowed(let subject, let kind, let bound): return try windowed(subject, kind, bound, &frame)
    default: return builder.faultyCondition()
    }
  }

  private mutating func conjunction(_ operands: [ExpressionID], _ frame: inout Frame) throws(EngineError) -> NodeID {
    var nodes: [NodeID] = []
    for operand in operands {
      let node = try condition(operand, &frame)
      if node == .false && !isThorough { return .false }
      nodes.append(node)
    }
    return builder.and(nodes)
  }

  private mutating func disjunction(_ operands: [ExpressionID], _ frame: inout Frame) throws(EngineError) -> NodeID {
    var nodes: [NodeID] = []
    for operand in operands {
      let node = try condition(operand, &frame)
      if node == .true && !isThorough { return .true }
      nodes.append(node)
    }
    return builder.or(nodes)
  }

  mutating func compare(_ comparison: ComparisonOperator, _ left: NodeID, _ right: NodeID) -> NodeID {
    switch comparison {
    case .equal: builder.compare(.equal, left, right)
    case .notEqual: builder.not(builder.compare(.equal, left, right))
    case .less: builder.compare(.less, left, right)
    case .lessOrEqual: builder.not(builder.compare(.less, right, left))
    case .greater: builder.compare(.less, right, left)
    case .greaterOrEqual: builder.not(builder.compare(.less, left, right))
    }
  }

  private mutating func membership(
    _ element: NodeID, in domain: CheckedDomain, _ frame: inout Frame
  ) throws(EngineError) -> NodeID {
    switch domain {
    case .range(let low, let high):
      let low = node(of: try value(low, &frame))
      let high = node(of: try value(high, &frame))
      return builder.and([compare(.greaterOrEqual, element, low), compare(.lessOrEqual, element, high)])
    case .list(let listed):
      var nodes: [NodeID] = []
      for item in listed { nodes.append(builder.compare(.equal, element, node(of: try value(item, &frame)))) }
      return builder.or(nodes)
    case .reference(let reference):
      if case .set(let set) = reference, case .integers(let range) = program[set].elements {
        let low = builder.value(Scalar(range.lowerBound))
        let high = builder.value(Scalar(range.upperBound))
        return builder.and([compare(.greaterOrEqual, element, low), compare(.lessOrEqual, element, high)])
      }
      guard let members = facts.members(of: reference) else { return .true }
      var nodes: [NodeID] = []
      for member in members { nodes.append(builder.compare(.equal, element, builder.value(Scalar(member)))) }
      return builder.or(nodes)
    }
  }

  /// A gap has one truth or value in each case of the variables in sight.
  mutating func gapNode(_ id: GapID, _ frame: Frame) -> NodeID {
    let gap = program[id]
    let sight = gap.variables.map { Int(node(of: frame[$0]).index) }
    let input = builder.input(.gap(id, sight), type: gap.type)
    recorder.note(.gap(id), input, at: gap.span)
    return input
  }
}

extension CheckedExpression.Kind {
  /// How the truth of a condition follows from that of its parts.
  fileprivate var join: DerivationPart.Join {
    switch self {
    case .and, .call: .all
    case .or: .any
    case .not: .none
    case .quantified(let quantifier, _, satisfies: _): quantifier == .some ? .any : .all
    default: .own
    }
  }
}
