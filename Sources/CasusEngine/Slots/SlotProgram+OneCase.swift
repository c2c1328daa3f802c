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
    let word = withUnsafeTemporaryAllocation(of: Int64.self, capacity: registerCount) { registers -> Int64 in
      guard let start = registers.baseAddress else { return SlotWord.unknownTruth }
      if !runTests(words, start) { return -1 }
      return runGates(words, start)
    }
    switch word {
    case SlotWord.true: return .true
    case SlotWord.false: return .false
    case -1: return .unsuitable
    default: return .open(isExact: !doubtful.contains { isOpen(words[Int($0)], $0) })
    }
  }

  private func isOpen(_ word: Int64, _ input: Int32) -> Bool { word == openWords[Int(input)] }

  /// - Returns: false where a value is too great for plain arithmetic.
  @inline(__always)
  private func runTests(_ words: UnsafePointer<Int64>, _ registers: UnsafeMutablePointer<Int64>) -> Bool {
    var isPlain = true
    tests.withUnsafeBufferPointer { tests in
      for index in tests.indices {
        let test = tests[index]
        var value = words[Int(test.left)]
        var isKnown = value != SlotWord.unknownValue
        if test.isGuarded { isPlain = isPlain && (!isKnown || SlotTest.plainValues.contains(value)) }
        if test.right >= 0 {
          let other = words[Int(test.right)]
          let isOtherKnown = other != SlotWord.unknownValue
          isPlain = isPlain && (!isOtherKnown || SlotTest.plainValues.contains(other))
          isKnown = isKnown && isOtherKnown
          value &-= other
        }
        let holds = test.holds(of: value)
        registers[index] = isKnown ? (holds ? SlotWord.true : SlotWord.false) : SlotWord.unknownTruth
      }
    }
    return isPlain
  }

  @inline(__always)
  private func runGates(_ words: UnsafePointer<Int64>, _ registers: UnsafeMutablePointer<Int64>) -> Int64 {
    var result = SlotWord.unknownTruth
    operands.withUnsafeBufferPointer { operands in
      gates.withUnsafeBufferPointer { gates in
        var target = tests.count
        for gate in gates {
          var next = Int(gate.start)
          // A disjunction is the negation of the conjunction of what is negated, bit by bit.
          let turn: Int64 = gate.isConjunction ? 0 : SlotWord.true
          result = SlotWord.true
          for _ in 0..<gate.slots {
            result &= words[Int(operands[next])] ^ turn
            next &+= 1
          }
          for _ in 0..<gate.negatedSlots {
            result &= SlotProgram.negated(words[Int(operands[next])]) ^ turn
            next &+= 1
          }
          for _ in 0..<gate.registers {
            result &= registers[Int(operands[next])] ^ turn
            next &+= 1
          }
          result ^= turn
          registers[target] = result
          target &+= 1
        }
      }
    }
    return result
  }

  /// What is certain becomes what is not possible, and the other way round.
  @inline(__always)
  private static func negated(_ truth: Int64) -> Int64 { 0b0111 &>> (truth &* 2) & 0b11 }
}
