internal import CasusEngine
internal import CasusSemantics

/// What is told of the slots of a ``PreparedQuery``: nothing, at first.
///
/// ```swift
/// var incident = prepared.openCase
/// try incident.set(0, to: true)
/// try incident.set(1, to: 11_000)
/// try prepared.truth(of: incident)            // .true
/// ```
///
/// A value: copies are independent. Setting a slot allocates nothing, unless by a value that no 64 bits hold: a fraction, a
/// duration, or a text that no rule names.
public struct Case: Sendable {
  let layout: CaseLayout
  var core: SlotCase

  init(_ layout: CaseLayout, _ core: SlotCase) {
    self.layout = layout
    self.core = core
  }

  /// Tells whether a condition holds; nil: nobody knows.
  ///
  /// - Throws: `invalidCase` where there is no such slot, or it is of another kind. So do the others.
  public mutating func set(_ slot: Int, to truth: Bool?) throws(CasusError) {
    guard layout.isCondition(slot) else { throw layout.mistake(slot) }
    core.set(slot, toWord: SlotWord.truth(truth))
  }

  /// Tells a number; nil: nobody knows.
  public mutating func set(_ slot: Int, to number: Int?) throws(CasusError) {
    guard layout.hasValue(slot) else { throw layout.mistake(slot) }
    guard let number else { return try clear(slot) }
    try reporting { (layout, core) throws(SlotFault) in try layout.set(slot, toNumber: Int64(number), in: &core) }
  }

  /// Tells what is the case of a slot, whatever its kind.
  public mutating func set(_ slot: Int, to value: SlotValue) throws(CasusError) {
    guard layout.has(slot) else { throw layout.mistake(slot) }
    switch value {
    case .unknown: try clear(slot)
    case .truth(let truth): try set(slot, to: truth)
    case .value(.number(let number)) where number.rational.isInteger && layout.hasValue(slot):
      try reporting { (layout, core) throws(SlotFault) in
        try layout.set(slot, toNumber: number.rational.numerator, in: &core)
      }
    case .value(let value): try set(slot, toValue: value)
    }
  }

  /// Makes a slot unknown again.
  ///
  /// - Throws: `invalidCase` where there is no such slot.
  public mutating func clear(_ slot: Int) throws(CasusError) {
    guard layout.has(slot) else { throw layout.mistake(slot) }
    layout.core.clear(slot, in: &core)
  }

  private mutating func set(_ slot: Int, toValue value: Value) throws(CasusError) {
    let type = layout.core.slots[slot].type
    try reporting { (layout, core) throws(SlotFault) in
      switch (value, type) {
      case (.text(let text), .entity(let type)), (.entity(let text), .entity(let type)):
        try layout.set(slot, to: .entity(layout.member(text, of: type, slot)), in: &core)
      case (.number(let number), _): try layout.set(slot, to: .number(number.rational), in: &core)
      case (.text(let text), _), (.entity(let text), _): try layout.set(slot, to: .text(text), in: &core)
      case (.date(let moment), _): try layout.set(slot, to: .date(moment.moment), in: &core)
      case (.duration(let duration), _): try layout.set(slot, to: .duration(duration.duration), in: &core)
      }
    }
  }

  @inline(__always)
  private mutating func reporting(
    _ body: (SlotLayout, inout SlotCase) throws(SlotFault) -> Void
  ) throws(CasusError) {
    do throws(SlotFault) {
      try body(layout.core, &core)
    } catch {
      throw CasusError(.invalidCase, error.message)
    }
  }
}

/// What all cases of a prepared query share; two belong together where this is one.
final class CaseLayout: Sendable {
  let core: SlotLayout
  /// Of each slot: whether it is a condition.
  private let areConditions: [Bool]

  init(_ core: SlotLayout) {
    self.core = core
    areConditions = core.slots.map { $0.type == .condition }
  }

  func has(_ slot: Int) -> Bool { slot >= 0 && slot < areConditions.count }
  func isCondition(_ slot: Int) -> Bool { has(slot) && areConditions[slot] }
  func hasValue(_ slot: Int) -> Bool { has(slot) && !areConditions[slot] }

  /// What is wrong where a slot is not there, or of another kind.
  func mistake(_ slot: Int) -> CasusError {
    if !has(slot) { return CasusError(.invalidCase, "there is no slot \(slot)") }
    let name = core.names[slot]
    return CasusError(
      .invalidCase,
      areConditions[slot]
        ? "`\(name)` holds or not: it has no value" : "`\(name)` has a value: it neither holds nor not")
  }
}
