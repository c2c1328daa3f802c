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
    maskCode.isUsable ? maskCode.word(of: words) : wordByRegisters(of: words)
  }

  /// The same, however large the program: every register is a word on the stack.
  func wordByRegisters(of words: UnsafePointer<Int64>) -> Int64 {
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: registerCount) { registers -> Int64 in
      guard let start = registers.baseAddress else { return SlotWord.unknownTruth }
      start.update(from: words, count: inputs.count)
      let isPlain = runTests(words, start + inputs.count)
      let result = runGates(start, inputs.count &+ tests.count)
      return isPlain ? result : Self.unsuitable
    }
  }

  static let unsuitable: Int64 = -1

  /// - Returns: false where a value is too great for plain arithmetic.
  private func runTests(_ words: UnsafePointer<Int64>, _ registers: UnsafeMutablePointer<Int64>) -> Bool {
    var isPlain = true
    for (index, test) in tests.enumerated() {
      var value = words[Int(test.left)]
      var isOpen = value == SlotWord.unknownValue
      if test.isGuarded && !isOpen && !SlotTest.plainValues.contains(value) { isPlain = false }
      if test.readsTwo {
        let other = words[Int(test.right)]
        let isOtherOpen = other == SlotWord.unknownValue
        if !isOtherOpen && !SlotTest.plainValues.contains(other) { isPlain = false }
        isOpen = isOpen || isOtherOpen
        value &-= other
      }
      registers[index] = isOpen ? SlotWord.unknownTruth : SlotWord.truth(test.holds(of: value))
    }
    return isPlain
  }

  private func runGates(_ registers: UnsafeMutablePointer<Int64>, _ first: Int) -> Int64 {
    var result = SlotWord.true
    for (index, gate) in gates.enumerated() {
      result = SlotWord.true
      for operand in operands[gate.requiredRange] { result &= registers[Int(operand)] }
      for operand in operands[gate.excludedRange] { result &= Self.negated(registers[Int(operand)]) }
      registers[first &+ index] = result
    }
    return isResultTurned ? Self.negated(result) : result
  }

  /// What is certain becomes what is not possible, and the other way round.
  @inline(__always)
  private static func negated(_ truth: Int64) -> Int64 { 0b0111 &>> (truth &* 2) & 0b11 }
}
