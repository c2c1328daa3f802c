import CLanes
import Testing

@testable import CasusEngine

/// Loops over planes say the same bit by bit, whichever processor runs them.
@Suite struct SlotKernelTests {
  private static let words = SlotProgram.blockWords

  /// The planes of some registers: certain and possible, one behind the other.
  private func planes(_ registers: Int, _ random: inout RandomSource) -> [UInt64] {
    var planes: [UInt64] = []
    for _ in 0..<registers {
      let possible = (0..<Self.words).map { _ in random.next() }
      planes += possible.map { $0 & random.next() } + possible
    }
    return planes
  }

  /// What both loops make of a gate.
  private func run(_ gate: SlotGate, _ operands: [Int32], _ planes: [UInt64]) -> (narrow: [UInt64], usual: [UInt64]) {
    var narrow = [UInt64](repeating: 0, count: 2 * Self.words)
    var usual = narrow
    planes.withUnsafeBufferPointer { planes in
      let places = stride(from: 0, to: planes.count, by: Self.words).map { start in
        planes.baseAddress.map { $0 + start }
      }
      operands.withUnsafeBufferPointer { operands in
        guard let start = operands.baseAddress else { return }
        casus_conjunction_by(2, places, start, gate.required, gate.excluded, &narrow)
        SlotKernels.run(gate, places, start, &usual)
      }
    }
    return (narrow, usual)
  }

  @Test func conjunctionsAreThoseOfTheirBits() {
    var random = RandomSource(seed: 11)
    let planes = planes(6, &random)
    for required in 0...6 {
      let operands = (0..<Int32(6)).map { $0 }
      let gate = SlotGate(start: 0, required: Int32(required), excluded: Int32(6 - required), isTurned: false)
      let found = run(gate, operands, planes)
      #expect(found.narrow == found.usual)
      for word in 0..<Self.words {
        var certain = UInt64.max
        var possible = UInt64.max
        for register in 0..<6 {
          let isCertain = planes[2 * register * Self.words + word]
          let isPossible = planes[(2 * register + 1) * Self.words + word]
          certain &= register < required ? isCertain : ~isPossible
          possible &= register < required ? isPossible : ~isCertain
        }
        #expect(found.usual[word] == certain && found.usual[Self.words + word] == possible)
      }
    }
  }

  @Test func bitsAreCountedAlike() {
    var random = RandomSource(seed: 12)
    for _ in 0..<20 {
      let words = planes(1, &random)
      let wanted = words.prefix(Self.words).reduce(0) { $0 + $1.nonzeroBitCount }
      words.withUnsafeBufferPointer { words in
        guard let start = words.baseAddress else { return }
        #expect(SlotKernels.count(start) == wanted && SlotKernels.countByCarrying(start) == wanted)
      }
    }
    let full = [UInt64](repeating: .max, count: Self.words)
    #expect(SlotKernels.count(full) == 64 * Self.words && SlotKernels.countByCarrying(full) == 64 * Self.words)
  }
}
