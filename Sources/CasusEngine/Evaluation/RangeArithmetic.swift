internal import CasusSemantics
package import CasusSyntax

/// A stretch of values: an end that is nil is open. Whether computing it may fail is kept beside it.
package struct ValueRange: Equatable, Sendable {
  package var low: Scalar?
  package var high: Scalar?
  package var mayFault: Bool

  package init(_ low: Scalar?, _ high: Scalar?, mayFault: Bool = false) {
    self.low = low
    self.high = high
    self.mayFault = mayFault
  }

  package static var anything: ValueRange { ValueRange(nil, nil) }
}

/// The tightest range of one operation. An end that overflows becomes open and may be a fault.
package func compute(
  _ operation: ArithmeticOperator, _ left: ValueRange, _ right: ValueRange, _ kinds: ValueKinds
) -> ValueRange {
  var result: ValueRange
  switch operation {
  case .add: result = combine(.add, left.low, right.low, left.high, right.high, kinds)
  case .subtract: result = combine(.subtract, left.low, right.high, left.high, right.low, kinds)
  case .multiply: result = product(left, right, kinds)
  case .divide: result = quotient(left, right, kinds)
  }
  result.mayFault = result.mayFault || left.mayFault || right.mayFault
  return result
}

private func combine(
  _ operation: ArithmeticOperator, _ firstLow: Scalar?, _ secondLow: Scalar?, _ firstHigh: Scalar?,
  _ secondHigh: Scalar?, _ kinds: ValueKinds
) -> ValueRange {
  var range = ValueRange.anything
  if let firstLow, let secondLow {
    range.low = try? compute(operation, firstLow, secondLow, kinds)
    range.mayFault = range.low == nil
  }
  if let firstHigh, let secondHigh {
    range.high = try? compute(operation, firstHigh, secondHigh, kinds)
    range.mayFault = range.mayFault || range.high == nil
  }
  return range
}

/// An end of a range on the line that infinity closes.
private enum End {
  case minusInfinity
  case finite(Scalar)
  case plusInfinity

  var sign: Int {
    switch self {
    case .minusInfinity: -1
    case .plusInfinity: 1
    case .finite(let scalar): scalar.number.numerator.signum() > 0 ? 1 : scalar.number.numerator < 0 ? -1 : 0
    }
  }
}

private func ends(_ range: ValueRange) -> [End] {
  [range.low.map { .finite($0) } ?? .minusInfinity, range.high.map { .finite($0) } ?? .plusInfinity]
}

private func product(_ left: ValueRange, _ right: ValueRange, _ kinds: ValueKinds) -> ValueRange {
  var corners: [End] = []
  var mayFault = false
  let measure = left.low?.measure ?? left.high?.measure ?? right.low?.measure ?? right.high?.measure
  for first in ends(left) {
    for second in ends(right) {
      if case .finite(let a) = first, case .finite(let b) = second {
        if let exact = try? compute(.multiply, a, b, kinds) {
          corners.append(.finite(exact))
          continue
        }
        mayFault = true
      }
      switch first.sign * second.sign {
      case 0: corners.append(.finite(Scalar(Rational.zero, measure: measure)))
      case 1: corners.append(.plusInfinity)
      default: corners.append(.minusInfinity)
      }
    }
  }
  return hull(of: corners, mayFault: mayFault)
}

private func quotient(_ left: ValueRange, _ right: ValueRange, _ kinds: ValueKinds) -> ValueRange {
  let zero = Rational.zero
  let isPositive = right.low.map { zero < $0.number } ?? false
  let isNegative = right.high.map { $0.number < zero } ?? false
  guard isPositive || isNegative else { return ValueRange(nil, nil, mayFault: true) }
  var corners: [End] = []
  var mayFault = false
  for first in ends(left) {
    for second in ends(right) {
      switch (first, second) {
      case (.finite(let a), .finite(let b)):
        if let exact = try? compute(.divide, a, b, kinds) {
          corners.append(.finite(exact))
        } else {
          mayFault = true
          corners.append(first.sign * second.sign < 0 ? .minusInfinity : .plusInfinity)
        }
      // What is divided by ever more comes as near to nothing as you like.
      case (.finite(let a), _): corners.append(.finite(Scalar(zero, measure: a.measure)))
      case (_, .finite), (_, _): corners.append(first.sign * second.sign < 0 ? .minusInfinity : .plusInfinity)
      }
    }
  }
  return hull(of: corners, mayFault: mayFault)
}

private func hull(of corners: [End], mayFault: Bool) -> ValueRange {
  var low: Scalar?
  var high: Scalar?
  var isLowOpen = false
  var isHighOpen = false
  for corner in corners {
    switch corner {
    case .minusInfinity: isLowOpen = true
    case .plusInfinity: isHighOpen = true
    case .finite(let scalar):
      if low.map({ scalar.number < $0.number }) ?? true { low = scalar }
      if high.map({ $0.number < scalar.number }) ?? true { high = scalar }
    }
  }
  return ValueRange(isLowOpen ? nil : low, isHighOpen ? nil : high, mayFault: mayFault)
}
