internal import CasusSemantics
internal import CasusSyntax

extension Grounder {
  mutating func values(_ expressions: [ExpressionID], _ frame: inout Frame) throws(EngineError) -> [GroundValue] {
    var result: [GroundValue] = []
    result.reserveCapacity(expressions.count)
    for expression in expressions { result.append(try value(expression, &frame)) }
    return result
  }

  mutating func value(_ id: ExpressionID, _ frame: inout Frame) throws(EngineError) -> GroundValue {
    let expression = program[id]
    switch expression.kind {
    case .constant(let value):
      if case .text(let text) = value { return .constant(Scalar(texts.number(of: text))) }
      if case .date(let moment) = value { dates.insert(moment) }
      return .constant(scalar(of: value))
    case .variable(let slot): return frame[slot]
    default:
      let outer = try enter(expression.span)
      defer { leave(to: outer) }
      recorder.begin(.expression(id, frame), .own, at: expression.span)
      let node = try computed(expression, &frame)
      recorder.end(node)
      let value = groundValue(of: node)
      if expression.type == .date, let moment = value.scalar?.moment { dates.insert(moment) }
      return value
    }
  }

  private mutating func computed(_ expression: CheckedExpression, _ frame: inout Frame) throws(EngineError) -> NodeID {
    switch expression.kind {
    case .today:
      return isTemporal ? builder.today() : builder.value(Scalar(Rational(lanes[0].moment.minutes)))
    case .call(let declaration, let arguments):
      return try call(declaration, arguments: values(arguments, &frame))
    case .negative(let operand): return builder.negative(node(of: try value(operand, &frame)))
    case .arithmetic(let first, let operands): return try arithmetic(first, operands, &frame)
    case .count(let binding): return try count(binding, frame)
    case .sum(let term, let binding): return try sum(term, binding, frame)
    case .extremum(let extremum, let operands):
      guard let first = operands.first else { return builder.faultyValue() }
      var result = node(of: try value(first, &frame))
      for operand in operands.dropFirst() {
        result = builder.extremum(extremum, result, node(of: try value(operand, &frame)))
      }
      return result
    case .gap(let gap): return gapNode(gap, frame)
    case .dateOf(let subject): return try date(of: subject, &frame)
    default: return builder.faultyValue()
    }
  }

  private mutating func arithmetic(
    _ first: ExpressionID, _ operands: [CheckedOperand], _ frame: inout Frame
  ) throws(EngineError) -> NodeID {
    var result = node(of: try value(first, &frame))
    var type = program[first].type
    for operand in operands {
      let right = node(of: try value(operand.expression, &frame))
      let rightType = program[operand.expression].type
      switch (type, rightType) {
      case (.date, .date):
        result = builder.arithmetic(operand.operator, result, right, .dates)
        type = .duration
      case (.date, .duration): result = builder.arithmetic(operand.operator, result, right, .dateAndDuration)
      case (.duration, .date):
        result = builder.arithmetic(operand.operator, right, result, .dateAndDuration)
        type = .date
      case (.duration, .duration): result = builder.arithmetic(operand.operator, result, right, .durations)
      case (.duration, _): result = builder.arithmetic(operand.operator, result, right, .durationAndNumber)
      case (_, .duration):
        result = builder.arithmetic(operand.operator, result, right, .numberAndDuration)
        type = .duration
      default: result = builder.arithmetic(operand.operator, result, right, .numbers)
      }
    }
    return result
  }
}
