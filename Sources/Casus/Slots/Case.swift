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
  /// - Throws: `invalidCase` where there is no such slot, or it is of another kind.
  public mutating func set(_ slot: Int, to truth: Bool?) throws(CasusError) {
    guard layout.isCondition(slot) else { throw layout.mistake(slot) }
    core.set(slot, toWord: SlotWord.truth(truth))
  }

  /// Tells a number; nil: nobody knows.
  ///
  /// - Throws: `invalidCase` where there is no such slot, or the number is none that its fact can have.
  public mutating func set(_ slot: Int, to number: Int?) throws(CasusError) {
    guard layout.hasValue(slot) else { throw layout.mistake(slot) }
    guard let number else { return try clear(slot) }
    if layout.takesAllNumbers(slot), number != Int.min { return core.set(slot, toWord: Int64(number)) }
    do throws(SlotFault) {
      try layout.core.set(slot, toNumber: Int64(number), in: &core)
    } catch {
      throw CasusError(.invalidCase, error.message)
    }
  }

  /// Tells a text, or the member of a type that has this name, label or alias; nil: nobody knows.
  ///
  /// - Throws: `invalidCase` where there is no such slot, or nothing that its fact can have is called so.
  public mutating func set(_ slot: Int, to text: String?) throws(CasusError) {
    guard layout.hasValue(slot) else { throw layout.mistake(slot) }
    guard let text else { return try clear(slot) }
    if let word = layout.member(text, slot) { return core.set(slot, toWord: word) }
    try set(slot, toValue: .text(text))
  }

  /// Tells what is the case of a slot, whatever its kind.
  ///
  /// - Throws: `invalidCase` where there is no such slot, or its fact cannot be that.
  public mutating func set(_ slot: Int, to value: SlotValue) throws(CasusError) {
    guard layout.has(slot) else { throw layout.mistake(slot) }
    switch value {
    case .unknown: try clear(slot)
    case .truth(let truth): try set(slot, to: truth)
    case .value(.number(let number)) where number.rational.isInteger: try set(slot, to: number.numerator)
    case .value(.text(let text)), .value(.entity(let text)): try set(slot, to: text)
    case .value(let value):
      guard layout.hasValue(slot) else { throw layout.mistake(slot) }
      try set(slot, toValue: value)
    }
  }

  /// Makes a slot unknown again.
  ///
  /// - Throws: `invalidCase` where there is no such slot.
  public mutating func clear(_ slot: Int) throws(CasusError) {
    guard layout.has(slot) else { throw layout.mistake(slot) }
    core.set(slot, toWord: layout.openWord(slot))
  }

  private mutating func set(_ slot: Int, toValue value: Value) throws(CasusError) {
    do throws(SlotFault) {
      switch (value, layout.core.slots[slot].type) {
      case (.text(let text), .entity(let type)), (.entity(let text), .entity(let type)):
        try layout.core.set(slot, to: .entity(layout.core.member(text, of: type, slot)), in: &core)
      case (.number(let number), _): try layout.core.set(slot, to: .number(number.rational), in: &core)
      case (.text(let text), _), (.entity(let text), _): try layout.core.set(slot, to: .text(text), in: &core)
      case (.date(let moment), _): try layout.core.set(slot, to: .date(moment.moment), in: &core)
      case (.duration(let duration), _): try layout.core.set(slot, to: .duration(duration.duration), in: &core)
      }
    } catch {
      throw CasusError(.invalidCase, error.message)
    }
  }
}
