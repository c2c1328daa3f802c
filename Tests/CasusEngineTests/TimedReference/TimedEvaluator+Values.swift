import CasusSemantics
import CasusSyntax

extension TimedEvaluator {
  mutating func value(
    _ id: ExpressionID, _ frame: [Value], _ place: TimedPlace
  ) throws(TimedInterruption) -> Value {
    switch program[id].kind {
    case .constant(let value): return value
    case .variable(let slot): return frame[slot]
    case .today: return .date(world.moments[place.at])
    case .call(let declaration, let arguments):
      return try value(of: wanted(declaration, arguments, frame, place), at: place.at)
    case .arithmetic(let first, let rest):
      var result = try value(first, frame, place)
      for operand in rest {
        let right = try value(operand.expression, frame, place)
        guard
          let next = ReferenceOrder.compute(operand.operator, result, right, type: program[id].type)
        else { throw .unsupported("a fault") }
        result = next
      }
      return result
    case .count(let binding):
      var count: Int64 = 0
      guard binding.variables.count == 1, case .reference(.type(.entity(let type))) = binding.variables[0].domain else {
        throw .unsupported("a count over this")
      }
      for member in program[type].members {
        var inner = frame
        inner[binding.variables[0].slot] = .entity(member)
        if try binding.condition.map({ (id) throws(TimedInterruption) in try condition(id, inner, place) }) ?? true {
          count += 1
        }
      }
      return .number(Rational(count))
    case .dateOf(let subject):
      guard let last = try occurrences(of: subject, frame, place).last else { return .date(.never) }
      hasMetTheBeginning = hasMetTheBeginning || last == 0
      return .date(world.moments[last])
    default: throw .unsupported("this kind of value")
    }
  }

  private mutating func value(of wanted: ReferenceCase, at: Int) throws(TimedInterruption) -> Value {
    switch program[wanted.declaration].kind {
    case .definition(let details):
      let frame = wanted.arguments + Array(repeating: .number(.zero), count: details.frameSize - wanted.arguments.count)
      let place = TimedPlace(at: at, isInside: true)
      for item in details.cases {
        guard let when = item.when else { return try value(item.value, frame, place) }
        if try condition(when, frame, place) { return try value(item.value, frame, place) }
      }
      throw .unsupported("a definition without a last case")
    case .fact(let details): return try told(wanted, details, at: at)
    default: throw .unsupported("a value of this")
    }
  }

  /// One of the values told, the same for as long as the statement tells of it.
  private func told(_ wanted: ReferenceCase, _ details: FactDetails, at: Int) throws(TimedInterruption) -> Value {
    let speaking = told[at].speaking(of: wanted)
    let present = speaking.indices.filter { ReferenceTold.covers(speaking[$0], world.moments[at]) }
    guard let best = present.min(by: { ReferenceTold.precedes(speaking[$0], speaking[$1]) }) else {
      if case .value(let value)? = details.presumed { return value }
      throw .unsupported("a value that nobody tells")
    }
    guard present.filter({ ReferenceTold.isLevel(speaking[$0], speaking[best]) }).count == 1 else {
      throw .unsupported("level values")
    }
    let choices: [Value]
    switch speaking[best].statement.told {
    case .value(let value): choices = [value]
    case .oneOf(let values): choices = values
    case .range(.date(let low)?, .date(let high)?):
      choices = world.moments.filter { low <= $0 && $0 <= high }.map { .date($0) }
    case .range(.number(let low)?, .number(let high)?):
      guard let first = low.integer, let last = high.integer else { throw .unsupported("a range of fractions") }
      choices = (first...last).map { .number(Rational($0)) }
    default: throw .unsupported("a value told so")
    }
    return choices[try decide(.value(wanted, statement: best), among: choices.count)]
  }
}
