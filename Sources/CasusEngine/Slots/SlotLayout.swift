package import CasusSemantics

/// Why a value does not fit in a slot.
package struct SlotFault: Error, Sendable, Equatable {
  package var message: String

  package init(_ message: String) { self.message = message }
}

/// Whether a value fits where it is set: for readers that leave what does not fit to those that say why.
@inline(__always)
func isSet(_ set: () throws(SlotFault) -> Void) -> Bool {
  do throws(SlotFault) {
    try set()
    return true
  } catch {
    return false
  }
}

/// How values and texts become words of slots: what is the same for every case is looked up once.
package struct SlotLayout: Sendable {
  package let slots: [Slot]
  /// What each slot is called in messages, in tables and in JSON.
  package let names: [String]
  private let domains: [ValueSet]
  /// Of each slot, what every case would ask its type: whether it is a condition, whether it can have every whole number, and
  /// the word of what is unknown.
  private let areConditions: [Bool]
  private let takeAllNumbers: [Bool]
  private let unknownWords: [Int64]

  func domain(of slot: Int) -> ValueSet { domains[slot] }
  /// By type, how its members are called.
  private let members: [TypeID: CellNames]
  private let program: Program
  private let texts: TextTable

  package init(_ question: PreparedQuestion, names: [String]) {
    slots = question.slots
    self.names = names
    program = question.facts.program
    texts = question.texts
    domains = slots.map { question.facts.domain(of: $0) }
    areConditions = slots.map { $0.type == .condition }
    takeAllNumbers = slots.map { slot in
      question.facts.domain(of: slot) == .anything && (slot.type == .integer || slot.type == .decimal)
    }
    unknownWords = slots.map { SlotWord.unknown($0.type) }
    var members: [TypeID: CellNames] = [:]
    for case .entity(let type) in slots.map({ $0.type }) where members[type] == nil {
      members[type] = CellNames(type, in: question.facts.program)
    }
    self.members = members
  }

  /// Puts a value in a slot.
  package func set(_ slot: Int, to value: Value, in slotCase: inout SlotCase) throws(SlotFault) {
    guard let scalar = scalar(of: value, slot) else { throw wrong("`\(describe(value))`", slot) }
    if !domains[slot].contains(scalar) {
      throw SlotFault("`\(names[slot])`: `\(describe(value))` lies outside of what it can be")
    }
    if slots[slot].type != .duration, let word = scalar.number.integer, word != SlotWord.unknownValue {
      if case .text = value, word < 0 {
        slotCase.set(slot, to: value, standsFor: word, isIrregular: false)
      } else {
        slotCase.set(slot, toWord: word)
      }
    } else {
      slotCase.set(slot, to: value, standsFor: SlotWord.unknownValue, isIrregular: true)
    }
  }

  /// Puts what a text says in a slot: a truth, a number, a date, the name of an entity.
  package func set(_ slot: Int, toText text: String, in slotCase: inout SlotCase) throws(SlotFault) {
    switch slots[slot].type {
    case .condition:
      switch text {
      case "true": slotCase.set(slot, toWord: SlotWord.true)
      case "false": slotCase.set(slot, toWord: SlotWord.false)
      case "unknown": slotCase.set(slot, toWord: SlotWord.unknownTruth)
      default: throw SlotFault("`\(names[slot])`: `true`, `false` or nothing is wanted here, and `\(text)` is none")
      }
    case .entity(let type): try set(slot, to: .entity(member(text, of: type, slot)), in: &slotCase)
    case .text: try set(slot, to: .text(text), in: &slotCase)
    default:
      guard let value = value(of: text, slots[slot].type) else { throw wrong("`\(text)`", slot) }
      try set(slot, to: value, in: &slotCase)
    }
  }

  /// Puts a whole number in a slot.
  @inline(__always)
  package func set(_ slot: Int, toNumber number: Int64, in slotCase: inout SlotCase) throws(SlotFault) {
    if takeAllNumbers[slot] && number != SlotWord.unknownValue {
      slotCase.set(slot, toWord: number)
    } else {
      try set(slot, to: .number(Rational(number)), in: &slotCase)
    }
  }

  package func set(_ slot: Int, toTruth truth: Bool?, in slotCase: inout SlotCase) throws(SlotFault) {
    guard areConditions[slot] else {
      throw SlotFault("`\(names[slot])` has a value: it neither holds nor not")
    }
    slotCase.set(slot, toWord: SlotWord.truth(truth))
  }

  /// Makes a slot unknown.
  package func clear(_ slot: Int, in slotCase: inout SlotCase) {
    slotCase.set(slot, toWord: unknownWords[slot])
  }

  /// The entity that a text names.
  package func member(_ text: String, of type: TypeID, _ slot: Int) throws(SlotFault) -> EntityID {
    switch members[type]?[text] {
    case .entity(let entity)?: return entity
    case .ambiguous?:
      throw SlotFault("`\(names[slot])`: `\(text)` names several members of `\(program[type].name)`")
    case .none?, nil: throw SlotFault("`\(names[slot])`: `\(program[type].name)` has no member `\(text)`")
    }
  }

  private func scalar(of value: Value, _ slot: Int) -> Scalar? {
    switch (value, slots[slot].type) {
    case (.number(let number), .integer): if !number.isInteger { return nil }
    case (.number, .decimal), (.date, .date), (.text, .text), (.duration, .duration): break
    case (.entity(let entity), .entity(let type)): if program[entity].type != type { return nil }
    default: return nil
    }
    return program.scalar(of: value, texts: texts)
  }

  private func value(of text: String, _ type: ValueType) -> Value? {
    switch type {
    case .integer, .decimal: return number(text).map { .number($0) }
    case .date: return text == "never" ? .date(.never) : (try? Moment(text: text)).map { .date($0) }
    case .duration: return (try? CalendarDuration(text: text)).map { .duration($0) }
    case .condition, .text, .entity: return nil
    }
  }

  /// A number, or a fraction such as `2/3`.
  private func number(_ text: String) -> Rational? {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return try? Rational(numberText: text) }
    guard let numerator = Int64(parts[0]), let denominator = Int64(parts[1]) else { return nil }
    return try? Rational(numerator, over: denominator)
  }

  private func wrong(_ found: String, _ slot: Int) -> SlotFault {
    SlotFault("`\(names[slot])`: \(describe(slots[slot].type)) is wanted here, and \(found) is none")
  }

  private func describe(_ type: ValueType) -> String {
    switch type {
    case .condition: "a truth"
    case .integer: "a whole number"
    case .decimal: "a number"
    case .text: "a text"
    case .date: "a date"
    case .duration: "a duration"
    case .entity(let type): "a member of `\(program[type].name)`"
    }
  }

  private func describe(_ value: Value) -> String {
    switch value {
    case .number(let number): number.description
    case .text(let text): text
    case .date(let moment): moment.description
    case .duration(let duration): duration.description
    case .entity(let entity): program[entity].name
    }
  }
}

