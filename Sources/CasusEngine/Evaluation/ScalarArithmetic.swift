package import CasusSemantics
package import CasusSyntax

/// One operation on definite values.
package func compute(
  _ operation: ArithmeticOperator, _ left: Scalar, _ right: Scalar, _ kinds: ValueKinds
) throws(ArithmeticFault) -> Scalar {
  switch kinds {
  case .numbers: return Scalar(try compute(operation, left.number, right.number))
  case .durationAndNumber: return Scalar(try compute(operation, left.number, right.number), measure: left.measure)
  case .numberAndDuration: return Scalar(try compute(operation, left.number, right.number), measure: right.measure)
  case .durations:
    guard let first = left.duration, let second = right.duration else { throw .overflow }
    let result = operation == .subtract ? try first.subtracting(second) : try first.adding(second)
    return Scalar(Rational(result.amount), measure: result.measure)
  case .dates:
    guard let first = left.moment, let second = right.moment else { throw .overflow }
    let result = try first.duration(since: second)
    return Scalar(Rational(result.amount), measure: result.measure)
  case .dateAndDuration:
    guard let moment = left.moment, let duration = right.duration else { throw .overflow }
    let result = operation == .subtract ? try moment.subtracting(duration) : try moment.adding(duration)
    return Scalar(Rational(result.minutes))
  }
}

private func compute(
  _ operation: ArithmeticOperator, _ left: Rational, _ right: Rational
) throws(ArithmeticFault) -> Rational {
  switch operation {
  case .add: try left.adding(right)
  case .subtract: try left.subtracting(right)
  case .multiply: try left.multiplied(by: right)
  case .divide: try left.divided(by: right)
  }
}
