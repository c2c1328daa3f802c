package import CasusSemantics

/// A case of a fact or an event that is told anew for every case of a prepared question.
package struct Slot: Hashable, Sendable {
  package var declaration: DeclarationID
  package var arguments: [Value]
  /// `.condition`, or the type of its value.
  package var type: ValueType

  package init(declaration: DeclarationID, arguments: [Value], type: ValueType) {
    self.declaration = declaration
    self.arguments = arguments
    self.type = type
  }
}

/// How a slot's state is written in one word.
///
/// A truth is two bits: whether it is possible, and whether it is certain, so that `and` and `or` are those of bits. A
/// value is its scalar where that is whole: a date its minutes, an entity its position, a text its number.
package enum SlotWord {
  package static let `false`: Int64 = 0b00
  package static let unknownTruth: Int64 = 0b01
  package static let `true`: Int64 = 0b11
  package static let unknownValue = Int64.min

  /// What a slot of a type holds as long as nothing is known of it.
  package static func unknown(_ type: ValueType) -> Int64 { type == .condition ? unknownTruth : unknownValue }

  package static func truth(_ truth: Bool?) -> Int64 {
    switch truth {
    case true?: Self.true
    case false?: Self.false
    case nil: unknownTruth
    }
  }
}

/// What one case tells of the slots: a word each.
package struct SlotCase: Hashable, Sendable {
  @usableFromInline package internal(set) var words: [Int64]
  /// Values that no word holds, by slot: fractions, texts that no statement or rule names, durations.
  @usableFromInline package internal(set) var exact: [Int: Value] = [:]
  /// Values that only the engine may compare: all of ``exact`` but texts, which differ from all that are known.
  package internal(set) var irregularCount = 0

  init(_ words: [Int64]) { self.words = words }

  /// Puts a word in its slot, which must be of that type.
  @inlinable package mutating func set(_ slot: Int, toWord word: Int64) {
    if !exact.isEmpty { forget(slot) }
    words[slot] = word
  }

  /// Gives the words, one a slot, to be set; false where values stand beside them, or where what sets them says so.
  package mutating func setWords(_ body: (UnsafeMutableBufferPointer<Int64>) -> Bool) -> Bool {
    exact.isEmpty && words.withUnsafeMutableBufferPointer { body($0) }
  }

  /// Puts a value in its slot that no word holds.
  package mutating func set(_ slot: Int, to value: Value, standsFor word: Int64, isIrregular: Bool) {
    forget(slot)
    words[slot] = word
    exact[slot] = value
    if isIrregular { irregularCount += 1 }
  }

  /// Forgets the values that no word holds, where all slots are set anew.
  mutating func forgetValues() {
    if exact.isEmpty { return }
    exact = [:]
    irregularCount = 0
  }

  @usableFromInline package mutating func forget(_ slot: Int) {
    guard let value = exact.removeValue(forKey: slot) else { return }
    if case .text = value { return }
    irregularCount -= 1
  }
}