extension SlotLayout {
  /// Whether every word is a value that the slot can have.
  package func admitsAllNumbers(_ slot: Int) -> Bool { takeAllNumbers[slot] }

  /// Where the words that a slot can have are all from one to another: these two.
  package func wordRange(of slot: Int) -> ClosedRange<Int64>? {
    guard case .oneOf(let members) = domains[slot], let first = members.first?.number.integer,
      let last = members.last?.number.integer, first <= last, last - first == Int64(members.count) - 1
    else { return nil }
    return first...last
  }

  /// Whether a word is a value that the slot can have.
  package func admits(_ word: Int64, _ slot: Int) -> Bool {
    if slots[slot].type == .date, word != Moment.never.minutes, Moment(minutes: word) == nil { return false }
    return domains[slot].contains(Scalar(Rational(word)))
  }

  /// By what they may be called, the words of the members that a slot can have; empty where it holds no members.
  package func words(of slot: Int) -> [String: Int64] {
    guard case .entity(let type) = slots[slot].type else { return [:] }
    var words: [String: Int64] = [:]
    for member in program[type].members {
      let entity = program[member]
      let word = Int64(entity.ordinal)
      for name in [entity.name, entity.label ?? entity.name] + entity.aliases where admits(word, slot) {
        if case .entity(member)? = members[type]?[name] { words[name] = word }
      }
    }
    return words
  }
}
