internal import CasusEngine
internal import CasusSemantics

/// What all cases of a prepared query share; two belong together where this is one.
final class CaseLayout: Sendable {
  let core: SlotLayout
  private let rules: [Rule]
  /// Of each slot: what its members may be called, and their words.
  private let members: [[(name: String, word: Int64)]]
  private let slotsByName: [String: Int]
  private let nameTable: NameTable

  /// What a slot takes.
  private struct Rule {
    var isCondition: Bool
    /// Whether it can have every whole number.
    var takesAllNumbers: Bool
    /// The word of what is not known.
    var openWord: Int64
  }

  init(_ core: SlotLayout) {
    self.core = core
    rules = core.slots.enumerated().map { number, slot in
      Rule(
        isCondition: slot.type == .condition, takesAllNumbers: core.admitsAllNumbers(number),
        openWord: SlotWord.unknown(slot.type))
    }
    members = core.slots.indices.map { slot in
      let words = core.words(of: slot)
      return words.count > Self.greatestList ? [] : words.map { ($0.key, $0.value) }.sorted { $0.1 < $1.1 }
    }
    slotsByName = Dictionary(core.names.enumerated().map { ($1, $0) }) { first, _ in first }
    nameTable = NameTable(core.names)
  }

  func openWord(_ slot: Int) -> Int64 { rules[slot].openWord }
  /// The slot of a name. Names that differ in their bytes alone, as two ways to write an accent do, are the same.
  @inline(__always)
  func slot(named name: String) -> Int? { nameTable[name] ?? slotsByName[name] }

  func takesAllNumbers(_ slot: Int) -> Bool { rules[slot].takesAllNumbers }

  /// The word of a member of a small type, of which comparing names is faster than looking them up.
  func member(_ name: String, _ slot: Int) -> Int64? {
    for member in members[slot] where member.name == name { return member.word }
    return nil
  }

  private static var greatestList: Int { 16 }

  /// The word of what is told of a slot, where it takes no looking into the program: of truths, whole numbers, members of
  /// small types, and of what is not known; else nil.
  @inline(__always)
  func word(_ value: SlotValue, _ slot: Int) -> Int64? {
    let rule = rules[slot]
    switch value {
    case .unknown: return rule.openWord
    case .truth(let truth): return rule.isCondition ? SlotWord.truth(truth) : nil
    case .value(.number(let number)):
      let rational = number.rational
      let isPlain = rule.takesAllNumbers && rational.isInteger && rational.numerator != SlotWord.unknownValue
      return isPlain ? rational.numerator : nil
    case .value(.text(let text)), .value(.entity(let text)): return member(text, slot)
    case .value: return nil
    }
  }

  func has(_ slot: Int) -> Bool { slot >= 0 && slot < rules.count }
  func isCondition(_ slot: Int) -> Bool { has(slot) && rules[slot].isCondition }
  func hasValue(_ slot: Int) -> Bool { has(slot) && !rules[slot].isCondition }

  /// What is wrong where a slot is not there, or of another kind.
  func mistake(_ slot: Int) -> CasusError {
    if !has(slot) { return CasusError(.invalidCase, "there is no slot \(slot)") }
    let name = core.names[slot]
    return CasusError(
      .invalidCase,
      rules[slot].isCondition
        ? "`\(name)` holds or not: it has no value" : "`\(name)` has a value: it neither holds nor not")
  }
}
