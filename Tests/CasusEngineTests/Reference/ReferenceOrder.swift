import CasusSemantics
import CasusSyntax

/// Comparison and arithmetic of single values.
enum ReferenceOrder {
  static func isEqual(_ left: Value, _ right: Value) -> Bool {
    if case .duration(let left) = left, case .duration(let right) = right { return left.compared(to: right) == .equal }
    return left == right
  }

  static func isLess(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.number(let left), .number(let right)): left < right
    case (.date(let left), .date(let right)): left < right
    case (.entity(let left), .entity(let right)): left.index < right.index
    case (.duration(let left), .duration(let right)): left.compared(to: right) == .shorter
    default: false
    }
  }

  static func compare(_ comparison: ComparisonOperator, _ left: Value, _ right: Value) -> ReferenceTruth {
    if case .duration(let left) = left, case .duration(let right) = right, left.compared(to: right) == nil {
      return .fault
    }
    switch comparison {
    case .equal: return ReferenceTruth(isEqual(left, right))
    case .notEqual: return ReferenceTruth(!isEqual(left, right))
    case .less: return ReferenceTruth(isLess(left, right))
    case .greater: return ReferenceTruth(isLess(right, left))
    case .lessOrEqual: return ReferenceTruth(isLess(left, right) || isEqual(left, right))
    case .greaterOrEqual: return ReferenceTruth(isLess(right, left) || isEqual(left, right))
    }
  }

  /// Nil: a fault.
  static func compute(_ operation: ArithmeticOperator, _ left: Value, _ right: Value, type: ValueType) -> Value? {
    switch (left, right) {
    case (.number(let left), .number(let right)):
      guard let result = numbers(operation, left, right) else { return nil }
      return type == .integer && !result.isInteger ? nil : .number(result)
    case (.date(let date), .duration(let duration)):
      let result = try? operation == .add ? date.adding(duration) : date.subtracting(duration)
      return result.map { .date($0) }
    case (.date(let left), .date(let right)): return (try? left.duration(since: right)).map { .duration($0) }
    case (.duration(let left), .duration(let right)):
      let result = try? operation == .add ? left.adding(right) : left.subtracting(right)
      return result.map { .duration($0) }
    case (.number(let factor), .duration(let duration)), (.duration(let duration), .number(let factor)):
      return factor.integer.flatMap { try? duration.multiplied(by: $0) }.map { .duration($0) }
    default: return nil
    }
  }

  private static func numbers(_ operation: ArithmeticOperator, _ left: Rational, _ right: Rational) -> Rational? {
    switch operation {
    case .add: try? left.adding(right)
    case .subtract: try? left.subtracting(right)
    case .multiply: try? left.multiplied(by: right)
    case .divide: try? left.divided(by: right)
    }
  }

  static func negate(_ value: Value) -> Value? {
    switch value {
    case .number(let number): (try? number.negated()).map { .number($0) }
    case .duration(let duration): (try? duration.negated()).map { .duration($0) }
    default: nil
    }
  }
}
