/// Deciding one case: every truth is one word of two bits.
extension SlotProgram {
  /// What the bounds say of a case.
  package enum Bounds: Sendable, Equatable {
    case `true`
    case `false`
    /// The bounds leave it open. Exact: some completions make it true and others false.
    case open(isExact: Bool)
    /// Values so great that only the engine computes with them.
    case unsuitable
  }

  /// Nothing is allocated: registers lie on the stack.
  ///
  /// - Parameter words: of the slots and of what is open in the facts; as many as there are inputs.
  package func bounds(of words: UnsafePointer<Int64>) -> Bounds {
    switch word(of: words) {
    case SlotWord.true: .true
    case SlotWord.false: .false
    case Self.unsuitable: .unsuitable
    default: .open(isExact: !doubtful.contains { words[Int($0)] == openWords[Int($0)] })
    }
  }

  /// What the bounds say as a word, which stands for what is unknown as well; -1: values are unsuitable.
  @inline(__always)
  func word(of words: UnsafePointer<Int64>) -> Int64 {
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: caseCode.registerCount) { registers -> Int64 in
      guard let start = registers.baseAddress else { return SlotWord.unknownTruth }
      start.update(from: words, count: inputs.count)
      var target = inputs.count
      for input in caseCode.negated {
        start[target] = Self.negated(words[Int(input)])
        target &+= 1
      }
      let isPlain = runTests(words, start + target)
      let result = runGates(start, target &+ tests.count)
      return isPlain ? result : Self.unsuitable
    }
  }

  static let unsuitable: Int64 = -1

  /// Without branches, since what they would turn on is what nobody can foresee.
  ///
  /// - Returns: false where a value is too great for plain arithmetic.
  @inline(__always)
  private func runTests(_ words: UnsafePointer<Int64>, _ registers: UnsafeMutablePointer<Int64>) -> Bool {
    var unsuitable: Int64 = 0
    for index in tests.indices {
      let test = tests[index]
      var value = words[Int(test.left)]
      var open: Int64 = value == SlotWord.unknownValue ? 1 : 0
      if test.isGuarded { unsuitable |= Self.isGreat(value) & ~open }
      if test.right >= 0 {
        let other = words[Int(test.right)]
        let isOtherOpen: Int64 = other == SlotWord.unknownValue ? 1 : 0
        unsuitable |= Self.isGreat(other) & ~isOtherOpen
        open |= isOtherOpen
        value &-= other
      }
      let isInside: Int64 = (test.low <= value ? 1 : 0) & (value <= test.high ? 1 : 0)
      let holds = isInside ^ (test.isInside ? 0 : 1)
      registers[index] = holds &* SlotWord.true &* (1 &- open) &+ open
    }
    return unsuitable == 0
  }

  /// One where a value is so great that sums of such values may fail.
  @inline(__always)
  private static func isGreat(_ value: Int64) -> Int64 {
    let shifted = UInt64(bitPattern: value &- SlotTest.plainValues.lowerBound)
    return shifted > UInt64(SlotTest.plainValues.upperBound) &* 2 ? 1 : 0
  }

  @inline(__always)
  private func runGates(_ registers: UnsafeMutablePointer<Int64>, _ first: Int) -> Int64 {
    var result = SlotWord.unknownTruth
    var target = first
    var next = 0
    for gate in caseCode.gates {
      // A disjunction is the negation of the conjunction of what is negated, bit by bit.
      result = SlotWord.true
      while next < Int(gate.end) {
        result &= registers[Int(caseCode.operands[next])] ^ gate.turn
        next &+= 1
      }
      result ^= gate.turn
      registers[target] = result
      target &+= 1
    }
    return result
  }

  /// What is certain becomes what is not possible, and the other way round.
  @inline(__always)
  private static func negated(_ truth: Int64) -> Int64 { 0b0111 &>> (truth &* 2) & 0b11 }
}

/// The gates of a program as one case runs through them: every operand is a register, inputs and negated inputs included.
struct SlotCaseCode: Sendable {
  struct Gate: Sendable {
    /// Behind the last operand.
    var end: Int32
    /// What an operand is turned round with: nothing in a conjunction.
    var turn: Int64
  }
  /// Inputs whose negation is read: registers behind those of the inputs.
  private(set) var negated: [Int32] = []
  private(set) var gates: [Gate] = []
  private(set) var operands: [Int32] = []
  let registerCount: Int

  init(_ emitter: SlotEmitter, inputCount: Int) {
    for gate in emitter.gates {
      for input in emitter.operands[gate.negatedRange] where !negated.contains(input) { negated.append(input) }
    }
    let behindNegated = Int32(truncatingIfNeeded: inputCount + negated.count)
    for gate in emitter.gates {
      operands += emitter.operands[gate.slotRange]
      for input in emitter.operands[gate.negatedRange] {
        let position = negated.firstIndex(of: input) ?? 0
        operands.append(Int32(truncatingIfNeeded: inputCount + position))
      }
      for register in emitter.operands[gate.registerRange] { operands.append(behindNegated + register) }
      gates.append(
        Gate(end: Int32(truncatingIfNeeded: operands.count), turn: gate.isConjunction ? 0 : SlotWord.true))
    }
    registerCount = inputCount + negated.count + emitter.tests.count + emitter.gates.count
  }
}

extension SlotGate {
  var slotRange: Range<Int> { Int(start)..<Int(start + slots) }
  var negatedRange: Range<Int> { slotRange.upperBound..<slotRange.upperBound + Int(negatedSlots) }
  var registerRange: Range<Int> { negatedRange.upperBound..<negatedRange.upperBound + Int(registers) }
}
