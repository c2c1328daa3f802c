internal import CasusSemantics
package import CasusSyntax

/// What lanes compute from values.
extension LaneAlgebra {
  package func arithmetic(
    _ operation: ArithmeticOperator, _ left: [LaneValue], _ right: [LaneValue], _ kinds: ValueKinds
  ) -> [LaneValue] {
    lanes.indices.map { lane in
      let (first, second) = (left[lane].range, right[lane].range)
      let result = LaneValue(compute(operation, first, second, kinds))
      guard result.mayFault, kinds == .dateAndDuration, operation == .subtract, isEarly(lane) else { return result }
      // What lies before the calendar lies before all dates, as the present does there.
      let isDefinite = first.low != nil && first.low == first.high && second.low != nil && second.low == second.high
      return LaneValue(
        ValueRange(
          .beforeAllDates, isDefinite ? .beforeAllDates : first.high ?? .never,
          mayFault: first.mayFault || second.mayFault))
    }
  }

  package func negative(_ value: [LaneValue]) -> [LaneValue] {
    let zero = ValueRange(Scalar(0), Scalar(0))
    return value.map { value in
      let kinds: ValueKinds =
        value.range.low?.measure == nil && value.range.high?.measure == nil ? .numbers : .numberAndDuration
      return LaneValue(compute(.subtract, zero, value.range, kinds))
    }
  }

  package func extremum(_ extremum: Extremum, _ left: [LaneValue], _ right: [LaneValue]) -> [LaneValue] {
    lanes.indices.map { lane in
      let (first, second) = (left[lane].range, right[lane].range)
      let isMinimum = extremum == .minimum
      let low = isMinimum ? bounded(first.low, second.low) { $1 < $0 } : either(first.low, second.low) { $0 < $1 }
      let high = isMinimum ? either(first.high, second.high) { $1 < $0 } : bounded(first.high, second.high) { $0 < $1 }
      return LaneValue(ValueRange(low, high, mayFault: first.mayFault || second.mayFault))
    }
  }

  /// The further of two ends, open where one is.
  private func bounded(_ first: Scalar?, _ second: Scalar?, _ isNearer: (Rational, Rational) -> Bool) -> Scalar? {
    guard let first, let second else { return nil }
    return isNearer(first.number, second.number) ? second : first
  }

  /// The nearer of two ends, the other where one is open.
  private func either(_ first: Scalar?, _ second: Scalar?, _ isNearer: (Rational, Rational) -> Bool) -> Scalar? {
    guard let first, let second else { return first ?? second }
    return isNearer(first.number, second.number) ? second : first
  }
}
