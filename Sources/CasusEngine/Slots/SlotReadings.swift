internal import CasusSemantics

/// How a program reads its inputs: which way each moves the condition, and where open ones leave the bounds inexact.
///
/// The bounds are exact where all that is open pulls one way: then one completion makes every reading true, and another
/// makes every reading false. Different tests must be free of each other for that, so that a value which two of them
/// read counts as doubtful, unless all of them ask that it be great, or all that it be small.
struct SlotReadings {
  private(set) var doubtful: [Int32] = []
  private(set) var isRising: [Bool]

  init(_ emitter: SlotEmitter, _ inputs: [SlotInput]) {
    var rising = [Bool](repeating: false, count: inputs.count)
    var falling = rising
    for gate in emitter.gates {
      for operand in emitter.operands[gate.requiredRange] where operand < inputs.count {
        if gate.isTurned { falling[Int(operand)] = true } else { rising[Int(operand)] = true }
      }
      for operand in emitter.operands[gate.excludedRange] where operand < inputs.count {
        if gate.isTurned { rising[Int(operand)] = true } else { falling[Int(operand)] = true }
      }
    }
    isRising = rising
    var testsOf = [[SlotTest]](repeating: [], count: inputs.count)
    for test in emitter.tests { for slot in test.slots { testsOf[Int(slot)].append(test) } }
    for slot in inputs.indices {
      let isSettled =
        inputs[slot].type == .condition
        ? !(rising[slot] && falling[slot]) : Self.isFree(inputs[slot], testsOf[slot], inputs)
      if !isSettled { doubtful.append(Int32(truncatingIfNeeded: slot)) }
    }
  }

  /// Whether a value that is open can make all its tests hold, and all of them fail.
  private static func isFree(_ input: SlotInput, _ tests: [SlotTest], _ inputs: [SlotInput]) -> Bool {
    guard let first = tests.first else { return true }
    if tests.count == 1 { return first.readsTwo ? isFree(first, inputs) : isOpen(first, input) }
    return tests.allSatisfy {
      $0.isHalfLine && !$0.readsTwo && $0.isOpenAbove == first.isOpenAbove && isOpen($0, input)
    }
  }

  /// Whether a difference can lie inside and outside, whichever of the two values is open.
  private static func isFree(_ test: SlotTest, _ inputs: [SlotInput]) -> Bool {
    if test.isEmpty || (test.isOpenBelow && test.isOpenAbove) { return false }
    return test.slots.allSatisfy { slot in
      let input = inputs[Int(slot)]
      guard input.values == .anything else { return false }
      switch input.type {
      case .integer, .decimal: return true
      // Far from the ends of the calendar there is room on both sides.
      case .date:
        let span: Int64 = 1 << 31
        return test.low <= 0 && 0 <= test.high && (test.isHalfLine || test.high - test.low < span)
      default: return false
      }
    }
  }

  /// Whether a value of an input can lie inside and outside.
  private static func isOpen(_ test: SlotTest, _ input: SlotInput) -> Bool {
    if test.isEmpty || (test.isOpenBelow && test.isOpenAbove) { return false }
    switch input.values {
    case .oneOf(let members):
      let inside = members.count { member in
        member.integer.map { test.low <= Int64($0) && Int64($0) <= test.high } ?? false
      }
      return inside > 0 && inside < members.count && members.allSatisfy { $0.integer != nil }
    case .range(nil, nil):
      if input.type != .date { return true }
      let calendar = Moment.earliest.minutes + 1..<Moment.latest.minutes
      return (test.isOpenBelow || calendar.contains(test.low)) && (test.isOpenAbove || calendar.contains(test.high))
    case .range: return false
    }
  }
}
