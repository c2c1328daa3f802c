package import CasusEngine
package import CasusSemantics

/// What remains of a value: numbers, dates and durations by their bounds, what else there is one by one.
package enum ValueExtent: Sendable, Equatable {
  case single(Value)
  /// An end that is nil is open.
  case range(Value?, Value?)
  case oneOf([Value])

  package init(_ set: ValueSet, type: ValueType, in program: Program, texts: TextTable) {
    func value(_ scalar: Scalar) -> Value? { program.value(of: scalar, type: type, texts: texts) }
    switch set {
    case .oneOf(let scalars):
      let values = scalars.compactMap { value($0) }
      switch type {
      case _ where values.count == 1: self = .single(values[0])
      case .entity, .text: self = .oneOf(values)
      default: self = .range(values.first, values.last)
      }
    case .range(let low, let high):
      if case .entity(let type) = type {
        self = .oneOf(ValueExtent.members(of: type, from: low, to: high, in: program))
        return
      }
      let (first, last) = (low.flatMap { value($0) }, high.flatMap { value($0) })
      if let first, low == high { self = .single(first) } else { self = .range(first, last) }
    }
  }

  private static func members(of type: TypeID, from low: Scalar?, to high: Scalar?, in program: Program) -> [Value] {
    let members = program[type].members
    let first = max(0, low?.integer ?? 0)
    let last = min(members.count - 1, high?.integer ?? members.count - 1)
    guard first <= last else { return [] }
    return members[first...last].map { .entity($0) }
  }
}
